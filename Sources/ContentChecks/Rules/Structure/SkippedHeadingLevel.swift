import CommonMark
import Diagnostics
import Exercises

/// Headings go down one level at a time. People who use a screen reader move by levels, and tagged PDF asks for it.
///
/// ```bad
/// ## Heat and cold
/// #### Heat
/// ```
/// ```good
/// ## Heat and cold
/// ### Heat
/// ```
enum SkippedHeadingLevel: PageRule {
    static let id = "skipped-heading-level"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        // The title of the page is level 1; in an exercise the sections are level 2, and their headings are no blocks of the body.
        var last = page.taughtExercise == nil ? 1 : 2
        for block in page.body {
            guard case .heading(let level, _) = block.kind else { continue }
            if level > last + 1 {
                report.found(
                    "a heading of level \(level) follows one of level \(last)", at: block.range,
                    fix: Fix("write \(String(repeating: "#", count: last + 1))"))
            }
            last = level
        }
    }
}
