import ContentLoading
import Diagnostics

/// The rules that apply to a library, with the severity and the numbers that its site gives them.
struct RuleSettings: Sendable {
    struct Setting: Sendable {
        var severity: Diagnostic.Severity
        var limits: [String: Int]
    }

    /// By the rule's identifier; a rule that is off has none.
    private(set) var settings: [String: Setting] = [:]
    /// What is wrong with what the site says about rules.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ content: CheckedLibrary, rules: [any ContentRule.Type], isStrict: Bool) {
        var levels: [String: RuleLevel] = [:]
        var limits: [String: [String: Int]] = [:]
        let file = content.settingOrigins["Content/site.yaml"]?.file ?? SourceFile(path: "Content/site.yaml", text: "")
        for written in content.written.settings {
            guard let rule = rules.first(where: { $0.id == written.rule }) else {
                diagnostics.append(Self.unknownRule(written.rule, rules: rules, in: file, written.range))
                continue
            }
            if let level = written.level {
                if level < rule.least {
                    diagnostics.append(Self.mustStay(rule, written, in: file))
                } else {
                    levels[rule.id] = level
                }
            }
            for limit in written.limits {
                if rule.limits.contains(where: { $0.name == limit.name }) {
                    limits[rule.id, default: [:]][limit.name] = limit.value
                } else {
                    let known = ["severity"] + rule.limits.map(\.name)
                    diagnostics.append(
                        Diagnostic(
                            "unknown-key", "unknown key `\(limit.name)`", in: file, limit.nameRange,
                            notes: ["expected one of: \(known.joined(separator: ", "))"],
                            fix: Suggestion.fix(for: limit.name, among: known, at: limit.nameRange)))
                }
            }
        }
        for rule in rules where content.isEnglish || !rule.readsEnglish {
            let usual = Dictionary(rule.limits.map { ($0.name, $0.usual) }, uniquingKeysWith: { first, _ in first })
            let numbers = usual.merging(limits[rule.id] ?? [:]) { $1 }
            let severity: Diagnostic.Severity
            switch levels[rule.id] {
            case .off: continue
            case .warning: severity = .warning
            case .error: severity = .error
            case nil: severity = isStrict && rule.isRequiredToPublish ? .error : rule.severity
            }
            settings[rule.id] = Setting(severity: severity, limits: numbers)
        }
    }

    static func unknownRule(_ id: String, rules: [any ContentRule.Type], in file: SourceFile, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            "unknown-rule", "there is no rule `\(id)`", in: file, range, notes: ["Documentation/Checks.md lists the rules"],
            fix: Suggestion.fix(for: id, among: rules.map { $0.id }, at: range))
    }

    private static func mustStay(_ rule: any ContentRule.Type, _ written: WrittenChecks.Setting, in file: SourceFile) -> Diagnostic {
        let verb = written.level == .off ? "be turned off" : "be a `\(written.level?.rawValue ?? "")`"
        return Diagnostic(
            "safety-rule-weakened", "the rule `\(rule.id)` keeps readers from harm, so it cannot \(verb)", in: file,
            written.levelRange ?? written.range, notes: ["its severity is `\(rule.least.rawValue)` at least"],
            fix: Fix("remove it, and mend what the rule finds"))
    }
}
