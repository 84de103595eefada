package import Diagnostics

/// Why a handout could not be set: problems of the template, or of the engine itself.
package struct HandoutProblems: Error, Hashable, Sendable {
    /// At least one error.
    package let diagnostics: [Diagnostic]
    /// Whether the engine failed, and not what it was given.
    package let isInternal: Bool

    package init(diagnostics: [Diagnostic], isInternal: Bool) {
        self.diagnostics = diagnostics
        self.isInternal = isInternal
    }
}

/// No Python with Typst was found, so there can be no handouts.
package struct HandoutEngineMissing: Error, Hashable, Sendable {
    /// The interpreters that were tried, in order.
    package let tried: [String]

    /// Says that handouts are left out and how to get them.
    package var diagnostic: Diagnostic {
        Diagnostic(
            "no-handout-engine", .warning, "there are no handouts, because no Python with Typst \(TypstEngine.version) was found", at: nil,
            notes: [tried.isEmpty ? "no Python was found" : "tried: \(tried.joined(separator: ", "))"],
            fix: Fix(
                "run `Scripts/setup`, or in the library's folder `python3 -m venv .venv && .venv/bin/pip install typst==\(TypstEngine.version)`"
            ))
    }
}
