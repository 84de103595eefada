import Exercises
import QualitySheets

/// Sheets as they are read on a terminal.
struct QualityText {
    let phrasebook: Phrasebook

    /// One handout, every item.
    func sheet(_ sheet: QualitySheet) -> String {
        var lines = ["\(sheet.title) (\(sheet.slug))", phrasebook[QualityPhrase.notice] + " " + phrasebook.review(of: sheet)]
        let width = outcomes.map(\.count).max() ?? 0
        for group in QualityGroup.allCases {
            let items = sheet.items(of: group)
            guard !items.isEmpty else { continue }
            lines += ["", phrasebook[QualityPhrase(group)]]
            for item in items {
                let outcome = phrasebook[QualityPhrase(item.outcome)]
                lines.append("  \(padded(outcome, to: width))  \(item.id): \(item.rule)")
                lines.append("  \(padded("", to: width))  \(item.evidence)")
                if let task = item.task { lines.append("  \(padded("", to: width))  \(phrasebook[QualityPhrase.task]) \(task)") }
            }
        }
        let counts = QualityOutcome.allCases.map { "\(phrasebook[QualityPhrase($0)]): \(sheet.count($0))" }
        return (lines + ["", counts.joined(separator: "   ")]).joined(separator: "\n")
    }

    /// A line for each handout.
    func overview(_ sheets: [QualitySheet]) -> String {
        let first = max(phrasebook[QualityPhrase.handout].count, sheets.map(\.slug.count).max() ?? 0)
        let head = padded(phrasebook[QualityPhrase.handout], to: first) + outcomes.map { "   " + $0 }.joined()
        let rows = sheets.map { sheet in
            padded(sheet.slug, to: first)
                + zip(QualityOutcome.allCases, outcomes).map { outcome, name in
                    let number = "\(sheet.count(outcome))"
                    return "   " + String(repeating: " ", count: max(0, name.count - number.count)) + number
                }.joined()
        }
        return ([head] + rows + ["", phrasebook[QualityPhrase.notice]]).joined(separator: "\n")
    }

    private var outcomes: [String] { QualityOutcome.allCases.map { phrasebook[QualityPhrase($0)] } }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
