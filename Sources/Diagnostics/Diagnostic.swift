/// One problem in the input: what, where, why, and how to mend it.
package struct Diagnostic: Hashable, Sendable, Error {
    package enum Severity: String, Hashable, Sendable, CaseIterable {
        case error
        case warning
    }

    /// Where in which file. A problem with a whole file has no range.
    package struct Location: Hashable, Sendable {
        package let file: SourceFile
        package let range: SourceRange?

        package init(file: SourceFile, range: SourceRange?) {
            self.file = file
            self.range = range
        }
    }

    /// A stable identifier in kebab-case, such as `unknown-key`.
    package let id: String
    package let severity: Severity
    /// One sentence without a full stop; starts in lower case.
    package let message: String
    package let location: Location?
    /// Further facts, such as what was expected; each printed on a line of its own.
    package let notes: [String]
    package let fix: Fix?

    package init(
        _ id: String, _ severity: Severity, _ message: String, at location: Location?, notes: [String] = [], fix: Fix? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
        self.fix = fix
    }

    /// A problem at a range of a file; without a range, of the file as a whole.
    package init(
        _ id: String, _ severity: Severity, _ message: String, in file: SourceFile, _ range: SourceRange?,
        notes: [String] = [], fix: Fix? = nil
    ) {
        self.init(id, severity, message, at: Location(file: file, range: range), notes: notes, fix: fix)
    }
}

extension Diagnostic {
    /// An error at a location.
    package init(_ id: String, _ message: String, at location: Location?, notes: [String] = [], fix: Fix? = nil) {
        self.init(id, .error, message, at: location, notes: notes, fix: fix)
    }

    /// An error at a range of a file; without a range, of the file as a whole.
    package init(
        _ id: String, _ message: String, in file: SourceFile, _ range: SourceRange?, notes: [String] = [], fix: Fix? = nil
    ) {
        self.init(id, .error, message, in: file, range, notes: notes, fix: fix)
    }
}

/// How a problem is mended: a sentence for people and, where no judgement is needed, the change of the file itself.
package struct Fix: Hashable, Sendable {
    /// A short imperative or question, such as "did you mean `repetitions`?".
    package let message: String
    /// A change that mends the problem, cannot change what readers are told, and that a program may make.
    package let edit: Edit?

    package init(_ message: String, edit: Edit? = nil) {
        self.message = message
        self.edit = edit
    }
}

/// A change of the file that a diagnostic is about.
package struct Edit: Hashable, Sendable {
    /// What is replaced; empty to insert.
    package let range: SourceRange
    package let replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

extension Sequence<Diagnostic> {
    /// By file, place and identifier, so that the order never depends on which file was read first; each problem once.
    package func inReadingOrder() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }.sorted {
            let (left, right) = ($0.location, $1.location)
            let paths = (left?.file.path ?? "", right?.file.path ?? "")
            if paths.0 != paths.1 { return paths.0 < paths.1 }
            let offsets = (left?.range?.lowerBound ?? -1, right?.range?.lowerBound ?? -1)
            if offsets.0 != offsets.1 { return offsets.0 < offsets.1 }
            return ($0.id, $0.message) < ($1.id, $1.message)
        }
    }

    /// Whether a build must not go on.
    package var hasErrors: Bool {
        contains { $0.severity == .error }
    }
}
