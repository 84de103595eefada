import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing

/// Something odd about a pose of an exercise.
struct LocatedPoseFinding: Sendable {
    let exercise: Slug
    /// The pose's name.
    let pose: String
    let finding: PoseFinding

    /// Over all exercises and their poses, in order. A mirrored pose is as possible as the pose that it mirrors.
    static func all(in library: Library) -> [LocatedPoseFinding] {
        library.exercises.flatMap { exercise in
            (exercise.figures?.poses ?? []).filter { !$0.isMirrored }.flatMap { pose in
                PoseInspection.findings(in: pose.pose, build: pose.person.build).map {
                    LocatedPoseFinding(exercise: exercise.slug, pose: pose.name, finding: $0)
                }
            }
        }
    }

    /// Whom it is about, to begin a sentence.
    var subject: String { finding.isPartner ? "the second person's" : "the" }

    /// A warning at the key that says it; at the pose when the pose has it from another.
    func diagnostic(_ id: String, _ message: String, in content: RuleInput, notes: [String] = [], fix: Fix? = nil) -> Diagnostic {
        let path = pose == "start" ? "figures.start" : "figures.poses.\(pose)"
        let fields = finding.key.map { key in
            let plural = key.hasSuffix("R") || key.hasSuffix("L") ? Self.plurals[String(key.dropLast())] : nil
            return [key, plural].compactMap { $0 }.map { "\(path).\(finding.isPartner ? "partner." : "")\($0)" }
        }
        let ranges = content.origins[exercise]?.ranges
        let field = (fields ?? []).first { ranges?[$0] != nil } ?? path
        return content.finding(id, .warning, "pose `\(pose)`: \(message)", page: exercise, field: field, notes: notes, fix: fix)
    }

    /// The keys that set both sides.
    private static let plurals = [
        "hand": "hands", "foot": "feet", "hip": "hips", "knee": "knees", "ankle": "ankles", "elbow": "elbows", "shoulder": "shoulders",
    ]
}

extension Double {
    /// Metres as whole centimetres.
    var centimetres: String { "\(Int((self * 100).rounded())) cm" }
    /// Whole degrees.
    var degrees: String { "\(Int(rounded()))°" }
}
