import Diagnostics
import Exercises

extension MappingDecoder {
    /// The findings that a page lets stand, each with a reason.
    mutating func allowances() -> [Allowance] {
        (list("allow") ?? []).enumerated().compactMap { index, item in
            guard var keys = MappingDecoder(item, path: "allow.\(index)", log: log) else { return nil }
            let rule = keys.requiredText("rule", expected: "the identifier of a rule, such as `long-step`")
            let reason = keys.requiredText("reason", expected: "a sentence that says why it may stand here")
            let place = keys.text("at")
            keys.finish()
            guard let rule, let reason, let range = log.ranges[keys.path(of: "rule")] else { return nil }
            return Allowance(rule: rule, range: range, reason: reason, place: place)
        }
    }

    /// What the site says about rules: `checks:` and `glossary:`.
    mutating func writtenChecks() -> WrittenChecks {
        var checks = WrittenChecks()
        for entry in mapping("checks")?.allEntries ?? [] {
            if let setting = setting(entry) { checks.settings.append(setting) }
        }
        for entry in mapping("glossary")?.allEntries ?? [] {
            guard let page = slug(entry.value, "glossary.\(entry.key)") else { continue }
            checks.glossary.append(WrittenChecks.Term(term: entry.key, page: page, pageRange: entry.value.range))
        }
        return checks
    }

    private func setting(_ entry: YAMLEntry) -> WrittenChecks.Setting? {
        guard var keys = MappingDecoder(entry.value, path: "checks.\(entry.key)", log: log) else { return nil }
        let level = keys.term("severity", RuleLevel.self)
        var limits: [WrittenChecks.Limit] = []
        for limit in keys.allEntries where limit.key != "severity" {
            guard let value = keys.integer(limit.key, in: 0...1_000_000) else { continue }
            limits.append(
                WrittenChecks.Limit(name: limit.key, nameRange: limit.keyRange, value: value, valueRange: limit.value.range))
        }
        return WrittenChecks.Setting(
            rule: entry.key, range: entry.keyRange, level: level, levelRange: log.ranges[keys.path(of: "severity")], limits: limits)
    }
}
