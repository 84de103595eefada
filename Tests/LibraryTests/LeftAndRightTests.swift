import Exercises
import Testing

@testable import FigureDrawing

/// What a picture must show, for the side that its step names.
enum Sight: Sendable {
    /// This knee is the higher one.
    case kneeUp
    /// The chest is turned this way against the pelvis.
    case chestTurned
    /// The head looks this way, further than the chest.
    case headTurned
    /// Lying on the back, both knees are on this side of the chest.
    case kneesRolled
    /// This leg lies across the body, on the other side.
    case legAcross
    /// This ankle rests on the other thigh.
    case ankleOnOtherThigh
    /// This foot stands on the outside of the other leg.
    case footOutsideOtherLeg
    /// This knee is touched by the other hand.
    case kneeHeldByOtherHand
    /// This hand is on the floor behind the body.
    case handOnFloorBehind
    /// The other arm presses against this thigh.
    case thighPressedByOtherArm
    /// Both hands hold this thigh.
    case thighHeldByBothHands

    func holds(in posture: Posture, side: Side) -> Bool {
        let other = side.opposite
        let leg = posture.legs[side]
        let otherLeg = posture.legs[other]
        /// How far to this side something lies, seen from a frame.
        func aside(_ vector: Vector, _ frame: Rotation) -> Double { (frame.inverse * vector).z * side.sign }
        switch self {
        case .kneeUp: return leg.knee.y > otherLeg.knee.y + 0.12
        case .chestTurned: return aside(posture.chest.rotation.x, posture.pelvis.rotation) > 0.3
        case .headTurned: return aside(posture.head.rotation.x, posture.chest.rotation) > 0.3
        case .kneesRolled:
            return [leg, otherLeg].allSatisfy { aside($0.knee - posture.chest.position, posture.chest.rotation) > 0.1 }
        case .legAcross: return aside(leg.ankle - posture.chest.position, posture.chest.rotation) < -0.2
        case .ankleOnOtherThigh:
            return (leg.ankle - otherLeg.knee).length < 0.2 && leg.ankle.y > otherLeg.knee.y
        case .footOutsideOtherLeg:
            return aside(leg.ankle - posture.pelvis.position, posture.pelvis.rotation)
                < aside(otherLeg.knee - posture.pelvis.position, posture.pelvis.rotation) - 0.05
        case .kneeHeldByOtherHand: return (posture.arms[other].wrist - leg.knee).length < 0.2
        case .handOnFloorBehind:
            return posture.arms[side].wrist.y < 0.08 && posture.arms[side].wrist.x < posture.pelvis.position.x - 0.05
        case .thighPressedByOtherArm:
            let middle = leg.hip.mixed(with: leg.knee, 0.8)
            return (posture.arms[other].wrist - middle).length < 0.25
        case .thighHeldByBothHands:
            let middle = leg.hip.mixed(with: leg.knee, 0.74)
            return [side, other].allSatisfy { (posture.arms[$0].wrist - middle).length < 0.25 }
        }
    }
}

@Suite("Left and right in the pictures")
struct LeftAndRightTests {
    /// Exercise, the part of the pose's name after the side, and what its picture must show.
    static let sights: [(exercise: String, pose: String, sights: [Sight])] = [
        ("single-knee-to-chest", "up", [.kneeUp]),
        ("single-knee-to-chest", "held", [.kneeUp, .thighHeldByBothHands]),
        ("single-knee-to-chest", "pulled", [.kneeUp, .thighHeldByBothHands]),
        ("lower-trunk-rotation", "rolled", [.kneesRolled]),
        ("lower-trunk-rotation", "down", [.kneesRolled]),
        ("supine-spinal-twist", "bent", [.kneeUp]),
        ("supine-spinal-twist", "spread", [.kneeUp]),
        ("supine-spinal-twist", "across", [.legAcross]),
        ("supine-spinal-twist", "held", [.legAcross, .kneeHeldByOtherHand]),
        ("supine-spinal-twist", "drawn", [.legAcross, .kneeHeldByOtherHand]),
        ("seated-piriformis-stretch", "lifted", [.kneeUp]),
        ("seated-piriformis-stretch", "crossed", [.ankleOnOtherThigh]),
        ("seated-piriformis-stretch", "leaned", [.ankleOnOtherThigh]),
        ("seated-piriformis-stretch", "sat-up", [.ankleOnOtherThigh]),
        ("supine-spinal-twist", "returned", [.kneeUp]),
        ("seated-spinal-twist", "unturned", [.kneeUp, .footOutsideOtherLeg]),
        ("seated-spinal-twist", "crossed", [.kneeUp, .footOutsideOtherLeg]),
        ("seated-spinal-twist", "turned", [.kneeUp, .chestTurned]),
        ("seated-spinal-twist", "hand", [.chestTurned, .handOnFloorBehind]),
        ("seated-spinal-twist", "pressed", [.chestTurned, .handOnFloorBehind, .thighPressedByOtherArm]),
        ("seated-spinal-twist", "looked", [.chestTurned, .headTurned, .handOnFloorBehind, .thighPressedByOtherArm]),
    ]

