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
        Drawing(
            svg: """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" width="320" height="200" role="img" \
                aria-labelledby="\(id)-t"><title id="\(id)-t">Picture</title></svg>
                """, width: 320, height: 200)
    }

    /// A picture that moves to and fro between the poses of an exercise; none when there are fewer than two.
    package func motion(of figures: Figures, title: String, description: String, id: String) -> Drawing? {
        guard figures.motion.count > 1, let pose = figures[figures.motion[0]] else { return nil }
        return drawing(of: pose, title: title, description: description, id: id)
    }
}
