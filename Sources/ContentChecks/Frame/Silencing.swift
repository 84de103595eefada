import ContentLoading
package import Diagnostics

/// A finding that an author lets stand, with the reason.
package struct SilencedFinding: Hashable, Sendable {
    package let finding: Diagnostic
    package let reason: String
}

/// Takes out the findings that pages let stand, and says which of their words about it are wrong.
struct Silencing {
    private(set) var findings: [Diagnostic] = []
    private(set) var silenced: [SilencedFinding] = []

    /// `isComplete` says whether all rules ran, so that it is known what silences nothing.
    init(_ found: [Diagnostic], origins: [Origin], rules: [any ContentRule.Type], isComplete: Bool) {
        let byPath = Dictionary(
            origins.lazy.filter { !$0.allowances.isEmpty }.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
        var used: Set<Allowance> = []
        for finding in found {
            guard let location = finding.location, let origin = byPath[location.file.path],
                let allowance = origin.allowances.first(where: { $0.covers(finding, at: location) }), allowance.isPermitted(rules)
            else {
                findings.append(finding)
                continue
            }
            used.insert(allowance)
            silenced.append(SilencedFinding(finding: finding, reason: allowance.reason))
        }
        for origin in byPath.values.sorted(by: { $0.file.path < $1.file.path }) {
            for allowance in origin.allowances {
                guard let rule = rules.first(where: { $0.id == allowance.rule }) else {
                    findings.append(RuleSettings.unknownRule(allowance.rule, rules: rules, in: origin.file, allowance.range))
                    continue
                }
                if rule.least != .off {
                    findings.append(
                        Diagnostic(
                            "safety-rule-silenced", "the rule `\(rule.id)` keeps readers from harm, so it cannot be silenced",
                            in: origin.file, allowance.range, fix: Fix("remove it, and mend what the rule finds")))
                } else if isComplete, !used.contains(allowance) {
                    findings.append(
                        Diagnostic(
                            "silences-nothing", .warning, "there is nothing here that `\(rule.id)` finds", in: origin.file, allowance.range,
                            notes: allowance.place.map { ["`at` names a line with “\($0)”"] } ?? [], fix: Fix("remove it")))
                }
            }
        }
    }
}

extension Allowance {
    fileprivate func covers(_ finding: Diagnostic, at location: Diagnostic.Location) -> Bool {
        guard rule == finding.id else { return false }
        guard let place else { return true }
        return location.range.map { range in
            let (before, after) = location.file.line(containing: range.lowerBound, within: 10_000).text
            return (before + after).contains(place)
        } ?? false
    }

    fileprivate func isPermitted(_ rules: [any ContentRule.Type]) -> Bool {
        rules.first { $0.id == rule }?.least == .off
    }
}
