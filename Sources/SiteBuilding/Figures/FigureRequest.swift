import ContentHashing
import Exercises
import FigureDrawing
import Foundation

/// A picture with its size, as it is drawn or was kept.
package struct DrawnFigure: Hashable, Sendable {
    package let svg: String
    /// Picture units, 232 to a metre of the person.
    package let width: Int
    package let height: Int
}

/// A picture to be drawn, with everything that its bytes depend on.
struct FigureRequest: Sendable, Encodable {
    enum Subject: Sendable, Encodable {
        case pose(DrawnPose)
        case motion(Figures)
    }

    let subject: Subject
    let title: String
    let description: String
    let id: String
    let style: FigureStyle

    private enum Key: CodingKey {
        case subject, title, description, id, style, drawing
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(subject, forKey: .subject)
        try values.encode(title, forKey: .title)
        try values.encode(description, forKey: .description)
        try values.encode(id, forKey: .id)
        try values.encode(style.rawValue, forKey: .style)
        try values.encode(FigureRenderer.version, forKey: .drawing)
    }

    /// A name for the picture's content; none when the request has no form as data. `program` is the version of Limber.
    func key(program: String) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "+", negativeInfinity: "-", nan: "?")
        guard let text = try? encoder.encode(self) else { return nil }
        return ContentHash(Array(program.utf8) + [0] + text).description
    }

    /// Draws it; none for a motion that passes through fewer than two poses.
    func draw() -> DrawnFigure? {
        let renderer = FigureRenderer(style: style)
        let drawing: Drawing? =
            switch subject {
            case .pose(let pose): renderer.drawing(of: pose, title: title, description: description, id: id)
            case .motion(let figures): renderer.motion(of: figures, title: title, description: description, id: id)
            }
        return drawing.map { DrawnFigure(svg: $0.svg, width: $0.width, height: $0.height) }
    }
}
