package import Diagnostics
package import Exercises

/// What `site.yaml` says about the rules that content must follow, as it is written; which rules there are is not known here.
package struct WrittenChecks: Sendable {
    /// What is said of one rule.
    package struct Setting: Sendable {
        package let rule: String
        /// Where the rule's name stands.
        package let range: SourceRange
        package let level: RuleLevel?
        package let levelRange: SourceRange?
        package let limits: [Limit]
    }

    /// A number by its name, such as `words: 20`.
    package struct Limit: Sendable {
        package let name: String
        package let nameRange: SourceRange
        package let value: Int
        package let valueRange: SourceRange
    }

    /// A term of the field, and the guidance page that explains it.
    package struct Term: Sendable {
        package let term: String
        package let page: Slug
        package let pageRange: SourceRange
    }

    package var settings: [Setting] = []
    package var glossary: [Term] = []

    package init() {}
}

/// How much a finding of a rule weighs.
package enum RuleLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    case off
    case warning
    case error

    package static func < (left: RuleLevel, right: RuleLevel) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// A finding that an author lets stand, as the front matter says under `allow:`.
package struct Allowance: Hashable, Sendable {
    package let rule: String
    /// Where the rule's name stands.
    package let range: SourceRange
    package let reason: String
    /// Words of the line that the finding is about; none for every finding of the rule on the page.
    package let place: String?
}
