import CommonMark
import Exercises
import Foundation
import Testing

@testable import FigureDrawing

@Suite("The illustrations of the library")
struct IllustrationTests {
    @Test func everyExerciseThatReadersDoIsIllustrated() throws {
        for exercise in try ExampleLibrary.library().exercises where exercise.mayBeHandedOut {
            #expect(exercise.figures != nil, "\(exercise.slug.text)")
        }
    }

    @Test func whatIsOnlyExplainedHasNoPicturesToFollow() throws {
        let explained = try ExampleLibrary.library().exercises.filter { !$0.mayBeHandedOut }
        #expect(explained.count == 3)
        #expect(explained.allSatisfy { $0.figures == nil && $0.pictures.isEmpty })
    }

    /// Steps that hold, breathe, repeat or tell what to feel change no posture.
    static let still = [
        "Hold", "Do ", "Repeat", "Keep", "Let your stomach", "Stop", "Relax", "Breathe", "Check", "Lay your arms", "Rest", "Press",
        "Tighten",
        "Point your nose", "Roll to and fro", "Lie back", "Sit up slowly, all", "Interlock", "Lace",
    ]

    @Test func everyStepThatChangesThePostureHasItsPicture() throws {
        for exercise in try ExampleLibrary.library().exercises where exercise.mayBeHandedOut {
            for step in exercise.illustratedSteps where !Self.still.contains(where: step.words.hasPrefix) {
                #expect(!step.pictures.isEmpty, "\(exercise.slug.text): \(step.words)")
            }
        }
    }

    @Test func noPictureIsWithoutAStep() throws {
        for exercise in try ExampleLibrary.library().exercises {
            var shown: Set<String> = []
            exercise.body.allBlocks.forEachLinkAndImage { inline in
                if case .image(let link, _) = inline.kind, case .figure(let name)? = try? Reference(destination: link.destination) {
                    shown.insert(name)
                }
            }
            let poses = exercise.figures?.poses ?? []
            for pose in poses {
                // One that nothing shows may still be what a movement starts from.
                let isStart = poses.contains { $0.start == pose.pose }
                #expect(shown.contains(pose.name) || isStart, "\(exercise.slug.text): \(pose.name) is drawn and not shown")
            }
        }
    }

    @Test func alternativeTextsDescribeAndDoNotAnnounce() throws {
        for exercise in try ExampleLibrary.library().exercises {
            for (pose, alternative) in exercise.illustratedSteps.flatMap(\.pictures) {
                #expect(alternative.count > 15, "\(exercise.slug.text): \(pose.name)")
                #expect(alternative.range(of: "image|picture|photo", options: [.regularExpression, .caseInsensitive]) == nil)
            }
        }
    }

    @Test func thereAreAtLeastThirtyBasePoses() throws {
        #expect(try ExampleLibrary.library().basePoses.entries.count >= 30)
    }

    @Test func noPoseIsImpossible() throws {
        let library = try ExampleLibrary.library()
        for entry in library.basePoses.entries { #expect(PoseInspection.findings(in: entry.pose) == [], "\(entry.name)") }
        for exercise in library.exercises {
            for pose in exercise.figures?.poses ?? [] {
                #expect(PoseInspection.findings(in: pose.pose) == [], "\(exercise.slug.text): \(pose.name)")
            }
        }
    }
}
