import CommonMark
import Diagnostics
import Exercises

/// A picture of your own names its author and a licence under which it may be shown. A picture of an exercise says so in the front matter;
/// one in the text says so in its title, author first, then a comma and the licence.
///
/// ```bad
/// ![A chair against a wall](chair.jpg)
/// ```
/// ```good
/// ![A chair against a wall](chair.jpg "Ada Example, CC BY 4.0")
/// ```
enum PictureLicence: PageRule {
    static let id = "picture-licence"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.error

    private static let vague: Set = [
        "unknown", "none", "?", "-", "n/a", "google", "google images", "internet", "the internet", "web", "copyright", "todo", "tbd",
        "all rights reserved",
    ]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let pictures = page.exercise?.pictures ?? []
        for picture in pictures {
            for (key, text) in [("author", picture.author), ("licence", picture.licence)] where vague.contains(text.lowercased()) {
                report.found(
                    "`\(text)` does not say \(key == "author" ? "who made the picture" : "that the picture may be shown")",
                    field: "figures.poses.\(picture.pose).\(key)", fix: Fix("ask the author, or use another picture"))
            }
        }
        page.forEachLinkAndImage { inline in
            guard inline.isImage, case .media(let path) = inline.reference, !pictures.contains(where: { $0.image == path }) else { return }
            let parts = inline.title.split(separator: ",", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
            guard parts.count < 2 || parts.contains(where: { $0.isEmpty || vague.contains($0.lowercased()) }) else { return }
            report.found(
                "the picture `\(path)` names no author and no licence", at: inline.range,
                fix: Fix("write `![…](\(path) \"AUTHOR, LICENCE\")`"))
        }
    }
}
