import Diagnostics
import Exercises

/// Takes typed values out of one YAML mapping, reports what is wrong with each, and at the end the keys that nobody asked for.
struct MappingDecoder {
    let log: DecodingLog
    /// The dotted path of this mapping in its file; empty at the top.
    let path: String
    let range: SourceRange
    private let entries: [YAMLEntry]
    private var asked: [String] = []
    /// A bit for each of the first entries that was asked for.
    private var isKnown: UInt64 = 0

    /// None, with a diagnostic, when the value is not a mapping.
    init?(_ value: YAMLValue, path: String, log: DecodingLog) {
        guard case .mapping(let entries) = value.kind else {
            log.report(
                "wrong-type", "`\(path)` must be a mapping, not \(value.name)", value.range, notes: ["expected keys with values below it"])
            return nil
        }
        self.log = log
        self.path = path
        self.range = value.range
        self.entries = entries
    }

    /// The keys as they are written, for mappings whose keys are names.
    var allEntries: [YAMLEntry] { entries }

    /// The dotted path of a key.
    func path(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// The raw value of a key; nil when it is not written.
    mutating func value(_ key: String) -> YAMLValue? {
        if asked.isEmpty { asked.reserveCapacity(32) }
        asked.append(key)
        guard let index = index(of: key) else { return nil }
        let entry = entries[index]
        if index < UInt64.bitWidth { isKnown |= 1 << UInt64(index) }
        log.ranges.note(key, in: path, entry.value.range)
        if case .scalar("", isPlain: true) = entry.value.kind {
            log.report("empty-value", "`\(path(of: key))` has no value", entry.keyRange, fix: Fix("write a value, or remove the key"))
            return nil
        }
        return entry.value
    }

    /// Whether a key is written, well or not.
    func has(_ key: String) -> Bool { index(of: key) != nil }

    private func index(of key: String) -> Int? {
        let count = key.utf8.count
        // Most keys differ in their length, which is quicker to see.
        for index in entries.indices where entries[index].key.utf8.count == count && entries[index].key == key { return index }
        return nil
    }

    /// Says that a key is missing, unless it is written and was already found to be wrong.
    mutating func require<Value>(_ key: String, _ value: Value?, expected: @autoclosure () -> String) -> Value? {
        if value == nil, !has(key) {
            let place = path.isEmpty ? SourceRange(0, min(3, log.file.text.utf8.count)) : SourceRange(at: range.lowerBound)
            log.report(
                "missing-key", "`\(path(of: key))` is missing", place, notes: ["expected \(expected())"], fix: Fix("add a line `\(key): …`")
            )
        }
        return value
    }

    mutating func mapping(_ key: String) -> MappingDecoder? {
        value(key).flatMap { MappingDecoder($0, path: path(of: key), log: log) }
    }

    /// The items of a list; a single value is not taken for a list of one.
    mutating func list(_ key: String) -> [YAMLValue]? {
        guard let value = value(key) else { return nil }
        guard case .sequence(let items) = value.kind else {
            log.report(
                "wrong-type", "`\(path(of: key))` must be a list, not \(value.name)", value.range,
                fix: Fix("write it as `[…]`, or as lines that begin with `- `"))
            return nil
        }
        log.ranges.note(items, of: key, in: path)
        return items
    }

    /// The scalar's own text.
    mutating func scalar(_ key: String, expected: @autoclosure () -> String) -> (text: String, isPlain: Bool, range: SourceRange)? {
        guard let value = value(key) else { return nil }
        return scalar(value, path(of: key), expected: expected())
    }

    func scalar(
        _ value: YAMLValue, _ path: @autoclosure () -> String, expected: @autoclosure () -> String
    ) -> (text: String, isPlain: Bool, range: SourceRange)? {
        guard case .scalar(let text, let isPlain) = value.kind else {
            log.report("wrong-type", "`\(path())` must be \(expected()), not \(value.name)", value.range)
            return nil
        }
        return (text, isPlain, value.range)
    }

    /// Where a key itself stands; nil when it is not written.
    func keyRange(_ key: String) -> SourceRange? {
        index(of: key).map { entries[$0].keyRange }
    }

    /// Reports every key that was never asked for, with the nearest known one; `elsewhere` are keys that belong under another key.
    /// `expected` lists the keys where there are too many to name each.
    func finish(elsewhere: (key: String, names: [String])? = nil, expected: String? = nil) {
        // A mapping has few keys; most are all known.
        if entries.count < UInt64.bitWidth, isKnown == 1 << UInt64(entries.count) - 1 { return }
        let known = Set(asked)
        let notes = ["expected one of: \(expected ?? asked.joined(separator: ", "))"]
        let written = Set(entries.map(\.key))
        for entry in entries where !known.contains(entry.key) {
            // A key that is written already cannot be written again.
            var fix =
                log.suggestion(for: entry.key, among: asked.filter { !written.contains($0) }, at: entry.keyRange)
                ?? log.suggestion(for: entry.key, among: asked)
            if fix == nil, let elsewhere, let name = Suggestion.nearest(to: entry.key, among: elsewhere.names) {
                fix = Fix("did you mean `\(name)`? It belongs under `\(elsewhere.key):`")
            }
            log.report("unknown-key", "unknown key `\(entry.key)`", entry.keyRange, notes: notes, fix: fix)
        }
    }
}
