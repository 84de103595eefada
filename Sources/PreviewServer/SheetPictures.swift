import Synchronization

/// The pictures of the sheets that browsers were last told of, by an address that follows from their bytes: a sheet that looks as before
/// keeps its address, and a picture never changes under one.
final class SheetPictures: Sendable {
    /// The newest last.
    private let answers = Mutex<[[String: [UInt8]]]>([])
    private let limit: Int

    /// Pictures are forgotten after `limit` later answers.
    init(limit: Int = 12) {
        self.limit = limit
    }

    /// Keeps the pictures of one answer and gives their names, in order.
    func keep(_ pictures: [[UInt8]]) -> [String] {
        let names = pictures.map(Self.name)
        let answer = Dictionary(zip(names, pictures), uniquingKeysWith: { first, _ in first })
        answers.withLock { answers in
            answers.append(answer)
            answers.removeFirst(max(0, answers.count - limit))
        }
        return names
    }

    subscript(name: String) -> [UInt8]? {
        answers.withLock { answers in answers.lazy.compactMap { $0[name] }.first }
    }

    /// The same only while the server runs, which is as long as it is needed.
    private static func name(of picture: [UInt8]) -> String {
        var hasher = Hasher()
        picture.withUnsafeBytes { hasher.combine(bytes: $0) }
        return "\(String(UInt(bitPattern: hasher.finalize()), radix: 36)).png"
    }
}
