import Exercises
import Foundation
import Testing

@testable import FigureDrawing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("SVG files")
struct SceneDrawingTests {
    private func drawing(_ scene: Scene, title: String = "Title", description: String = "Words", id: String = "p") -> Drawing {
        SceneDrawing.drawing(of: scene, style: .colour, title: title, description: description, id: id)
    }

    private func isWellFormed(_ svg: String) -> Bool {
        let parser = XMLParser(data: Data(svg.utf8))
        return parser.parse()
    }

    private func pathPoints(_ svg: String) -> [[Point]] {
        svg.matches(of: #/ d="([^"]*)"/#).map { PathReader.points(String($0.output.1)) }
    }

    @Test func hostileWordsAreEscaped() {
        let svg = drawing(
            .blocks, title: "</title><script>alert('1')</script>&\u{0}\u{1B}\u{FFFF}", description: "\"<&>'\u{8}", id: "a\" onload=\"x"
        ).svg
        #expect(isWellFormed(svg))
        #expect(!svg.contains("<script"))
        #expect(svg.contains("&lt;script&gt;alert(&#39;1&#39;)"))
        #expect(svg.contains("id=\"a--onload--x-t\"") && svg.contains("aria-labelledby=\"a--onload--x-t a--onload--x-d\""))
    }

    @Test func aPictureHasNoStylesScriptsTextsOrFurtherIdentifiers() {
        let svg = drawing(.blocks).svg
        for word in ["<style", "<text", "class=", "style=", "href", "url("] { #expect(!svg.contains(word)) }
        #expect(svg.matches(of: #/ id="/#).count == 2)
        #expect(svg.contains("viewBox=\"0 0 150 120\" width=\"150\" height=\"120\" role=\"img\""))
    }

    @Test func withoutADescriptionThereIsNone() {
        let svg = drawing(.blocks, description: " ").svg
        #expect(!svg.contains("<desc") && svg.contains("aria-labelledby=\"p-t\""))
    }

    @Test func aMirroredPictureIsTheExactMirrorImage() {
        var scene = Scene.blocks
        scene.arrows = [ProjectedArrow(points: [Point(60, 100), Point(60, 20)], isTurn: false)]
        let plain = drawing(scene)
        scene.isMirrored = true
        let mirrored = drawing(scene)
        #expect(mirrored.width == plain.width && mirrored.height == plain.height)
        let (before, after) = (pathPoints(plain.svg), pathPoints(mirrored.svg))
        #expect(before.count == after.count)
        for (one, other) in zip(before.joined(), after.joined()) {
            #expect(abs(Double(plain.width) - one.x - other.x) < 1e-6 && abs(one.y - other.y) < 1e-6)
        }
    }

    @Test func sideMarksOfAMirroredPictureNameTheOtherSide() {
        var scene = Scene.blocks
        scene.sideMarks = [SideMark(place: Point(67, 60), side: .right)]
        let right = drawing(scene).svg
        scene.isMirrored = true
        scene.sideMarks[0].side = .left
        let mirrored = drawing(scene).svg
        // The same glyph, at the mirrored place.
        func strokes(_ svg: String) -> [[Point]] {
            pathPoints(svg).suffix(1).map { points in points.map { ($0 - points[0]) } }
        }
        #expect(zip(strokes(right).joined(), strokes(mirrored).joined()).allSatisfy { ($0 - $1).length < 1e-6 })
    }

    @Test func theLettersCircleIsInTheUpperLeftCornerEitherWay() {
        for isMirrored in [false, true] {
            var scene = Scene.blocks
            scene.letter = "B"
            scene.isMirrored = isMirrored
            let circle = pathPoints(drawing(scene).svg).suffix(2).first ?? []
            #expect(circle.allSatisfy { $0.x < 30 && $0.y < 30 && $0.x >= 0 && $0.y >= 0 })
        }
    }

    @Test(arguments: [0, 1, 2, 5, 60])
    func emptyPicturesAreValid(side: Int) {
        var scene = Scene(buffer: .empty(width: side, height: side))
        scene.ghost = Mask(width: side, height: side, pixelsPerUnit: 2, values: [])
        scene.shadow = Mask(width: 7, height: 3, pixelsPerUnit: 0, values: [1, 1])
        scene.letter = "A"
        scene.arrows = [
            ProjectedArrow(points: [], isTurn: true), ProjectedArrow(points: [Point(.nan, 1), Point(2, .infinity)], isTurn: false),
            ProjectedArrow(points: [Point(3, 3), Point(3, 3)], isTurn: false),
        ]
        scene.sideMarks = [SideMark(place: Point(.nan, .nan), side: .left)]
        let svg = drawing(scene).svg
        #expect(isWellFormed(svg))
        #expect(!svg.contains("nan") && !svg.contains("inf"))
    }

    @Test func aBufferWithMissingArraysIsValid() {
        var buffer = GeometryBuffer.empty(width: 50, height: 50)
        buffer.part = [1]
        #expect(isWellFormed(drawing(Scene(buffer: buffer)).svg))
    }

    @Test func furnitureBeforeABodyIsDrawnAfterIt() {
        var scene = Scene.blocks
        let behind = drawing(scene).svg
        scene.buffer.fill(100..<110, 40..<200, .prop(1), .prop, depth: 0.5)
        let before = drawing(scene).svg
        func propPaths(_ svg: String) -> Int { svg.matches(of: #/stroke-width="2\.4" d="/#).count }
        #expect(propPaths(before) == propPaths(behind) + 1)
    }

    @Test func aMovingPictureShowsItsLastFrameWhereMotionIsUnwanted() {
        let scene = Scene.blocks
        let svg = SceneDrawing.motion(
            of: [scene, scene, scene], holds: [true, false, true], background: Scene(buffer: .empty(width: 300, height: 240)),
            style: .colour, title: "T", description: "D", id: "m"
        ).svg
        #expect(isWellFormed(svg))
        #expect(svg.contains("@media (prefers-reduced-motion:reduce),print{.m-f{animation:none}}"))
        #expect(svg.matches(of: #/visibility="hidden"/#).count == 2)
        #expect(svg.contains("class=\"m-f m-2\" fill"))
        #expect(svg.matches(of: #/@keyframes m-[012]/#).count == 3)
        // Held, step, held, step.
        #expect(svg.contains("animation:2600ms step-end infinite"))
        #expect(
            svg.contains(
                "@keyframes m-1{0.00%{visibility:hidden}42.31%{visibility:visible}50.00%{visibility:hidden}92.31%{visibility:visible}}"))
    }

    @Test func oneFrameDoesNotMove() {
        let svg = SceneDrawing.motion(
            of: [.blocks], holds: [], background: .blocks, style: .colour, title: "T", description: "D", id: "m"
        ).svg
        #expect(isWellFormed(svg) && !svg.contains("<style"))
    }
}
