import Synchronization

extension Array where Element: Sendable {
    /// The results of a closure for all elements, in order, with `jobs` of them under way at a time.
    func concurrentMap<Value: Sendable>(
        jobs: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
        _ transform: @escaping @Sendable (Element) async -> Value
    ) async -> [Value] {
        let turns = Turns(count: count, progress: progress)
        return await withTaskGroup(of: [(Int, Value)].self) { group in
            for _ in 0..<Swift.min(Swift.max(1, jobs), count) {
                group.addTask {
                    var made: [(Int, Value)] = []
                    while let index = turns.next() {
                        made.append((index, await transform(self[index])))
                        turns.finish()
                    }
                    return made
                }
            }
            var results: [Value?] = Array<Value?>(repeating: nil, count: count)
            for await made in group {
                for (index, value) in made { results[index] = value }
            }
            return results.compactMap(\.self)
        }
    }
}

/// Hands elements out to those who work on them, in order.
private final class Turns: Sendable {
    private let count: Int
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    private let state = Mutex((started: 0, done: 0))

    init(count: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
        self.count = count
        self.progress = progress
    }

    /// The next element; none when all have been handed out.
    func next() -> Int? {
        state.withLock { state in
            guard state.started < count else { return nil }
            state.started += 1
            return state.started - 1
        }
    }

    func finish() {
        state.withLock { state in
            state.done += 1
            progress(state.done, count)
        }
    }
}
