import Diagnostics
import Exercises

/// An alternative text names the side that its picture shows, by the pose's name or by the limb that it marks. For somebody who cannot see
/// the picture, it is the picture.
///
/// ```bad
/// ![The right leg is lifted](figure:left-lifted)
/// ```
/// ```good
/// ![The left leg is lifted](figure:left-lifted)
/// ```
enum AlternativeTextSide: PageRule {
    static let id = "alternative-text-side"
    static let group = RuleGroup.sides
    static let severity = Diagnostic.Severity.error
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise else { return }
        for passage in page.alternativeTexts {
            guard case .alternativeText(let name?) = passage.kind else { continue }
            let pose = exercise.figures?[name]
            let marked = Set(pose?.sideMarks.compactMap(\.side) ?? []).map { pose?.isMirrored == true ? $0.opposite : $0 }
            guard let shown = Side(poseName: name) ?? (marked.count == 1 ? marked.first : nil) else { continue }
            let mentions = SideWords.mentions(in: passage.words)
            guard !mentions.contains(where: { $0.side == shown }) else { continue }
            if let first = mentions.first {
                report.found(
                    "the alternative text says \(first.side.rawValue), but `\(name)` shows the \(shown.rawValue)",
                    at: passage.source(words: first.index..<first.index + 1), fix: Fix("make the two the same side"))
            } else {
                report.found(
                    "the alternative text does not say that `\(name)` shows the \(shown.rawValue)", at: passage.range,
                    fix: Fix("name the side"))
            }
        }
    }
}
