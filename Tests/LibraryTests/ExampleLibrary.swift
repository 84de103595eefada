import CommonMark
import ContentLoading
import Exercises
import Foundation
import Testing

@testable import FigureDrawing

/// The example library of this repository.
enum ExampleLibrary {
    static func library() throws -> Library { try #require(loaded) }

    /// Read once for all tests.
    private static let loaded: Library? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        let phrases = PhrasebookLoading(root: root).phrasebook(language: "en")
        return ContentLoader(root: root, headings: phrases.book).load().library
    }()

    static func exercise(_ slug: String) throws -> Exercise {
        try #require(library().exercises.first { $0.slug.text == slug })
    }

    /// What a picture shows, mirrored where the picture is.
    static func shown(_ slug: String, _ pose: String) throws -> Posture {
        let figure = try #require(exercise(slug).figures?[pose], "\(slug) has no pose \(pose)")
        let posture = PoseSolver.solve(figure.pose).posture
        return figure.isMirrored ? posture.mirrored : posture
    }
}

extension Exercise {
    /// The steps that show drawn poses: their words, and for each picture its pose and its alternative text.
    var illustratedSteps: [(words: String, pictures: [(pose: DrawnPose, alternative: String)])] {
        body.steps.map { step in
            var pictures: [(pose: DrawnPose, alternative: String)] = []
            step.blocks.forEachLinkAndImage { inline in
                guard case .image(let link, let alternative) = inline.kind,
                    case .figure(let name)? = try? Reference(destination: link.destination), let pose = figures?[name]
                else { return }
                pictures.append((pose, alternative.plainText))
            }
            let words = step.blocks.flatMap(\.ownInlines).filter { if case .image = $0.kind { false } else { true } }.plainText
            return (words, pictures)
        }
    }
}

extension Block {
    /// The inlines of a paragraph.
    fileprivate var ownInlines: [Inline] {
        if case .paragraph(let inlines) = kind { inlines } else { [] }
    }
}
