import Diagnostics
import Exercises
import Testing

@testable import ContentLoading

@Suite("The figures of an exercise")
struct FiguresLoadingTests {
    @Test func aPoseInheritsTheStartWhichIsItsGhost() throws {
        let figures = try PoseSample.figures(
            """
              start: {from: all-fours}
              poses:
                rounded: {spine: 84, arrow: mid-back, mark: [knee.R, knee.L]}
                sagged: {from: start, lumbar: -30, ghost: none}
                further: {from: rounded, neck: 34, ghost: rounded, arrow: [turn, hand.R]}
            """)
        #expect(figures.poses.map(\.name) == ["start", "rounded", "sagged", "further"])
        let (start, rounded) = (try #require(figures["start"]), try #require(figures["rounded"]))
        #expect(start.start == nil)
        #expect(start.pose.body == BodyPlacement(pitch: 84))
        #expect(rounded.start == start.pose)
        #expect(rounded.pose.rest == [.knees, .arms(0.995)])
        #expect(rounded.pose.spine == RegionAngles(flex: 84))
        #expect(rounded.arrows == [.path(BodyAnchor(part: .midBack))])
        #expect(rounded.sideMarks == [BodyAnchor(part: .knee, side: .right), BodyAnchor(part: .knee, side: .left)])
        #expect(figures["sagged"]?.start == nil)
        #expect(figures["further"]?.start == rounded.pose)
        #expect(figures["further"]?.pose.spine == RegionAngles(flex: 84))
        #expect(figures["further"]?.arrows == [.turn, .path(BodyAnchor(part: .hand, side: .right))])
        #expect(figures.cover == "further")
        #expect(figures.motion == ["start", "rounded"])
    }

    @Test func theExercisesCameraAndSceneWinOverThoseOfABasePoseAndAPosesOwnOverBoth() throws {
        let figures = try PoseSample.figures(
            """
              camera: front
              scene: [mat]
              start: {from: standing}
              poses:
                near: {camera: {azimuth: 1, elevation: 2}, props: [chair]}
                next: {from: near}
            """)
        #expect(figures["start"]?.camera == Camera.named["front"])
        #expect(figures["start"]?.props == [.mat])
        #expect(figures["near"]?.camera == Camera(azimuth: 1, elevation: 2))
        #expect(figures["next"]?.props == [.chair])
        let plain = try PoseSample.figures("  start: {from: standing}\n  poses: {a: {from: all-fours}}")
        #expect(plain["start"]?.camera == Camera.named["back"])
        #expect(plain["start"]?.props == [.wall])
        #expect(plain["a"]?.camera == .side)
        #expect(plain["a"]?.props == [])
    }

    @Test func aMirrorImageIsThePoseItselfMarkedAsMirrored() throws {
        let figures = try PoseSample.figures(
            """
              start: {from: standing}
              show: turned-left
              motion: [start, turned-right, start, turned-left]
              poses:
                turned-left: {mirror: turned-right}
                turned-right: {spine: {twist: 45 right}, arrow: turn}
            """)
        let (left, right) = (try #require(figures["turned-left"]), try #require(figures["turned-right"]))
        #expect(left.isMirrored && !right.isMirrored)
        #expect(left.pose == right.pose)
        #expect(left.start == right.start)
        #expect(left.arrows == [.turn])
        #expect(figures.cover == "turned-left")
        #expect(figures.motion == ["start", "turned-right", "start", "turned-left"])
    }

    @Test(arguments: [
        ("![a](figure:b) ![a](figure:a) ![a](figure:b) ![a](figure:c)", ["a": "B", "b": "A", "c": "C"]),
        ("![a](figure:b) ![a](figure:b)", [:]), ("![a](figure:start) ![a](figure:a)", ["start": "A", "a": "B"]),
        ("![a](figure:a) ![a](figure:quiet)", [:]), ("![a](figure:quiet) ![a](figure:c) ![a](figure:a)", ["c": "A", "a": "B"]),
        ("![a](figure:own) ![a](figure:a)", [:]),
    ])
    func lettersFollowTheTextWhereItShowsSeveralPictures(text: String, letters: [String: String]) throws {
        let front = """
            figures:
              start: {from: standing}
              poses:
                a: {neck: 1}
                b: {neck: 2}
                c: {mirror: a}
                quiet: {neck: 3, letter: none}
                own: {image: own.jpg, author: A, licence: CC0}
            """
        let content = try PoseSample.load(figures: front, more: ["Content/Media/own.jpg": "x"], body: "## Steps\n\n1. Do. \(text)\n")
        #expect(content.diagnostics == [])
        let exercise = try #require(Slug("bridge").flatMap { content.soundLibrary?.exercise($0) })
        #expect(exercise.pictures.map(\.pose) == ["own"])
        let found = (exercise.figures?.poses ?? []).compactMap { pose in pose.letter.map { (pose.name, String($0)) } }
        #expect(Dictionary(uniqueKeysWithValues: found) == letters)
    }

    @Test func thePersonIsTheSitesUnlessTheExerciseSaysOtherwise() throws {
        let site = (TemporaryLibrary.base["Content/site.yaml"] ?? "") + "figures: {person: {skin: tan, hair: bun, hairColour: grey}}\n"
        let front = "figures: {person: {hair: bob, build: broad, clothes: green}, start: {from: standing}}"
        let library = try #require(try PoseSample.load(figures: front, more: ["Content/site.yaml": site]).soundLibrary)
        #expect(library.site.person == Person(skin: .tan, hair: .bun, hairColour: .grey))
        let exercise = try #require(library.exercises.first)
        #expect(exercise.figures?.poses.first?.person == Person(skin: .tan, hair: .bob, hairColour: .grey, build: .broad, clothes: .green))
        #expect(exercise.figures?.motion == [])
    }

    @Test func aPoseCanBearTheNameOfTheBasePoseThatItComesFrom() throws {
        let figures = try PoseSample.figures("  poses: {standing: {from: standing, neck: 5}, more: {from: standing, head: 1}}")
        #expect(figures["standing"]?.pose.rest != nil)
        #expect(figures["more"]?.pose.neck == RegionAngles(flex: 5))
        #expect(figures["more"]?.start == nil)
    }

    @Test func noMotionWhereItIsNotWanted() throws {
        #expect(try PoseSample.figures("  motion: none\n  start: {from: standing}\n  poses: {a: {neck: 5}}").motion == [])
        #expect(try PoseSample.figures("  start: {from: standing}\n  poses: {a: {mirror: b}, b: {neck: 5}}").motion == ["start", "b"])
    }

    @Test func theKeysOfAPoseHavePlaces() throws {
        let front = "figures:\n  start: {from: standing}\n  poses:\n    up: {hands: {room: [0, 2, 0]}, handL: head.L}"
        let content = try PoseSample.load(figures: front)
        let origin = try #require(Slug("bridge").flatMap { content.origins[$0] })
        func text(_ path: String) -> String? {
            origin.ranges.nearest(to: path).map { range in
                String(Substring(origin.file.text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound)))
            }
        }
        #expect(text("figures.poses.up.handL") == "head.L")
        #expect(text("figures.poses.up.handR")?.hasPrefix("{room") == true)
        #expect(text("figures.poses.up.kneeR") == "up")
        #expect(text("figures.start.kneeR") == "start")
    }
}
