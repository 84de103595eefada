/// A name of a phrase that code says, so that a language file without it is found before anything is rendered.
package protocol PhraseKey: RawRepresentable<String>, CaseIterable, Sendable {
    /// The names in braces that the phrase must hold, such as `amount` for `about {amount}`: a phrase that drops one would drop a figure.
    var placeholders: [String] { get }
}

extension PhraseKey {
    package var placeholders: [String] { [] }
}

/// Every word of one language that pages and handouts say, by dotted key.
package struct Phrasebook: Hashable, Sendable {
    /// The phrases by dotted key, such as `dose.hedge.about`.
    package let phrases: [String: String]
    /// The same with their placeholders found.
    private let prepared: [String: Phrase]
    /// The names of vocabularies' cases: by vocabulary, then by case.
    private let names: [String: [String: String]]

    package init(phrases: [String: String]) {
        self.phrases = phrases
        prepared = phrases.mapValues(Phrase.init)
        names = phrases.reduce(into: [:]) { names, phrase in
            guard phrase.key.hasPrefix(Self.vocabularyRoot) else { return }
            let parts = phrase.key.dropFirst(Self.vocabularyRoot.count).split(separator: ".", maxSplits: 1).map(String.init)
            if parts.count == 2 { names[parts[0], default: [:]][parts[1]] = phrase.value }
        }
    }

    /// What the keys of all vocabularies begin with.
    private static let vocabularyRoot = "vocabulary."

    /// The phrase as it stands. A missing phrase shows its key in brackets, never a blank; `problems(with:)` finds it beforehand.
    package subscript(_ key: some PhraseKey) -> String {
        phrases[key.rawValue] ?? "[\(key.rawValue)]"
    }

    /// The phrase with each `{name}` replaced by its value.
    package func say(_ key: some PhraseKey, _ values: KeyValuePairs<String, String>) -> String {
        var said = PhraseText()
        phrase(key).write(to: &said) { name, text in
            guard let value = values.first(where: { $0.key == name })?.value else { return false }
            text += value
            return true
        }
        return said.string
    }

    /// The phrase with its placeholders found.
    func phrase(_ key: some PhraseKey) -> Phrase {
        prepared[key.rawValue] ?? Phrase(self[key])
    }

    /// The name of a case of a vocabulary, such as a position: `vocabulary.position.all-fours`.
    package func name(_ vocabulary: String, _ value: String) -> String {
        names[vocabulary]?[value] ?? "[\(Self.vocabularyRoot)\(vocabulary).\(value)]"
    }

    /// What is wrong with the phrases that code needs.
    package enum Problem: Hashable, Sendable {
        case missing(key: String)
        case missingPlaceholder(key: String, name: String)
    }

    /// Missing phrases and phrases without a placeholder that they must hold.
    package func problems<Key: PhraseKey>(with keys: Key.Type) -> [Problem] {
        keys.allCases.flatMap { key -> [Problem] in
            guard let phrase = phrases[key.rawValue] else { return [.missing(key: key.rawValue)] }
            return key.placeholders.filter { !phrase.contains("{\($0)}") }.map { .missingPlaceholder(key: key.rawValue, name: $0) }
        }
    }

    /// Missing names of vocabularies.
    package func problemsWithVocabulary() -> [Problem] {
        Self.vocabularyKeys.filter { phrases[$0] == nil }.map { .missing(key: $0) }
    }

    private static let vocabularyKeys: [String] =
        keys("kind", ExerciseKind.self) + keys("position", Position.self) + keys("region", Region.self) + keys("equipment", Equipment.self)
        + keys("level", Level.self) + keys("performer", Performer.self) + keys("advice", Advice.self) + keys("urgency", Urgency.self)

    private static func keys<Term: CaseIterable & RawRepresentable<String>>(_ vocabulary: String, _ terms: Term.Type) -> [String] {
        terms.allCases.map { "\(vocabularyRoot)\(vocabulary).\($0.rawValue)" }
    }
}
