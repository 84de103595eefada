import CommonMark
package import Diagnostics

/// Where each field of a loaded file stands, by dotted path, such as `dose.hold` or `exercises.2`.
///
/// Every page of a library has one as long as it is loaded, so it is written as tightly as it can be: of each path only what differs from
/// the one before it, of each place only the distance from the one before it.
package struct FieldRanges: Hashable, Sendable {
    /// For each field, in the order of writing: how many bytes of the path before it its own begins with, how many follow, these, the
    /// distance from the start before it, and the length.
    private let fields: [UInt8]
    /// The fields of a file that has too many to look through.
    private let many: [String: SourceRange]

    static let fewFields = 128

    package init() {
        self.init(WrittenRanges())
    }

    init(_ written: WrittenRanges) {
        guard written.count <= Self.fewFields else {
            fields = []
            many = written.byPath
            return
        }
        var bytes = Bytes()
        var (path, start) = (ArraySlice<UInt8>(), 0)
        written.forEach { next, range in
            var shared = 0
            while shared < min(path.count, next.count), path[path.startIndex + shared] == next[next.startIndex + shared] { shared += 1 }
            bytes.append(shared)
            bytes.append(next.count - shared)
            bytes.written += next.dropFirst(shared)
            bytes.append(signed: range.lowerBound - start)
            bytes.append(range.upperBound - range.lowerBound)
            (path, start) = (next, range.lowerBound)
        }
        fields = bytes.written.withoutSlack
        many = [:]
    }

    /// The range of a field's value; nil when the field is not written.
    package subscript(path: some StringProtocol) -> SourceRange? {
        var path = String(path)
        if !many.isEmpty { return many[path] }
        return path.withUTF8 { path in
            var reader = BytesReader(bytes: fields)
            // How many bytes of the present path are those that are looked for.
            var (equal, start) = (0, 0)
            var found: SourceRange?
            while !reader.isAtEnd {
                let (shared, rest) = (reader.number(), reader.number())
                let suffix = reader.place..<reader.place + rest
                reader.place += rest
                if shared <= equal {
                    equal = shared
                    for byte in fields[suffix] {
                        guard equal < path.count, path[equal] == byte else { break }
                        equal += 1
                    }
                }
                start += reader.signedNumber()
                let length = reader.number()
                // The last one of a path counts.
                if equal == path.count, shared + rest == equal { found = SourceRange(start, start + length) }
            }
            return found
        }
    }

    /// The range of a field or, when it is not written, of the nearest one around it that is: the pose that inherits an angle.
    package func nearest(to path: String) -> SourceRange? {
        var path = Substring(path)
        while true {
            if let range = self[path] { return range }
            guard let dot = path.lastIndex(of: ".") else { return nil }
            path = path[..<dot]
        }
    }
}

/// Numbers as bytes, the small ones in one: seven bits in each, the highest bit where more follow.
private struct Bytes {
    var written: [UInt8] = []

    mutating func append(_ number: Int) {
        var rest = number
        while rest >= 0x80 {
            written.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        written.append(UInt8(rest))
    }

    mutating func append(signed number: Int) {
        append(number < 0 ? -2 * number - 1 : 2 * number)
    }
}

/// Reads what `Bytes` wrote.
private struct BytesReader {
    let bytes: [UInt8]
    var place = 0

    var isAtEnd: Bool { place >= bytes.count }

    mutating func number() -> Int {
        var (number, shift) = (0, 0)
        while true {
            let byte = bytes[place]
            place += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    mutating func signedNumber() -> Int {
        let number = number()
        return number & 1 == 0 ? number / 2 : -(number + 1) / 2
    }
}
