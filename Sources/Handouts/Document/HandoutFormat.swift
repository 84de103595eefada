package import Exercises

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

    /// The texts of Typst's `sys.inputs`.
    var inputs: [String: String] {
        ["paper": paper.typstName, "edition": edition.rawValue, "colours": isBlackAndWhite ? "black-and-white" : "colour"]
    }
}
