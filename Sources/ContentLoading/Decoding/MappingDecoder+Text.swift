import CommonMark
import Diagnostics
import Exercises

extension MappingDecoder {
    /// One line of text.
    mutating func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        return text(value, path(of: key))
    }

    /// Text that must be there.
    mutating func requiredText(_ key: String, expected: String) -> String? {
        let text = self.text(key)
        return require(key, text, expected: expected)
    }

    /// A list of texts; empty when the key is not written.
    mutating func texts(_ key: String) -> [String] {
        guard let items = list(key) else { return [] }
        return items.enumerated().compactMap { index, item in text(item, "\(path(of: key)).\(index)") }
    }

    /// Text that no other reader of YAML takes for something else.
    func text(_ value: YAMLValue, _ path: @autoclosure () -> String) -> String? {
        guard let (text, isPlain, range) = scalar(value, path(), expected: "text") else { return nil }
        if isPlain, let reading = YAMLAmbiguity.reading(of: text) {
            log.report(
                "ambiguous-scalar", "`\(text)` can be read as \(reading), but `\(path())` is text", range,
                fix: Fix("put it in quotes: \"\(text)\"", edit: Edit(range, "\"\(text)\"")))
            return nil
        }
        if Self.isPlainLine(text) { return text }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else {
            log.report("empty-value", "`\(path())` is empty", range, fix: Fix("write a value, or remove the key"))
            return nil
        }
        if line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            log.report("control-character", "`\(path())` holds a control character", range, fix: Fix("delete it"))
            return nil
        }
        return line
    }

    /// Whether a text is one line of printable ASCII with single spaces inside, as most are: then there is nothing to put in order.
    private static func isPlainLine(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard !bytes.isEmpty, bytes.first != UInt8(ascii: " "), bytes.last != UInt8(ascii: " ") else { return false }
            let end = bytes.place(from: 0, where: { !(0x20..<0x7F).contains($0) }, marks: { $0.otherThanPrintableASCII })
            guard end == bytes.count else { return false }
            var isAfterSpace = false
            for byte in bytes {
                let isSpace = byte == UInt8(ascii: " ")
                if isSpace, isAfterSpace { return false }
                isAfterSpace = isSpace
            }
            return true
        }
    }

    /// A term of a vocabulary.
    mutating func term<Term: RawRepresentable<String> & CaseIterable>(_ key: String, _ terms: Term.Type) -> Term? {
        guard let value = value(key) else { return nil }
        return term(value, path(of: key), terms)
    }

    mutating func requiredTerm<Term: RawRepresentable<String> & CaseIterable>(_ key: String, _ terms: Term.Type) -> Term? {
        let term = self.term(key, terms)
        return require(key, term, expected: Self.expectation(of: terms))
    }

    /// Terms of a vocabulary, each at most once.
    mutating func terms<Term: RawRepresentable<String> & CaseIterable & Equatable>(_ key: String, _ terms: Term.Type) -> [Term] {
        var found: [Term] = []
        for (index, item) in (list(key) ?? []).enumerated() {
            guard let term = term(item, "\(path(of: key)).\(index)", terms) else { continue }
            if found.contains(term) {
                log.report("duplicate-item", "`\(term.rawValue)` stands twice in `\(path(of: key))`", item.range, fix: Fix("remove it"))
            } else {
                found.append(term)
            }
        }
        return found
    }

    private func term<Term: RawRepresentable<String> & CaseIterable>(
        _ value: YAMLValue, _ path: @autoclosure () -> String, _ terms: Term.Type
    ) -> Term? {
        guard let (text, _, range) = scalar(value, path(), expected: Self.expectation(of: terms)) else { return nil }
        if let term = Term(rawValue: text) { return term }
        log.report(
            "unknown-term", "`\(path())` cannot be `\(text)`", range, notes: ["expected \(Self.expectation(of: terms))"],
            fix: Suggestion.fix(for: text, among: terms.allCases.map(\.rawValue), at: range))
        return nil
    }

    private static func expectation<Term: RawRepresentable<String> & CaseIterable>(of terms: Term.Type) -> String {
        "one of: \(terms.allCases.map(\.rawValue).joined(separator: ", "))"
    }

    /// A slug.
    mutating func slug(_ key: String) -> Slug? {
        value(key).flatMap { slug($0, path(of: key)) }
    }

    mutating func slugs(_ key: String) -> [Slug] {
        guard let items = list(key) else { return [] }
        var found: [Slug] = []
        found.reserveCapacity(items.count)
        // A list has few items, but it may be as long as its file.
        var many: Set<Slug> = []
        for (index, item) in items.enumerated() {
            guard let slug = slug(item, "\(path(of: key)).\(index)") else { continue }
            if items.count > 16 ? !many.insert(slug).inserted : found.contains(slug) {
                log.report("duplicate-item", "`\(slug)` stands twice in `\(path(of: key))`", item.range, fix: Fix("remove it"))
            } else {
                found.append(slug)
            }
        }
        return found
    }

    func slug(_ value: YAMLValue, _ path: @autoclosure () -> String) -> Slug? {
        guard let (text, isPlain, range) = scalar(value, path(), expected: "a slug such as `cat-camel`") else { return nil }
        if isPlain, let reading = YAMLAmbiguity.reading(of: text) {
            log.report("ambiguous-scalar", "`\(text)` can be read as \(reading), but `\(path())` is a slug", range)
            return nil
        }
        guard let slug = Slug(text) else {
            log.report(
                "not-a-slug", "`\(text)` is not a slug", range,
                notes: ["a slug has lower-case letters, digits and single hyphens, such as `cat-camel`"])
            return nil
        }
        return slug
    }
}
