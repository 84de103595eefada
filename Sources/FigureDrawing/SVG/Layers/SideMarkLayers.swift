import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// R or L in a small circle beside a limb.
enum SideMarkLayers {
    static let radius = 11.5

    /// Where each mark's centre comes to lie: near its place, off the faces and clear of the arrows.
    static func centres(_ marks: [SideMark], body: DistanceField, heads: DistanceField, arrows: [[Point]]) -> [Point] {
        var centres: [Point] = []
        for mark in marks {
            var best = (score: Double.infinity, centre: mark.place)
            for distance in stride(from: 0.0, through: 48, by: 6) {
                for step in 0..<(distance == 0 ? 1 : 16) {
                    let angle = Double(step) * .pi / 8
                    let centre = mark.place + Point(cos(angle), sin(angle)) * distance
                    var score = distance + max(0, radius + 6 - heads.distance(centre)) * 40
                    score += max(0, radius + 4 - body.distance(centre)) * 2
                    for place in arrows.joined() { score += max(0, radius + 8 - (place - centre).length) * 10 }
                    for other in centres { score += max(0, 2 * radius + 4 - (other - centre).length) * 10 }
                    if score < best.score { best = (score, centre) }
                }
            }
            centres.append(best.centre)
        }
        return centres
    }

    static func layers(_ marks: [SideMark], centres: [Point], isMirrored: Bool, _ palette: Palette) -> [Layer] {
        guard !marks.isEmpty else { return [] }
        let circles = centres.map { Outline.circle(centre: $0, radius: radius) }
        let letters = zip(marks, centres).flatMap { mark, centre in
            let side = isMirrored ? mark.side.opposite : mark.side
            return LetterGlyph.outlines(side == .right ? "R" : "L", height: 11, at: centre)
        }
        return [
            Layer(paint: Paint(stroke: .white, strokeWidth: 5), outlines: circles),
            Layer(paint: Paint(fill: .white, stroke: palette.ink, strokeWidth: 1.6), outlines: circles),
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: 2.1), outlines: letters),
        ]
    }
}
