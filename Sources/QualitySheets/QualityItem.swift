/// What a machine can say of an item.
package enum QualityOutcome: String, Hashable, Sendable, CaseIterable {
    case fails
    /// A machine cannot decide it, or did not look at it.
    case needsPerson
    case passes
    case notApplicable
}

/// The parts of a sheet, in its order.
package enum QualityGroup: String, Hashable, Sendable, CaseIterable {
    case content
    case words
    case numbers
    case organisation
    case layout
    case visualAids
    case actionability
    case print
    case pdf

    /// Whether its items are those of AHRQ's PEMAT-P.
    package var isPEMAT: Bool { self != .print && self != .pdf }
}

/// One item of a sheet: a rule, what a machine can say of it, and what that rests on.
package struct QualityItem: Hashable, Sendable {
    /// What one edition of the handout shows of a rule about print.
    package struct Edition: Hashable, Sendable {
        /// `a4`, `letter` or `large`.
        package let id: String
        package let outcome: QualityOutcome
        package let evidence: String
    }

    /// Stable, such as `pemat-5`, with AHRQ's own number, or `print-text-size`.
    package let id: String
    package let group: QualityGroup
    /// The rule, in Limber's words.
    package let rule: String
    package let outcome: QualityOutcome
    /// What was looked at and found, in sentences.
    package let evidence: String
    /// What a person has to look at, for an item that needs one.
    package let task: String?
    /// Edition by edition, for a rule about print.
    package let editions: [Edition]

    init(
        _ id: String, _ group: QualityGroup, _ rule: String, _ finding: QualityFinding, task: String? = nil, editions: [Edition] = []
    ) {
        self.id = id
        self.group = group
        self.rule = rule
        outcome = finding.outcome
        evidence = finding.evidence
        self.task = finding.outcome == .needsPerson ? task : nil
        self.editions = editions
    }
}

/// What looking at one rule gave.
struct QualityFinding: Hashable {
    let outcome: QualityOutcome
    let evidence: String

    static func passes(_ evidence: String) -> QualityFinding { QualityFinding(outcome: .passes, evidence: evidence) }
    static func fails(_ evidence: String) -> QualityFinding { QualityFinding(outcome: .fails, evidence: evidence) }
    static func needsPerson(_ evidence: String) -> QualityFinding { QualityFinding(outcome: .needsPerson, evidence: evidence) }
    static func notApplicable(_ evidence: String) -> QualityFinding { QualityFinding(outcome: .notApplicable, evidence: evidence) }
}
