import Testing

@testable import FigureDrawing

@Suite("Path data")
struct PathTextTests {
    private func text(_ outline: Outline, isMirrored: Bool = false) -> String {
        var text = PathText(PictureFrame(from: .zero, to: Point(1000, 1000), isMirrored: isMirrored))
        text.append(outline)
        return text.text
    }

    @Test func readsBackWithinAHalfTenthAndDoesNotDrift() {
        // A fixed sequence of odd steps in all directions.
        var point = Point(500, 500)
        var state: UInt64 = 7
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24) * 4.3 - 2.15
        }
        let curves = (0..<2000).map { _ in
            let start = point
            point = Point(start.x + next(), start.y + next())
            return CubicCurve(
                start: start, control1: start + Point(next(), next()), control2: point + Point(next(), next()), end: point)
        }
        let read = Set(
            PathReader.points(text(Outline(curves: curves, isClosed: false))).map { Point(($0.x * 10).rounded(), ($0.y * 10).rounded()) })
        for curve in curves { #expect(read.contains(Point((curve.end.x * 10).rounded(), (curve.end.y * 10).rounded()))) }
    }

    @Test func usesTheShortestNotation() {
        let points = [Point(1, 2), Point(1.5, 2), Point(1.5, 1.5), Point(2, 2), Point(2.5, 2.5)]
        #expect(text(Outline(lines: points, isClosed: true)) == "M1 2h.5v-.5l.5.5.5.5z")
    }

    @Test func straightCurvesBecomeLines() {
        let curve = CubicCurve(start: Point(0, 0), control1: Point(3, 3), control2: Point(6, 6), end: Point(9, 9))
        #expect(text(Outline(curves: [curve], isClosed: false)) == "M0 0l9 9")
    }

    @Test func leftAndRightChangePlacesButNotWithinAnAnchor() {
        #expect(text(Outline(lines: [Point(10, 5), Point(20, 6)], isClosed: false), isMirrored: true) == "M990 5l-10 1")
        let glyph = Outline(lines: [Point(0, 0), Point(3, 1)], isClosed: false, anchor: Point(10, 5))
        #expect(text(glyph, isMirrored: true) == "M990 5l3 1")
    }

    @Test func oddNumbersAreHeldBack() {
        let path = text(Outline(lines: [Point(.nan, .infinity), Point(1e300, -1e300)], isClosed: false))
        #expect(path == "M0 0l1000000-1000000")
    }

    @Test(arguments: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    func everyLetterHasStrokesInItsBox(letter: Character) {
        let outlines = LetterGlyph.outlines(letter, height: 12, at: .zero)
        #expect(!outlines.isEmpty)
        for outline in outlines {
            guard case .curves(let curves) = outline.pieces else { continue }
            #expect(!curves.isEmpty)
            let places = curves.flatMap { curve in (0...20).map { curve.point(at: Double($0) / 20) } }
            #expect(places.allSatisfy { abs($0.x) <= 6 && abs($0.y) <= 6.8 })
        }
        #expect(LetterGlyph.outlines(Character(letter.lowercased()), height: 12, at: .zero) == outlines)
    }

    @Test(arguments: ["ß", "1", "é", "\u{1F600}", " "] as [Character])
    func otherCharactersAreHarmless(letter: Character) {
        #expect(LetterGlyph.outlines(letter, height: 12, at: .zero).count < 4)
    }
}
