package import Exercises

/// A picture as SVG text.
package struct Drawing: Hashable, Sendable {
    package let svg: String
    /// Picture units; 232 to a metre of the person, in every picture.
    package let width: Int
    package let height: Int
}

/// The colours of pictures.
package enum FigureStyle: String, Hashable, Sendable, CaseIterable {
    case colour
    case blackAndWhite
}

/// Draws poses.
package struct FigureRenderer: Sendable {
    package let style: FigureStyle

    package init(style: FigureStyle = .colour) {
        self.style = style
    }

    /// One pose as a picture. `id` must be unique on the page that shows it; `description` is the alternative text.
    package func drawing(of figure: DrawnPose, title: String, description: String, id: String) -> Drawing {
        SceneDrawing.drawing(
            of: Scene(FigureStage(figure), figure: figure), style: style, title: title, description: description, id: id)
    }

    /// A picture that moves to and fro between the poses of an exercise; none when there are fewer than two.
    package func motion(of figures: Figures, title: String, description: String, id: String) -> Drawing? {
        Movement(figures).map { movement in
            SceneDrawing.motion(
                of: movement.frames, holds: movement.holds, background: movement.background, style: style, title: title,
                description: description, id: id)
        }
    }
}
