import Diagnostics
import Exercises

/// A programme has four exercises at most: people with back pain cope with two to four.
///
/// ```bad
/// exercises: [pelvic-tilt, bridge, cat-camel, childs-pose, lower-trunk-rotation]
/// ```
/// ```good
/// exercises: [pelvic-tilt, bridge, cat-camel]
/// ```
enum LongProgramme: PageRule {
    static let id = "long-programme"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("exercises", 4, "the most exercises of a programme")]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let count = page.programme?.entries.count, count > report.limit("exercises") else { return }
        report.found(
            "the programme has \(count) exercises; few people keep up with more than \(report.limit("exercises"))", field: "exercises",
            fix: Fix("make two programmes of it"))
    }
}
