import Testing

@testable import FigureDrawing

@Suite("Places of arrows")
struct ArrowPlacementTests {
    private let body: DistanceField = {
        var buffer = GeometryBuffer.empty(width: 400, height: 300)
        buffer.fill(120..<280, 100..<220, .torso, .top, depth: 1)
        return DistanceField(buffer, pixelsPerUnit: 2) { $0.isBody }
    }()
    private var placement: ArrowPlacement { ArrowPlacement(field: body, size: Point(200, 150)) }

    @Test(arguments: [
        [Point(20, 80), Point(180, 80)], [Point(100, 80), Point(100, 60)], [Point(100, 20), Point(100, 140)],
        [Point(90, 80), Point(90, 80)],
    ])
    func arrowsKeepClearOfTheBody(points: [Point]) throws {
        let line = try #require(placement.placed(ProjectedArrow(points: points, isTurn: false)))
        #expect(line.allSatisfy { body.distance($0) >= 8 })
        #expect(Polyline(line).length >= ArrowPlacement.minimumLength - 1e-6)
    }

    @Test func anArrowBesideTheBodyStays() throws {
        let points = [Point(20, 130), Point(20, 40)]
        let line = try #require(placement.placed(ProjectedArrow(points: points, isTurn: false)))
        #expect((line[0] - points[0]).length < 1e-6)
    }

    @Test func aTurnStaysWhereItIs() throws {
        let points = [Point(80, 80), Point(100, 90), Point(120, 80)]
        let line = try #require(placement.placed(ProjectedArrow(points: points, isTurn: true)))
        #expect((line[0] - points[0]).length < 1e-6 && (line[line.count - 1] - points[2]).length < 1e-6)
    }

    @Test func arrowsKeepClearOfEachOther() throws {
        let arrow = ProjectedArrow(points: [Point(20, 130), Point(20, 40)], isTurn: false)
        let first = try #require(placement.placed(arrow))
        let second = try #require(placement.placed(arrow, besides: [first]))
        #expect(second.allSatisfy { place in first.allSatisfy { ($0 - place).length > 8 } })
    }

    @Test func distancesAreNearlyTrue() {
        #expect(abs(body.distance(Point(100, 20)) - 30) < 5)
        #expect(abs(body.distance(Point(30, 20)) - 42.4) < 7)
        #expect(body.distance(Point(100, 80)) == 0)
        #expect(body.distance(Point(.nan, .infinity)).isFinite)
    }
}
