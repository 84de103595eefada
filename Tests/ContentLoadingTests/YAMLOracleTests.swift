import Diagnostics
import Foundation
import Testing
import Yams

@testable import ContentLoading

/// What `YAMLReading` makes of a text, held to what Yams makes of it: the same values, each where Yams has it begin.
@Suite struct YAMLOracleTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let files = ["Content", "Tests/Fixtures", "Templates"].flatMap { folder in
        let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
    }

    @Test func everyFileIsReadAsYamsReadsIt() throws {
        #expect(Self.files.count > 100)
        for path in Self.files {
            guard case .success(let file) = FileReading(root: Self.root.path).read(path) else { continue }
            guard path.hasSuffix(".md") else {
                try compare(file, SourceRange(0, file.text.utf8.count))
                continue
            }
            guard case .success(let parts) = FrontMatter.split(file, Array(file.text.utf8)) else { continue }
            try compare(file, parts.yaml)
        }
    }

    @Test(arguments: [
        "", "\n", "# nothing but a comment", "---\n", "--- {a: b}\n", "a: b\n...\n", "a: b\n---\nc: d\n", "%YAML 1.1\n---\na: b\n",
        "plain\n", "- a\n- b\n", "a:\n", "a:\nb: ~\n", "a: 'it''s'\n", "a: \"q\\\"\\u00e9\\x41 \\\n  next\"\n", "a: \"two\n  lines\"\n",
        "a: 'two\n\n  lines'\n", "a: plain over\n  two lines\n\n  and a third # said\nb: c\n", "a: |\n  one\n   two\n\nb: c\n",
        "a: >-\n  one\n  two\n\n  three\nb: c\n", "a: |2+\n   one\n\n\n", "a: [b, [c, {d: e, f}], 'g', ]\n", "a: {b: [], c: {}, d: ''}\n",
        "a: [\n  b, # said\n  c\n]\nd: e\n", "- a: b\n  c: d\n-\n  - e\n", "a:\n- b\n- c: d\n", "é: ü\nç: [ä, 'ö', \"ß\"]\n",
        "a: 10–20 s # – ü\nb: “x”\nc: 😀 d\ne: f\n", "a: b\r\nc:\r\n  - d\r\n  - 'ü'\r\ne: |\r\n  f\r\n", "a: b\u{A0}c\nd: e\u{200B}f\n",
        "'a': b\n\"c\\td\": e\n: f\n", "a: x\na: y\n", "b: x\na: y\nb: z\na: w\n", "e\u{301}: x\n\u{E9}: y\n", "a: {b: c, b: d, }\n",
        "[a, b]: c\n", "{a: b}: c\nd: e\n", "a: b: c\n", "a: [b\n", "a: {b\nc: d\n", "a\nb: c\n", "a: @b\n", "a: `b\n", "\ta: b\n",
        "a:\n\tb: c\n", "a: \"b\n", "a: 'b\n", "a: b\n c: d\n", "a: [b]]\n", "- a\nb: c\n", "a: \"\\q\"\n", "a: |x\n  b\n", "ü: ä: ö\n",
        "ä: [ü\nö: b\n", "a: b\n\u{FFFE}: c\n",
    ])
    func aHardCaseIsReadAsYamsReadsIt(text: String) throws {
        try compare(SourceFile(path: "a.yaml", text: text), SourceRange(0, text.utf8.count))
        let before = "ä—\n", after = "---\nä: [\n"
        try compare(
            SourceFile(path: "a.md", text: before + text + after),
            SourceRange(before.utf8.count, before.utf8.count + text.utf8.count))
    }

    private func compare(_ file: SourceFile, _ range: SourceRange) throws {
        let text = file.text(in: range)
        let places = Places(text, at: range.lowerBound)
        switch (YAMLReading.mapping(in: file, range), Result { try Yams.compose(yaml: text, .basic, .default, .utf8) }) {
        case (.success(let value), .success(let node?)): compare(value, node, places, file.path)
        case (.success(let value), .success(nil)): #expect(value == YAMLValue(kind: .mapping([]), range: SourceRange(at: range.lowerBound)))
        case (.failure(let problem), .failure(let error as YamlError)) where ["yaml-syntax", "duplicate-key"].contains(problem.id):
            guard let (message, mark) = Self.problem(error) else { break }
            #expect(problem.message.contains(message), "\(file.path): \(text)")
            if let mark { #expect(problem.location?.range?.lowerBound == places.offset(of: mark), "\(file.path): \(text)") }
        case (.failure(let problem), _):
            // What the guard refuses before, and what Yams lets pass: complex keys, and texts that are no mappings.
            #expect(problem.id.hasPrefix("yaml-") && problem.id != "yaml-syntax", "\(file.path): \(text)")
        case (.success, .failure(let error)): Issue.record("\(file.path): \(text): \(error)")
        }
    }

    private func compare(_ value: YAMLValue, _ node: Node, _ places: Places, _ path: String) {
        #expect(value.range.lowerBound == node.mark.map(places.offset), "\(path): \(value)")
        #expect(value.range.upperBound >= value.range.lowerBound)
        switch (value.kind, node) {
        case (.scalar(let text, let isPlain), .scalar(let scalar)):
            #expect(text == scalar.string)
            #expect(isPlain == (scalar.style == .plain))
        case (.sequence(let items), .sequence(let nodes)):
            #expect(items.count == nodes.count)
            for (item, node) in zip(items, nodes) { compare(item, node, places, path) }
        case (.mapping(let entries), .mapping(let pairs)):
            #expect(entries.count == pairs.count)
            for (entry, (key, node)) in zip(entries, pairs) {
                compare(YAMLValue(kind: .scalar(entry.key, isPlain: key.scalar?.style == .plain), range: entry.keyRange), key, places, path)
                compare(entry.value, node, places, path)
            }
        default: Issue.record("\(path): \(value) is not \(node)")
        }
    }

    /// What Yams complains of and, where the two say the same place, where.
    private static func problem(_ error: YamlError) -> (message: String, mark: Mark?)? {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            (problem, problem.contains("could not find expected ':'") ? nil : mark)
        case .reader(let problem, _, _, _): (problem, nil)
        case .duplicatedKeysInMapping(let keys, _): ("the key `\(keys.first ?? "")` stands twice", nil)
        default: nil
        }
    }

    /// Where the lines of a text begin, as libyaml counts them, and each of its Unicode scalars.
    private struct Places {
        var lines = [0]
        var offsets: [Int] = []

        init(_ text: String, at start: Int) {
            var (offset, last) = (start, Unicode.Scalar(0))
            for scalar in text.unicodeScalars {
                offsets.append(offset)
                offset += UTF8.width(scalar)
                switch scalar {
                case "\n" where last == "\r": lines[lines.count - 1] = offsets.count
                case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append(offsets.count)
                default: break
                }
                last = scalar
            }
            offsets.append(offset)
        }

        func offset(of mark: Mark) -> Int { offsets[lines[mark.line - 1] + mark.column - 1] }
    }
}
