/// The letter of the step, white in a dark circle.
struct LetterBadge: Sendable {
    static let radius = 13.0
    private static let gap = 4.0
    let letter: Character
    let centre: Point

    /// Goes to the corner that is the picture's upper left one, and out of the picture as far as it must to keep clear of `field`.
    init(_ letter: Character, from least: Point, to most: Point, isMirrored: Bool, field: DistanceField) {
        self.letter = letter
        let inset = Self.radius + 1
        let outwards = isMirrored ? 1.0 : -1.0
        let corner = Point(isMirrored ? most.x - inset : least.x + inset, least.y + inset)
        var centre = corner + Point(0, -2 * inset)
        search: for distance in stride(from: 0.0, through: 2 * inset, by: 2) {
            for move in [Point(outwards * distance, 0), Point(0, -distance)]
            where field.distance(corner + move) >= Self.radius + Self.gap + DistanceField.cell {
                centre = corner + move
                break search
            }
        }
        self.centre = centre
    }

    func layers(_ palette: Palette) -> [Layer] {
        [
            Layer(paint: Paint(fill: palette.badge), outlines: [.circle(centre: centre, radius: Self.radius)]),
            Layer(paint: Paint(stroke: .white, strokeWidth: 2.4), outlines: LetterGlyph.outlines(letter, height: 12, at: centre)),
        ]
    }
}
