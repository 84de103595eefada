import CommonMark
import Diagnostics
import Exercises

/// A heading of a page has text below it.
///
/// ```bad
/// ## Heat and cold
/// ## Gentle movement
/// ```
/// ```good
/// ## Heat and cold
/// Use heat packs or cold packs until you can get care.
/// ```
enum EmptySection: PageRule {
    static let id = "empty-section"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let blocks = page.body
        for (index, block) in blocks.enumerated() {
            guard case .heading(let level, let inlines) = block.kind else { continue }
            if index + 1 < blocks.count {
                // A heading of a lower level is the text of this one.
                guard case .heading(let next, _) = blocks[index + 1].kind, next <= level else { continue }
            }
            report.found("there is nothing under “\(inlines.plainText)”", at: block.range, fix: Fix("add a text, or remove the heading"))
        }
    }
}
