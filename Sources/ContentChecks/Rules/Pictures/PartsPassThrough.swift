import Diagnostics
import FigureDrawing

/// Parts of a posed body do not pass through each other; 3.5 cm are allowed, as flesh gives way.
///
/// ```bad
/// crossed: {shoulderR: {flexion: 20, abduction: -60}}
/// ```
/// ```good
/// crossed: {handR: {at: knee.L.front, fingers: in}}
/// ```
enum PartsPassThrough: PageRule {
    static let id = "parts-pass-through"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning
    static let inspectsPoses = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for located in page.poseFindings {
            guard case .passesThrough(let part, let other, let depth) = located.finding.kind else { continue }
            located.report("\(located.subject) \(part) passes \(depth.centimetres) into the \(other)", of: page, to: &report)
        }
    }
}
