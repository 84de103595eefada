import ContentLoading
import Exercises
import Synchronization

/// The passages of a page. Those of the front matter are collected when they are first asked for: the rules that keep a page from being
/// published look at none of them, and each takes a look for the place of its field.
final class PagePassages: Sendable {
    /// Those of the text.
    let body: [Passage]
    /// What these say, each on a line of its own.
    private let bodyText: [UInt8]
    private let content: CheckedPage.Content
    private let origin: Origin
    private let found = Mutex<Found?>(nil)

    private struct Found {
        let all: [Passage]
        let texts: [Passage]
    }

    init(_ content: CheckedPage.Content, _ origin: Origin) {
        let collector = PassageCollector(content)
        body = collector.passages
        bodyText = collector.text
        self.content = content
        self.origin = origin
    }

    /// Everything in reading order.
    var all: [Passage] { collected.all }

    /// Those that are running text.
    var texts: [Passage] { collected.texts }

    private var collected: Found {
        found.withLock { found in
            if let found { return found }
            var fields: [Passage] = []
            content.forEachField { text, path in
                let path = path()
                guard let range = origin.ranges[path] else { return }
                fields.append(Passage(.field(text, origin.file), kind: .field(path), section: .frontMatter, range: range))
            }
            let collected = Found(all: fields + body, texts: fields + body.filter { !$0.isAlternativeText })
            found = collected
            return collected
        }
    }

    /// Whether some letters stand one after another in a passage, in lower case or as capitals, inside a word or as one: most pages can be
    /// passed over without knowing their words.
    func mayHold(_ letters: StaticString) -> Bool {
        if bodyText.withUnsafeBufferPointer({ $0.hold(letters) }) { return true }
        var holds = false
        content.forEachField { field, _ in
            var field = field
            holds = holds || field.withUTF8 { $0.hold(letters) }
        }
        return holds
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether some letters, given in lower case, stand in it in lower case or as capitals.
    fileprivate func hold(_ letters: StaticString) -> Bool {
        letters.withUTF8Buffer { letters in
            guard !letters.isEmpty else { return true }
            // Where the last letter could be, mostly a byte stands that is none of them: then no place that needs it will do.
            let known = letters.reduce(into: UInt32(0)) { $0 |= 1 << UInt32($1 & 0x1F) }
            var last = letters.count - 1
            while last < count {
                if known & 1 << UInt32(self[last] & 0x1F) == 0 {
                    last += letters.count
                } else {
                    let start = last + 1 - letters.count
                    if letters.indices.allSatisfy({ self[start + $0] | 0x20 == letters[$0] }) { return true }
                    last += 1
                }
            }
            return false
        }
    }
}

extension CheckedPage.Content {
    /// Visits the fields of the front matter that readers read, each with its path.
    fileprivate func forEachField(_ visit: (_ text: String, _ path: @autoclosure () -> String) -> Void) {
        func visitAll(_ texts: [String], _ path: String) {
            for (index, text) in texts.enumerated() { visit(text, "\(path).\(index)") }
        }
        switch self {
        case .exercise(let exercise):
            visit(exercise.title, "title")
            visitAll(exercise.aliases, "aliases")
            visit(exercise.summary, "summary")
            if let progression = exercise.dose?.progression { visit(progression, "dose.progression") }
            if let feel = exercise.feel { visit(feel, "feel") }
            visitAll(exercise.stopIf, "stopIf")
            visitAll(exercise.avoidIf, "avoidIf")
            for (index, report) in exercise.sources.enumerated() {
                for (place, note) in report.notes.enumerated() { visit(note, "sources.\(index).notes.\(place)") }
            }
        case .programme(let programme):
            visit(programme.title, "title")
            visit(programme.summary, "summary")
            visit(programme.audience, "audience")
            for (index, entry) in programme.entries.enumerated() {
                if let note = entry.note { visit(note, "exercises.\(index).note") }
            }
        case .guidance(let guidance):
            visit(guidance.title, "title")
            visit(guidance.summary, "summary")
        }
    }
}
