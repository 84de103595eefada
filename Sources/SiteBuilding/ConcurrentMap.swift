extension Array where Element: Sendable {
    /// The results of a closure for all elements, in order, with `jobs` of them under way at a time.
    func concurrentMap<Value: Sendable>(
        jobs: Int, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
        _ transform: @escaping @Sendable (Element) async -> Value
    ) async -> [Value] {
        await withTaskGroup(of: (Int, Value).self) { group in
            var results: [Value?] = Array<Value?>(repeating: nil, count: count)
            var next = 0
            var done = 0
            func startNext() {
                guard next < count else { return }
                let (index, element) = (next, self[next])
                group.addTask { (index, await transform(element)) }
                next += 1
            }
            for _ in 0..<Swift.max(1, jobs) { startNext() }
            while let (index, value) = await group.next() {
                results[index] = value
                done += 1
                progress(done, count)
                startNext()
            }
            return results.compactMap(\.self)
        }
    }
}
