import Diagnostics
import FigureDrawing

/// The joints of a pose stay within the range that people's joints have.
///
/// ```bad
/// lifted: {spine: 200}
/// ```
/// ```good
/// lifted: {spine: 80}
/// ```
enum JointOutOfRange: PageRule {
    static let id = "joint-out-of-range"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning
    static let inspectsPoses = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for located in page.poseFindings {
            guard case .outOfRange(let joint, let degrees, let range) = located.finding.kind else { continue }
            let side = located.finding.key.map { $0.hasSuffix("R") ? "right " : $0.hasSuffix("L") ? "left " : "" } ?? ""
            located.report(
                "\(located.subject) \(side)\(joint.words) of \(degrees.degrees) is more than people can do", of: page, to: &report,
                notes: ["expected \(range.lowerBound.degrees) to \(range.upperBound.degrees)"])
        }
    }
}

extension JointRange.Joint {
    fileprivate var words: String {
        switch self {
        case .hipFlexion: "hip flexion"
        case .hipAbduction: "hip abduction"
        case .knee: "knee bend"
        case .elbow: "elbow bend"
        case .ankle: "ankle bend"
        case .lumbar: "bend of the lower back"
        case .thoracic: "bend of the upper back"
        case .neck: "bend of neck and head"
        case .sideBend: "side bend of the back"
        case .twist: "twist of the back"
        }
    }
}
