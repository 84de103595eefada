import Foundation
import Testing

@testable import FigureDrawing

@Suite("Smoothing, simplifying and fitting lines")
struct LineTests {
    private let stairs = Chain(points: (0..<60).map { Point(Double(($0 + 1) / 2), Double($0 / 2)) }, isClosed: false)

    private func circle(_ radius: Double, _ count: Int) -> Chain {
        Chain(
            points: (0..<count).map { i in
                let angle = Double(i) / Double(count) * 2 * .pi
                return Point(cos(angle), sin(angle)) * radius
            }, isClosed: true)
    }

    private func distance(_ point: Point, _ curves: [CubicCurve]) -> Double {
        curves.flatMap { curve in (0...200).map { (curve.point(at: Double($0) / 200) - point).length } }.min() ?? .infinity
    }

    @Test func smoothingKeepsOpenEnds() {
        let smooth = GaussianSmoothing(sigma: 2.2).smoothed(stairs)
        #expect((smooth.points[0] - stairs.points[0]).length < 1e-9)
        #expect((smooth.points[59] - stairs.points[59]).length < 1e-9)
        #expect(smooth.points[20..<40].allSatisfy { abs($0.x - $0.y - 0.5) < 0.02 })
    }

    @Test func smoothingKeepsACirclesMiddle() {
        let smooth = GaussianSmoothing(sigma: 3).smoothed(circle(40, 250))
        let middle = smooth.points.reduce(.zero, +) / 250
        #expect(middle.length < 1e-6)
        #expect(smooth.points.allSatisfy { abs($0.length - 40) < 0.5 })
    }

    @Test(arguments: [0, 1, 2, 3, 5])
    func smoothingTakesShortChains(count: Int) {
        for isClosed in [true, false] {
            let chain = Chain(points: Array(stairs.points.prefix(count)), isClosed: isClosed)
            #expect(GaussianSmoothing(sigma: 7).smoothed(chain).points.count == count)
        }
    }

    @Test func simplifyingLeavesTheCornersOfASquare() {
        let side = (0..<20).map(Double.init)
        let points =
            side.map { Point($0, 0) } + side.map { Point(20, $0) } + side.map { Point(20 - $0, 20) } + side.map { Point(0, 20 - $0) }
        let corners = LineSimplification(tolerance: 1).simplified(Chain(points: Array(points[7...] + points[..<7]), isClosed: true))
        #expect(Set(corners.points) == [Point(0, 0), Point(20, 0), Point(20, 20), Point(0, 20)])
    }

    @Test(arguments: [0.2, 0.7, 2.0], [1, 2])
    func curvesStayWithinTheError(error: Double, stride: Int) {
        let points = (0..<300).map { Point(Double($0), 30 * sin(Double($0) / 17)) }
        let curves = CurveFitting(error: error, stride: stride).curves(through: Chain(points: points, isClosed: false))
        #expect(curves.first?.start == points[0])
        #expect(curves.last?.end == points[299])
        #expect(zip(curves, curves.dropFirst()).allSatisfy { $0.end == $1.start })
        #expect(points.indices.filter { $0 % 7 == 0 }.allSatisfy { distance(points[$0], curves) < error + 0.3 })
    }

    @Test func aClosedLineEndsWhereItStarts() {
        let curves = CurveFitting(error: 0.3).curves(through: circle(30, 190))
        #expect(curves.first?.start == curves.last?.end)
        #expect(curves.count < 12)
    }

    @Test func cornersStaySharp() {
        let points = (0..<30).map { Point(Double($0), 0) } + (0...30).map { Point(30, Double($0)) }
        let chain = Chain(points: points, isClosed: false)
        #expect(CornerFinder().corners(of: chain) == [30])
        #expect(CurveFitting(error: 0.5).curves(through: chain).map(\.end).contains(Point(30, 0)))
    }

    @Test(arguments: [
        [Point(0, 0)], [Point(0, 0), Point(3, 4)], [Point(0, 0), Point(1, 0), Point(2, 1)], [Point](repeating: Point(5, 5), count: 40),
        [Point(.nan, 0), Point(0, 0), Point(9, 0)], [Point(.infinity, .nan)], [],
    ])
    func oddChainsGiveFiniteCurves(points: [Point]) {
        for isClosed in [true, false] {
            let curves = CurveFitting(error: 0.5).curves(through: Chain(points: points, isClosed: isClosed))
            let all = curves.flatMap { [$0.start, $0.control1, $0.control2, $0.end] }
            #expect(all.allSatisfy { $0.x.isFinite && $0.y.isFinite })
            #expect(curves.isEmpty == (points.filter { $0.x.isFinite && $0.y.isFinite }.count < 2))
        }
    }
}
