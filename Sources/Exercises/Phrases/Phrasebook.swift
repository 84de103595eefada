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

    package init(phrases: [String: String]) {
        self.phrases = phrases
    }

    /// The phrase as it stands. A missing phrase shows its key in brackets, never a blank; `problems(with:)` finds it beforehand.
    package subscript(_ key: some PhraseKey) -> String {
        phrases[key.rawValue] ?? "[\(key.rawValue)]"
    }

    /// The phrase with each `{name}` replaced by its value.
    package func say(_ key: some PhraseKey, _ values: KeyValuePairs<String, String>) -> String {
        values.reduce(self[key]) { phrase, value in Self.replacing("{\(value.key)}", in: phrase, with: value.value) }
    }

    /// By bytes: a search by `Character`s costs more than all else that makes a page.
    private static func replacing(_ placeholder: String, in phrase: String, with value: String) -> String {
        let (bytes, sought) = (Array(phrase.utf8), Array(placeholder.utf8))
        var replaced: [UInt8] = []
        replaced.reserveCapacity(bytes.count + value.utf8.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == sought[0], bytes[index...].starts(with: sought) {
                replaced += value.utf8
                index += sought.count
            } else {
                replaced.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: replaced, as: UTF8.self)
    }

    /// The name of a case of a vocabulary, such as a position: `vocabulary.position.all-fours`.
    package func name(_ vocabulary: String, _ value: String) -> String {
        let key = "vocabulary.\(vocabulary).\(value)"
        return phrases[key] ?? "[\(key)]"
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
        terms.allCases.map { "vocabulary.\(vocabulary).\($0.rawValue)" }
    }
}
