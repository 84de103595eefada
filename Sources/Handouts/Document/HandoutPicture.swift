package import Exercises

/// A picture in a handout.
package struct HandoutPicture: Hashable, Sendable, Encodable {
    /// Where the template finds it.
    package enum Source: Hashable, Sendable {
        /// A picture of the author's own: from the library's folder, beginning with a slash, as Typst reads it.
        case file(path: String)
        /// A drawn one: its name among the document's drawings, and its size in picture units.
        case drawing(name: String, width: Int, height: Int)
    }

    package let source: Source
    /// What it shows; empty for decoration.
    package let description: String
    /// The letter that is drawn in it, by which its step is found.
    package let letter: String?

    init(source: Source, description: String, letter: Character? = nil) {
        self.source = source
        self.description = description
        self.letter = letter.map(String.init)
    }

    private enum Key: CodingKey {
        case path, drawing, width, height, description, letter
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch source {
        case .file(let path): try container.encode(path, forKey: .path)
        case .drawing(let name, let width, let height):
            try container.encode(name, forKey: .drawing)
            try container.encode(width, forKey: .width)
            try container.encode(height, forKey: .height)
        }
        try container.encode(description, forKey: .description)
        try container.encodeIfPresent(letter, forKey: .letter)
    }
}

/// A drawn picture.
package struct HandoutDrawing: Hashable, Sendable {
    package let svg: String
    /// Picture units, 232 to a metre of the person in every picture.
    package let width: Int
    package let height: Int

    package init(svg: String, width: Int, height: Int) {
        self.svg = svg
        self.width = width
        self.height = height
    }
}

/// The drawn pictures that a handout may show, by exercise. A picture that is not here is not shown.
package struct HandoutDrawings: Hashable, Sendable {
    private let drawings: [Slug: [FigurePicture: HandoutDrawing]]

    package init(_ drawings: [Slug: [FigurePicture: HandoutDrawing]] = [:]) {
        self.drawings = drawings
    }

    subscript(slug: Slug, picture: FigurePicture) -> HandoutDrawing? { drawings[slug]?[picture] }

    /// Where the template finds a picture; none where it has not been drawn.
    func source(_ picture: FigurePicture, of slug: Slug) -> HandoutPicture.Source? {
        self[slug, picture].map { .drawing(name: name(picture, of: slug), width: $0.width, height: $0.height) }
    }

    /// A picture's name in the document, such as `cat-camel/rounded`.
    private func name(_ picture: FigurePicture, of slug: Slug) -> String {
        // A slash stands only before a name of the author's own.
        switch picture {
        case .pose(let name): "\(slug)/\(name)"
        case .card: "\(slug) card"
        case .motion: "\(slug) motion"
        }
    }

    /// By name, those of the exercises that the text or the overview of a handout shows; each once, however often it is shown.
    func named(of exercises: [Exercise], withCards: Bool) -> [String: HandoutDrawing] {
        var named: [String: HandoutDrawing] = [:]
        for exercise in exercises {
            var pictures = exercise.body.poseDescriptions.map { pose, _ in FigurePicture.pose(pose) }
            if withCards, let card = exercise.figures?.cardPicture { pictures.append(card) }
            for picture in pictures {
                named[name(picture, of: exercise.slug)] = self[exercise.slug, picture]
            }
        }
        return named
    }
}
