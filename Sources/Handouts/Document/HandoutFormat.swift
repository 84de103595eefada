/// The paper of a handout.
package enum Paper: String, Hashable, Sendable, CaseIterable, Encodable {
    case a4
    case letter

    /// Typst's name.
    var typstName: String { self == .a4 ? "a4" : "us-letter" }
}

/// How a handout is laid out.
package enum HandoutEdition: String, Hashable, Sendable, CaseIterable {
    /// Everything, in text of 12 points and more.
    case standard
    /// Everything, laid out anew in text of 18 points and more.
    case large
    /// A reminder: two to four exercises on a page, with what is needed to do them and when to stop.
    case compact
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
