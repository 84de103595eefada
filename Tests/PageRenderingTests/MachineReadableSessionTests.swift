import Exercises
import Testing

@testable import PageRendering

/// What a guided session is told of the two sides: a wrong picture there could hurt somebody.
struct MachineReadableSessionTests {
    private static let left = "Turn left. ![A](figure:turned-left)"
    private static let right = "Turn right. ![B](figure:turned-right)"
    private static let hold = "Hold for [a while](dose:hold)."

    private func held(
        _ steps: [String], _ sides: Sides = .both, _ first: FirstSide? = .left
    ) throws -> [HeldPose] {
        var sample = MachineReadableSample(steps: steps)
        sample.dose.sides = sides
        sample.dose.firstSide = first
        let exercise = try sample.exercise()
        return exercise.heldPoses(in: exercise.body.stepContents)
    }

    @Test func showsEachSideInItsOwnPose() throws {
        let held = try held([Self.left, "Keep still.", Self.hold, "Turn back.", Self.right, Self.hold])
        #expect(held.map(\.side) == [.left, .right])
        #expect(held.map(\.pose) == ["turned-left", "turned-right"])
        #expect(held.map(\.cues) == [[0], [4]])
        #expect(held.map(\.reminders) == [[1], []])
        #expect(held.map(\.wayOut) == [3, 6])
    }

    @Test func showsNothingWhereThePoseAndTheFirstSideDisagree() throws {
        #expect(try held([Self.right, Self.hold, Self.left, Self.hold]).isEmpty)
    }

    @Test func takesTheSideFromThePoseWhereEitherMayComeFirst() throws {
        #expect(try held([Self.right, Self.hold, Self.left, Self.hold], .alternate, .either).map(\.side) == [.right, .left])
    }

    @Test func showsNothingWhereNothingSaysTheSide() throws {
        let steps = ["Turn. ![A](figure:one)", Self.hold, "Turn. ![B](figure:two)", Self.hold]
        #expect(try held(steps, .both, .either).isEmpty)
        #expect(try held(steps, .both, .right).map(\.side) == [.right, .left])
    }

    @Test func saysNoWordsOnASideThatTheStepsLeaveOut() throws {
        let held = try held([Self.left, Self.hold, "Do the same on the other side."], .both, .either)
        #expect(held.map(\.side) == [.left, .right])
        #expect(held.map(\.pose) == ["turned-left", nil])
        #expect(held.last?.cues == [] && held.last?.wayOut == nil)
    }

    @Test func aPictureFromBeforeTheOtherSideIsNotTaken() throws {
        let held = try held([Self.left, Self.hold, "Turn the other way.", Self.hold])
        #expect(held.map(\.pose) == ["turned-left", nil])
    }

    @Test func leavesOutStepsThatSayAFigure() throws {
        let machine = try MachineReadableSample(steps: ["Lie down.", Self.hold]).machineReadable()
        let exercise = try machine.object("api/v1/exercises/twist.json")
        let session = try #require(exercise["session"] as? [String: Any])
        #expect(session["steps"] as? [String] == ["Lie down.", "Plain"])
        #expect(session["stop"] as? [String] == ["Plain", "Plain"])
    }

    @Test func whatMayNotBeHandedOutHasNoSession() throws {
        let exercise = try MachineReadableSample(advice: .notRecommended).machineReadable().object("api/v1/exercises/twist.json")
        #expect(exercise["session"] == nil)
    }

    @Test func aRestStandsBetweenAnyTwoRepetitions() throws {
        let dose = Dose(
            hold: try #require(Hold(phases: [(name: "a", time: try seconds(5)), (name: "b", time: try seconds(7))])),
            repetitions: CountQuantity(.exactly, 2...2, .times), sets: CountQuantity(.exactly, 2...2, .times), rest: try seconds(3),
            sides: .both)
        #expect(dose.sessionSeconds == 8 * (5 + 7 + 2 * Dose.secondsToMove) + 7 * 3)
    }

    private func seconds(_ number: Int) throws -> TimeQuantity {
        try #require(TimeQuantity(.exactly, number...number, .second))
    }
}
