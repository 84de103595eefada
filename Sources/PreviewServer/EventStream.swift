import FlyingSocks

/// The body of a server-sent event stream: each element is one chunk, sent at once.
struct EventStream: AsyncBufferedSequence {
    typealias Element = UInt8

    let chunks: AsyncStream<[UInt8]>

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: chunks.makeAsyncIterator())
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var chunks: AsyncStream<[UInt8]>.AsyncIterator
        private var rest: ArraySlice<UInt8> = []

        init(chunks: AsyncStream<[UInt8]>.AsyncIterator) {
            self.chunks = chunks
        }

        mutating func next() async -> UInt8? {
            if rest.isEmpty {
                guard let chunk = await chunks.next() else { return nil }
                rest = chunk[...]
            }
            return rest.popFirst()
        }

        /// A whole event, however long: half of one would wait for the next.
        mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
            if !rest.isEmpty {
                defer { rest = [] }
                return Array(rest)
            }
            return await chunks.next()
        }
    }
}
