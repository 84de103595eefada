package import Exercises
import Foundation

extension Paper {
    /// Typst's name.
    var typstName: String { self == .a4 ? "a4" : "us-letter" }
}

/// A handout's paper, edition and colours: what the template is told besides the document.
package struct HandoutFormat: Hashable, Sendable {
    package var paper: Paper
    package var edition: HandoutEdition
    package var isBlackAndWhite: Bool

    package init(paper: Paper = .a4, edition: HandoutEdition = .standard, isBlackAndWhite: Bool = false) {
        self.paper = paper
        self.edition = edition
        self.isBlackAndWhite = isBlackAndWhite
    }

    /// All papers and editions in which a site offers a handout.
    package static let offered = [HandoutFormat(paper: .a4), HandoutFormat(paper: .letter), HandoutFormat(paper: .a4, edition: .large)]

    /// The form in which the template gets it, with the clinic's colour: what many handouts have in common.
    func json(accent: String?) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var names = ["paper": paper.typstName, "edition": edition.rawValue, "colours": isBlackAndWhite ? "black-and-white" : "colour"]
        names["accent"] = accent
        return String(decoding: try encoder.encode(names), as: UTF8.self)
    }
}
