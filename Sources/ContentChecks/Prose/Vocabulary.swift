import Synchronization

/// Every word of a page's passages in lower case, collected when it is first asked for: the rules that keep a page from being published need
/// none of it.
final class Vocabulary: Sendable {
    private let passages: PagePassages
    private let words = Mutex<Set<String>?>(nil)

    init(_ passages: PagePassages) {
        self.passages = passages
    }

    var all: Set<String> {
        words.withLock { words in
            if let words { return words }
            let found = passages.all.reduce(into: Set<String>()) { found, passage in
                for word in passage.words { found.insert(word.lower) }
            }
            words = found
            return found
        }
    }
}
