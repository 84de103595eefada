package import ContentLoading
package import Diagnostics

/// One rule that content must follow beyond being well-formed. A rule is one file; its documentation comment is its published explanation,
/// with a bad and a good example in fenced blocks.
package protocol ContentRule: Sendable {
    /// A stable identifier in kebab-case.
    static var id: String { get }
    static var group: RuleGroup { get }
    /// How much a finding weighs where `site.yaml` says nothing.
    static var severity: Diagnostic.Severity { get }
    /// The least that `site.yaml` may make of it. What keeps readers from harm cannot be turned off, nor silenced.
    static var least: RuleLevel { get }
    /// The numbers that `site.yaml` may change.
    static var limits: [RuleLimit] { get }
    /// Whether it reads English words, so that it knows nothing about a library in another language.
    static var readsEnglish: Bool { get }
    /// Whether a finding is an error with `--strict`, as something that must be done before content is published.
    static var isRequiredToPublish: Bool { get }
}

extension ContentRule {
    package static var least: RuleLevel { .off }
    package static var limits: [RuleLimit] { [] }
    package static var readsEnglish: Bool { group == .language }
    package static var isRequiredToPublish: Bool { false }
}

/// A rule about one page. Pages are checked in parallel.
protocol PageRule: ContentRule {
    /// Whether it asks for what is odd about poses, which takes the solver.
    static var inspectsPoses: Bool { get }

    static func check(_ page: CheckedPage, _ report: inout RuleReport)
}

extension PageRule {
    static var inspectsPoses: Bool { false }
}

/// A rule about the library as a whole.
protocol LibraryRule: ContentRule {
    static func check(_ content: CheckedLibrary, _ report: inout RuleReport)
}

/// What a rule is about.
package enum RuleGroup: String, Hashable, Sendable, CaseIterable {
    case safety
    case dose
    case sides
    case provenance
    case language
    case pictures
    case structure
}

/// A number of a rule that `site.yaml` may change.
package struct RuleLimit: Hashable, Sendable {
    package let name: String
    package let usual: Int
    /// What it means, as a phrase.
    package let meaning: String

    init(_ name: String, _ usual: Int, _ meaning: String) {
        self.name = name
        self.usual = usual
        self.meaning = meaning
    }
}
