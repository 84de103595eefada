import CommonMark
import Diagnostics
import Exercises

/// No heading stands twice on a page: in a list of headings nobody can tell the two apart.
///
/// ```bad
/// ## Heat
/// ## Heat
/// ```
/// ```good
/// ## Heat
/// ## When heat does not help
/// ```
enum RepeatedHeading: PageRule {
    static let id = "repeated-heading"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        var seen: Set<String> = []
        for block in page.body {
            guard case .heading(_, let inlines) = block.kind, !seen.insert(inlines.plainText.lowercased()).inserted else { continue }
            report.found("the heading “\(inlines.plainText)” stands twice", at: block.range, fix: Fix("say what is different"))
        }
    }
}
