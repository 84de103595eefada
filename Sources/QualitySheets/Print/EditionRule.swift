import Handouts
import PDFReading

/// A rule that is asked of every edition of a handout as a file.
struct EditionRule {
    let id: String
    let group: QualityGroup
    let rule: String
    /// For what a machine cannot decide.
    let task: String?
    let look: @Sendable (PDFFacts, HandoutEvidence.Edition, HandoutEvidence) -> QualityFinding

    /// The worst of all editions, and each of them.
    func item(_ handout: HandoutEvidence) -> QualityItem {
        let editions = handout.editions.map { edition -> (name: String, finding: QualityItem.Edition) in
            let finding = edition.facts.map { look($0, edition, handout) } ?? .needsPerson(handout.notReadBack)
            return (edition.name, QualityItem.Edition(id: edition.id, outcome: finding.outcome, evidence: finding.evidence))
        }
        let outcome = QualityOutcome.allCases.first { outcome in editions.contains { $0.finding.outcome == outcome } } ?? .needsPerson
        return QualityItem(
            id, group, rule, QualityFinding(outcome: outcome, evidence: Self.together(editions)), task: task,
            editions: editions.map(\.finding))
    }

    /// Editions that show the same are named together.
    private static func together(_ editions: [(name: String, finding: QualityItem.Edition)]) -> String {
        var texts: [String] = []
        for edition in editions where !texts.contains(edition.finding.evidence) { texts.append(edition.finding.evidence) }
        if texts.count == 1, editions.count > 1 { return texts[0] }
        return texts.map { text in
            "\(Count.list(editions.filter { $0.finding.evidence == text }.map(\.name))): \(text)"
        }.joined(separator: " ")
    }
}

extension HandoutEvidence {
    /// Of what a file was not asked.
    var notReadBack: String { "Not looked at: \(unread ?? "the file could not be read back")." }
}
