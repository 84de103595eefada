import FlyingSocks

/// A body after which the connection is closed.
///
/// FlyingFox reads on after an answer, so what is left of a refused request would be taken for the next one. It closes when a body throws,
/// and this one does so after its last byte.
struct FinalBody: AsyncBufferedSequence {
    typealias Element = UInt8

    let bytes: [UInt8]

    func makeAsyncIterator() -> Iterator {
        Iterator(rest: bytes[...])
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: ArraySlice<UInt8>

        mutating func next() async throws -> UInt8? {
            guard let byte = rest.popFirst() else { throw SocketError.disconnected }
            return byte
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !rest.isEmpty else { throw SocketError.disconnected }
            defer { rest = [] }
            return Array(rest)
        }
    }
}
