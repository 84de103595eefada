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

    /// The form in which the template gets it.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let names = ["paper": paper.typstName, "edition": edition.rawValue, "colours": isBlackAndWhite ? "black-and-white" : "colour"]
        return String(decoding: try encoder.encode(names), as: UTF8.self)
    }
}
