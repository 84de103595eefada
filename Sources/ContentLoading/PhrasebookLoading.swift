package import Diagnostics
package import Exercises

/// Reads a language file, `Templates/Strings/LANGUAGE.yaml`, into a phrasebook.
package struct PhrasebookLoading: Sendable {
    /// The library's folder.
    private let root: String

    package init(root: String) {
        self.root = root
    }

    /// The phrases of a language, with every problem of the file; nested keys are joined by dots.
    package func phrasebook(language: String) -> (book: Phrasebook, diagnostics: [Diagnostic]) {
        let path = "Templates/Strings/\(language).yaml"
        switch FileReading(root: root).read(path) {
        case .failure(let problem):
            return (Phrasebook(phrases: [:]), [problem])
        case .success(let file):
            let log = DecodingLog(file: file)
            var phrases: [String: String] = [:]
            switch YAMLReading.mapping(in: file, SourceRange(0, file.text.utf8.count)) {
            case .failure(let problem): return (Phrasebook(phrases: [:]), [problem])
            case .success(let top): collect(top, path: "", into: &phrases, log: log)
            }
            let (book, ranges) = (Phrasebook(phrases: phrases), FieldRanges(log.ranges))
            let vocabulary = diagnostics(book.problemsWithVocabulary(), in: file, ranges)
            return (
                book,
                log.diagnostics + diagnostics(book.problems(with: DosePhrase.self), in: file, ranges) + vocabulary
                    + diagnostics(book.problems(with: SectionHeading.self), in: file, ranges)
            )
        }
    }

    /// The problems of phrases that another target's code needs, as diagnostics of the language file.
    package func diagnostics<Key: PhraseKey>(for keys: Key.Type, in book: Phrasebook, language: String) -> [Diagnostic] {
        guard case .success(let file) = FileReading(root: root).read("Templates/Strings/\(language).yaml") else { return [] }
        return diagnostics(book.problems(with: keys), in: file, FieldRanges())
    }

    private func collect(_ value: YAMLValue, path: String, into phrases: inout [String: String], log: DecodingLog) {
        switch value.kind {
        case .scalar(let text, let isPlain):
            if isPlain, let reading = YAMLAmbiguity.reading(of: text) {
                log.report(
                    "ambiguous-scalar", "`\(text)` can be read as \(reading), but a phrase is text", value.range,
                    fix: Fix("put it in quotes"))
            } else if text.isEmpty {
                log.report("empty-value", "the phrase `\(path)` is empty", value.range)
            }
            log.ranges[path] = value.range
            phrases[path] = text
        case .sequence:
            log.report("wrong-type", "`\(path)` must be a phrase, not a list", value.range)
        case .mapping(let entries):
            for entry in entries { collect(entry.value, path: path.isEmpty ? entry.key : "\(path).\(entry.key)", into: &phrases, log: log) }
        }
    }

    private func diagnostics(_ problems: [Phrasebook.Problem], in file: SourceFile, _ ranges: FieldRanges) -> [Diagnostic] {
        problems.map { problem in
            switch problem {
            case .missing(let key):
                Diagnostic("missing-phrase", "the phrase `\(key)` is missing", in: file, nil, fix: Fix("add it"))
            case .missingPlaceholder(let key, let name):
                Diagnostic(
                    "missing-placeholder", "the phrase `\(key)` must hold `{\(name)}`", in: file, ranges[key],
                    notes: ["what stands there would be lost without it"])
            }
        }
    }
}
