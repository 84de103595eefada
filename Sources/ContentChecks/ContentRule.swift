package import ContentLoading
package import Diagnostics
package import Exercises

/// One rule that content must follow beyond being well-formed. A rule is one file; its documentation comment is its published explanation.
package protocol ContentRule: Sendable {
    /// A stable identifier in kebab-case.
    static var id: String { get }

    /// Everything in the content that breaks the rule.
    static func findings(in content: RuleInput) -> [Diagnostic]
}

/// What rules look at.
package struct RuleInput: Sendable {
    package let library: Library
    /// The file of each page, for places.
    package let origins: [Slug: Origin]
    /// The day of the check, for reviews that are overdue; nil when it is not known.
    package let today: CalendarDate?
    /// What is odd about the poses; found out once for the rules that share it.
    let poseFindings: [LocatedPoseFinding]

    package init(library: Library, origins: [Slug: Origin], today: CalendarDate?) {
        self.library = library
        self.origins = origins
        self.today = today
        poseFindings = LocatedPoseFinding.all(in: library)
    }

    /// A finding at a field of a page's front matter; at the page as a whole when the field is not written.
    func finding(
        _ id: String, _ severity: Diagnostic.Severity, _ message: String, page: Slug, field: String? = nil, notes: [String] = [],
        fix: Fix? = nil
    ) -> Diagnostic {
        let location = origins[page].map { origin in
            Diagnostic.Location(file: origin.file, range: field.flatMap { origin.ranges[$0] })
        }
        return Diagnostic(id, severity, message, at: location, notes: notes, fix: fix)
    }
}

/// All rules, run over a library.
package enum ContentChecks {
    /// In the order of the documentation.
    package static let rules: [any ContentRule.Type] = [
        ForbiddenTechnique.self, ReviewOverdue.self, DoseWithoutOrigin.self, FigureNotInSource.self, NoSource.self, NoContraindication.self,
        GettingUpFromTheFloor.self, LongProgramme.self, UnreachablePlace.self, JointOutOfRange.self, PartUnderFloor.self,
        PartsPassThrough.self,
    ]

    /// The findings of every rule, in reading order.
    package static func run(on content: RuleInput) -> [Diagnostic] {
        rules.flatMap { $0.findings(in: content) }.inReadingOrder()
    }
}
