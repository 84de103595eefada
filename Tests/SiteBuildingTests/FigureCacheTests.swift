import Exercises
import FigureDrawing
import Foundation
import Testing

@testable import SiteBuilding

/// When a picture is drawn, and when the one kept is used.
struct FigureCacheTests {
    private func request(
        pose: PoseDescription = PoseDescription(), title: String = "Bridge", description: String = "Hips up", id: String = "bridge-up",
        style: FigureStyle = .colour, letter: Character? = nil, isMirrored: Bool = false
    ) -> FigureRequest {
        FigureRequest(
            subject: .pose(DrawnPose(name: "up", pose: pose, isMirrored: isMirrored, letter: letter)), title: title,
            description: description, id: id, style: style)
    }

    @Test func everythingThatADrawingDependsOnChangesItsKey() throws {
        var bent = PoseDescription()
        bent.legs.right.knee = 90
        var bentOnTheLeft = PoseDescription()
        bentOnTheLeft.legs.left.knee = 90
        var odd = PoseDescription()
        odd.legs.left.knee = .nan
        let figures = try #require(Figures(poses: [DrawnPose(name: "up", pose: bent)], cover: nil, motion: []))
        let requests = [
            request(), request(pose: bent), request(pose: bentOnTheLeft), request(pose: odd), request(title: "Bridges"),
            request(description: ""), request(id: "x"), request(style: .blackAndWhite), request(letter: "A"), request(letter: "B"),
            request(isMirrored: true),
            FigureRequest(subject: .motion(figures), title: "Bridge", description: "Hips up", id: "bridge-up", style: .colour),
        ]
        let keys = requests.compactMap { $0.key(program: "1") } + [request()].compactMap { $0.key(program: "2") }
        #expect(keys.count == requests.count + 1 && Set(keys).count == keys.count)
        #expect(request(pose: bent).key(program: "1") == request(pose: bent).key(program: "1"))
    }

    @Test func aKeptPictureIsUsedUntilItIsDamaged() async throws {
        let root = try TemporaryRoot()
        let request = request()
        let key = try #require(request.key(program: "1"))
        let drawn = try #require(await FigureCache(program: "1", root: root.path).figure(request))
        let folder = FigureFolder(root: root.path)
        #expect(folder.read(key) == drawn)
        // One that no drawing would give, so that using it shows.
        let marked = DrawnFigure(svg: "<svg/>", width: 1, height: 1)
        folder.write(marked, key)
        #expect(await FigureCache(program: "1", root: root.path).figure(request) == marked)
        #expect(await FigureCache(program: "1", root: root.path, usesEarlier: false).figure(request) == drawn)
        #expect(folder.read(key) == drawn)
        try Data("damage".utf8).write(to: URL(fileURLWithPath: root.path + "/.limber/figures/\(key).svg"))
        #expect(await FigureCache(program: "1", root: root.path).figure(request) == drawn)
        #expect(folder.read(key) == drawn)
    }

    @Test func whatALibraryNoLongerHasIsForgotten() async throws {
        let root = try TemporaryRoot()
        let cache = FigureCache(program: "1", root: root.path)
        let (first, second) = (request(), request(title: "Twist"))
        _ = await cache.figure(first)
        _ = await cache.figure(second)
        await cache.keep(only: [second])
        let key = try #require(second.key(program: "1"))
        #expect(try root.files(".limber/figures") == [key + ".svg"])
    }

    @Test func withoutALibraryPicturesAreKeptOnlyInMemory() async throws {
        let cache = FigureCache(program: "1", root: nil)
        #expect(await cache.figure(request()) == cache.figure(request()))
    }
}
