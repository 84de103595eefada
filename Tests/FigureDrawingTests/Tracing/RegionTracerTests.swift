import Testing

@testable import FigureDrawing

@Suite("Tracing regions")
struct RegionTracerTests {
    /// Rows of characters, `#` inside.
    private func loops(_ rows: [String]) -> [Chain] {
        let labels = rows.flatMap { $0.map { UInt8($0 == "#" ? 1 : 0) } }
        var tracer = RegionTracer(RegionMap(width: rows.first?.count ?? 0, height: rows.count, labels: labels))
        return tracer.loops(of: RegionMap.Labels([1]))
    }

    @Test func aSquareIsWalkedClockwise() {
        let loops = loops(["....", ".##.", ".##.", "...."])
        #expect(loops.count == 1)
        #expect(loops[0].points.count == 8)
        #expect(loops[0].doubledArea == 8)
    }

    @Test func aHoleIsWalkedTheOtherWay() {
        let loops = loops(["###", "#.#", "###"])
        #expect(loops.map(\.doubledArea) == [18, -2])
    }

    @Test func pixelsThatTouchAtACornerAreApart() {
        let loops = loops(["#.", ".#"])
        #expect(loops.map(\.doubledArea) == [2, 2])
    }

    @Test func holesThatTouchAtACornerAreOne() {
        let loops = loops(["####", "#.##", "##.#", "####"])
        #expect(loops.map(\.doubledArea).reduce(0, +) == 2 * 14)
        #expect(loops.count == 2)
    }

    @Test func theEdgeOfThePictureIsABoundary() {
        #expect(loops(["##", "##"]).map(\.doubledArea) == [8])
    }

    @Test func aDiscsAreaIsItsPixels() {
        let rows = (0..<40).map { y in
            String((0..<40).map { x in (x - 20) * (x - 20) + (y - 20) * (y - 20) < 200 ? Character("#") : "." })
        }
        let pixels = rows.joined().filter { $0 == "#" }.count
        #expect(loops(rows).map(\.doubledArea) == [Double(2 * pixels)])
    }

    @Test func regionsAreTracedOneAfterTheOther() {
        var tracer = RegionTracer(RegionMap(width: 3, height: 1, labels: [1, 2, 1]))
        #expect(tracer.loops(of: RegionMap.Labels([1])).count == 2)
        #expect(tracer.loops(of: RegionMap.Labels([2])).count == 1)
        #expect(tracer.loops(of: RegionMap.Labels([1, 2])).count == 1)
    }

    @Test func missingPixelsAreOutside() {
        var tracer = RegionTracer(RegionMap(width: 4, height: 2, labels: [1]))
        #expect(tracer.loops(of: RegionMap.Labels([1])).map(\.doubledArea) == [2])
        #expect(loops([]).isEmpty)
    }
}
