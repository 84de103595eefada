import Diagnostics
import Exercises
import FigureDrawing

/// No part of a posed body lies more than 2.5 cm under the floor.
///
/// ```bad
/// start: {from: supine, rest: {point: back@0.36, height: -0.3}}
/// ```
/// ```good
/// start: {from: supine}
/// ```
enum PartUnderFloor: PageRule {
    static let id = "part-under-floor"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning
    static let inspectsPoses = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for located in page.poseFindings {
            guard case .underFloor(let part, let depth) = located.finding.kind else { continue }
            located.report(
                "\(located.subject) \(Self.words(part.rawValue)) is \(depth.centimetres) under the floor", of: page, to: &report,
                notes: ["what the body rests on is said by `rest`"])
        }
    }

    /// `footR` as "right foot".
    private static func words(_ part: String) -> String {
        if part.hasSuffix("R") { return "right \(part.dropLast())" }
        if part.hasSuffix("L") { return "left \(part.dropLast())" }
        return part
    }
}
