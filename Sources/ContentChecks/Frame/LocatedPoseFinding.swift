import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing

/// Something odd about a pose of an exercise.
struct LocatedPoseFinding: Sendable {
    /// The pose's name.
    let pose: String
    let finding: PoseFinding

    /// Over all poses of an exercise, in order. A mirrored pose is as possible as the pose that it mirrors.
    static func all(in exercise: Exercise?) -> [LocatedPoseFinding] {
        (exercise?.figures?.poses ?? []).filter { !$0.isMirrored }.flatMap { pose in
            PoseInspection.findings(in: pose.pose, build: pose.person.build).map { LocatedPoseFinding(pose: pose.name, finding: $0) }
        }
    }

    /// Whom it is about, to begin a sentence.
    var subject: String { finding.isPartner ? "the second person's" : "the" }

    /// Reports it at the key that says it; at the pose when the pose has it from another.
    func report(
        _ message: String, of page: CheckedPage, to report: inout RuleReport, notes: [String] = [], fix: Fix? = nil
    ) {
        let path = pose == "start" ? "figures.start" : "figures.poses.\(pose)"
        let fields = finding.key.map { key in
            let plural = key.hasSuffix("R") || key.hasSuffix("L") ? Self.plurals[String(key.dropLast())] : nil
            return [key, plural].compactMap { $0 }.map { "\(path).\(finding.isPartner ? "partner." : "")\($0)" }
        }
        let field = (fields ?? []).first { page.origin.ranges[$0] != nil } ?? path
        report.found("pose `\(pose)`: \(message)", field: field, notes: notes, fix: fix)
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
