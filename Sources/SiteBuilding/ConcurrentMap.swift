import Synchronization

extension Array where Element: Sendable {
    /// The results of a closure for all elements, in order, with `jobs` of them under way at a time.
    func concurrentMap<Value: Sendable>(
        jobs: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
        _ transform: @escaping @Sendable (Element) async -> Value
    ) async -> [Value] {
        let turns = Turns(count: count, jobs: jobs, progress: progress)
        return await withTaskGroup(of: [(Int, Value)].self) { group in
            for _ in 0..<Swift.min(Swift.max(1, jobs), count) {
                group.addTask {
                    var made: [(Int, Value)] = []
                    while let run = turns.next() {
                        for index in run {
                            made.append((index, await transform(self[index])))
                            turns.finish()
                        }
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

/// Hands elements out to those who work on them, in order and in short runs: what stands side by side is often made from the same, such as
/// the page of an exercise and its data, and two processors that count references to one object wait for each other.
private final class Turns: Sendable {
    private let count: Int
    private let jobs: Int
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    private let state = Mutex((started: 0, done: 0))
    private static let longestRun = 16

    init(count: Int, jobs: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
        self.count = count
        self.jobs = max(1, jobs)
        self.progress = progress
    }

    /// The next elements; none when all have been handed out. Towards the end the runs become shorter, so that all end at about one time.
    func next() -> Range<Int>? {
        state.withLock { state in
            guard state.started < count else { return nil }
            let start = state.started
            state.started += max(1, min(Self.longestRun, (count - start) / (4 * jobs)))
            return start..<state.started
        }
    }

    func finish() {
        state.withLock { state in
            state.done += 1
            progress(state.done, count)
        }
    }
}
