import Synchronization

/// Every word of some passages in lower case, collected when it is first asked for: the rules that keep a page from being published need
/// none of it.
final class Vocabulary: Sendable {
    private let passages: [Passage]
    private let words = Mutex<Set<String>?>(nil)

    init(_ passages: [Passage]) {
        self.passages = passages
    }

    var all: Set<String> {
        words.withLock { words in
            if let words { return words }
            let found = passages.reduce(into: Set<String>()) { found, passage in
                for word in passage.words { found.insert(word.lower) }
            }
            words = found
            return found
        }
    }
}
