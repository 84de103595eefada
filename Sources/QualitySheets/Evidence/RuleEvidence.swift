package import Diagnostics

/// What the rules of the content say of the pages that a handout is made from.
package struct RuleEvidence: Sendable {
    /// Something that an author lets stand, with the reason.
    package struct LetStand: Sendable {
        let finding: Diagnostic
        let reason: String

        package init(finding: Diagnostic, reason: String) {
            self.finding = finding
            self.reason = reason
        }
    }

    private let applied: Set<String>
    private let findings: [Diagnostic]
    private let letStand: [LetStand]

    /// `applied` are the rules that ran; `findings` and `letStand` are those of the handout's own pages.
    package init(applied: Set<String>, findings: [Diagnostic], letStand: [LetStand]) {
        self.applied = applied
        self.findings = findings
        self.letStand = letStand
    }

    /// What an item comes to that rests on rules: what `sound` says where none of them found anything. Where one did, it fails, unless what
    /// they look for is only a part of the item.
    func finding(_ rules: [String], areWholeItem: Bool = true, sound: QualityFinding) -> QualityFinding {
        let off = rules.filter { !applied.contains($0) }
        let found = findings.filter { rules.contains($0.id) }
        let excused = letStand.filter { rules.contains($0.finding.id) }
        if let first = found.first {
            let text = "\(Count.of(found.count, "finding")) in its pages; the first, \(first.place)\(first.message)."
            return areWholeItem ? .fails(text) : .needsPerson(text)
        }
        if !off.isEmpty { return .needsPerson("Not looked at: \(Count.list(off.map { "“\($0)”" })) did not run on this library.") }
        if let first = excused.first {
            return .needsPerson(
                "\(Count.of(excused.count, "finding")) that the author lets stand: \(first.finding.message). The reason given: \(first.reason)"
            )
        }
        return sound
    }
}

extension Diagnostic {
    /// Where it is, for what it says to follow.
    fileprivate var place: String {
        guard let location else { return "" }
        let line = location.range.map { ":\(location.file.position(of: $0.lowerBound).line)" } ?? ""
        return "\(location.file.path)\(line): "
    }
}
