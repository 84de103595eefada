import Testing

@testable import FigureDrawing

@Suite("Contours")
struct ContourTests {
    /// A picture of two parts, left and right of a boundary, at given depths.
    private func contours(_ left: PartID, _ right: PartID, depths: (Float, Float)) -> [ContourTracer.Contour] {
        var buffer = GeometryBuffer.empty(width: 40, height: 40)
        buffer.fill(0..<20, 0..<40, left, .skin, depth: depths.0)
        buffer.fill(20..<40, 0..<40, right, .skin, depth: depths.1)
        return ContourTracer(buffer).contours
    }

    @Test func aLimbBeforeAnotherHasOneLine() {
        let found = contours(.thighR, .thighL, depths: (1, 1.2))
        #expect(found.count == 1)
        #expect(found.first.map { $0.chain.points.allSatisfy { $0.x == 20 } } == true)
        #expect(found.first?.isCrease == false)
    }

    @Test func adjacentPartsAtTheSameDepthHaveNone() {
        #expect(contours(.thighR, .shankR, depths: (1, 1.001)).isEmpty)
    }

    @Test func strangePartsThatTouchHaveALine() {
        #expect(contours(.handR, .thighR, depths: (1, 1.001)).count == 1)
    }

    @Test func theEdgeOfABodyAgainstFurnitureIsLeftToTheSilhouette() {
        #expect(contours(.prop(0), .thighR, depths: (1, 2)).isEmpty)
    }

    @Test func endsThatPointAtEachOtherAreJoined() {
        func piece(_ range: ClosedRange<Int>, line: UInt16) -> ContourTracer.Contour {
            ContourTracer.Contour(
                chain: Chain(points: range.map { Point(Double($0), 5) }, isClosed: false), prop: .nothing, line: line, isCrease: false,
                isJoined: false)
        }
        let joining = ContourJoining(gap: 20, foreignGap: 4, reach: 8)
        let joined = joining.joined([piece(60...90, line: 4), piece(0...20, line: 4), piece(30...50, line: 4)])
        #expect(joined.count == 1)
        #expect(joined.first.map { $0.chain.points.count } == 91)
        #expect(joining.joined([piece(0...20, line: 4), piece(30...50, line: 5)]).count == 2)
    }

    @Test func aLineAlongAnotherIsLeftOut() {
        var grid = LineGrid(width: 100, height: 100, cell: 3)
        grid.add((0..<100).map { Point(Double($0), 50) })
        func pieces(_ points: [Point]) -> [Int] { grid.pieces(of: Chain(points: points, isClosed: false)).map(\.points.count) }
        #expect(pieces((20..<60).map { Point(Double($0), 52) }) == [])
        #expect(pieces((50..<90).map { Point(30, Double($0)) }) == [40])
        // Up to the line, along it and away again.
        let bent = (0..<30).map { Point(20, Double($0) + 22) } + (20..<70).map { Point(Double($0), 52) }
        #expect(pieces(bent + (52..<90).map { Point(70, Double($0)) }).count == 2)
    }

    @Test(arguments: [(0, 0), (1, 1), (3, 40), (40, 3)])
    func smallPicturesHaveNone(width: Int, height: Int) {
        #expect(ContourTracer(.empty(width: width, height: height)).contours.isEmpty)
    }
}