    static let turns = ["seated-chair-twist", "standing-trunk-rotation"]

    @Test(arguments: sights.indices, [Side.left, .right])
    func thePictureShowsTheSideThatItsNameSays(index: Int, side: Side) throws {
        let (exercise, pose, sights) = Self.sights[index]
        let posture = try ExampleLibrary.shown(exercise, "\(side.rawValue)-\(pose)")
        for sight in sights {
            #expect(sight.holds(in: posture, side: side), "\(exercise): \(side.rawValue)-\(pose) must show \(sight)")
            #expect(!sight.holds(in: posture, side: side.opposite), "\(exercise): \(sight) must tell the sides apart")
        }
    }

    @Test(arguments: turns, [Side.left, .right])
    func theUpperBodyTurnsToTheSideThatIsSaid(exercise: String, side: Side) throws {
        let posture = try ExampleLibrary.shown(exercise, "turned-\(side.rawValue)")
        #expect(Sight.chestTurned.holds(in: posture, side: side))
        let pelvis = posture.pelvis.rotation
        #expect(abs(pelvis.x.z) < 0.2, "the hips point forward")
    }

    @Test func everyPoseThatNamesASideIsCovered() throws {
        var covered: Set<String> = []
        for side in [Side.left, .right] {
            for sight in Self.sights { covered.insert("\(sight.exercise)/\(side.rawValue)-\(sight.pose)") }
            for turn in Self.turns { covered.insert("\(turn)/turned-\(side.rawValue)") }
        }
        for exercise in try ExampleLibrary.library().exercises {
            for pose in exercise.figures?.poses ?? [] where !pose.sides.isEmpty {
                #expect(covered.contains("\(exercise.slug.text)/\(pose.name)"))
            }
        }
    }

    @Test func stepAlternativeTextAndPictureNameTheSameSide() throws {
        for exercise in try ExampleLibrary.library().exercises {
            for step in exercise.illustratedSteps {
                for (pose, alternative) in step.pictures {
                    for side in pose.sides {
                        #expect(alternative.contains(side.rawValue), "\(exercise.slug.text): \(pose.name): \(alternative)")
                        // A step that returns, such as "Sit up slowly", names no side.
                        if step.words.contains("left") || step.words.contains("right") {
                            #expect(step.words.contains(side.rawValue), "\(exercise.slug.text): \(pose.name): \(step.words)")
                        }
                    }
                    for mark in pose.sideMarks {
                        let side = try #require(mark.side)
                        let shown = pose.isMirrored ? side.opposite : side
                        #expect(
                            alternative.contains(shown.rawValue), "\(exercise.slug.text): \(pose.name) marks its \(shown.rawValue) side")
                    }
                }
            }
        }
    }

    @Test func aMirroredPictureIsTheMirrorImageOfAPoseOfTheSameExercise() throws {
        for exercise in try ExampleLibrary.library().exercises {
            for pose in exercise.figures?.poses ?? [] where pose.isMirrored {
                #expect(exercise.figures?.poses.contains { !$0.isMirrored && $0.pose == pose.pose } == true)
            }
        }
    }
}

extension DrawnPose {
    /// The sides that its name says.
    fileprivate var sides: [Side] {
        let words = name.split(separator: "-")
        return [Side.left, .right].filter { words.contains(Substring($0.rawValue)) }
    }
}
