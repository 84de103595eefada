import CommonMark

/// Bytes that are written behind each other: a page, a data file. A page is some thousand pieces of a few bytes each, and an array asks for
/// each piece whether somebody else holds it, which takes longer than to copy the piece.
///
/// What is below `count` has been written; nothing else is ever read, and the memory is this value's alone.
struct GrowingBytes: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Whether the memory is lent by an array that is being made, as long as what is written has room in it.
    private var isLent = false
    private(set) var count = 0

    /// Empty, with room for at least one byte.
    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
    }

    private init?(lent memory: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = memory.baseAddress else { return nil }
        (self.start, capacity, isLent) = (start, memory.count, true)
    }

    deinit {
        if !isLent { start.deallocate() }
    }

    /// What a closure writes, as an array. It is written where it will stay if it has room there, since a copy of the longest files would take
    /// as much memory again.
    static func array(capacity: Int, _ write: (consuming GrowingBytes) -> GrowingBytes) -> [UInt8] {
        var outgrown: [UInt8]?
        let array = [UInt8](unsafeUninitializedCapacity: max(capacity, 1)) { memory, count in
            guard let bytes = GrowingBytes(lent: memory) else { return }
            let written = write(bytes)
            if written.isLent { count = written.count } else { outgrown = written.array }
        }
        return outgrown ?? array
    }

    var isEmpty: Bool { count == 0 }

    var last: UInt8? { count > 0 ? start[count - 1] : nil }

    /// What has been written, for as long as nothing more is.
    func withBytes<Value>(_ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        read(UnsafeBufferPointer(start: start, count: count))
    }

    /// A copy of what has been written.
    var array: [UInt8] { withBytes { Array($0) } }

    /// Makes sure that some more bytes have room.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(2 * capacity, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.moveInitialize(from: start, count: count)
        if !isLent { start.deallocate() }
        (start, capacity, isLent) = (moved, larger, false)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        (start + count).initialize(to: byte)
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).initialize(from: first, count: bytes.count)
        count += bytes.count
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) {
        append(UnsafeBufferPointer(rebasing: bytes))
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Text, as it is.
    @inline(__always)
    mutating func append(_ text: String) {
        text.withBytes { append($0) }
    }

    /// Text of the program's own.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Puts bytes before what stands at a place.
    mutating func insert(_ bytes: ArraySlice<UInt8>, at place: Int) {
        precondition(place <= count, "nothing stands there")
        bytes.withUnsafeBufferPointer { bytes in
            reserve(bytes.count)
            // Both may overlap, which this allows for.
            (start + place + bytes.count).moveInitialize(from: start + place, count: count - place)
            if let first = bytes.baseAddress { (start + place).initialize(from: first, count: bytes.count) }
            count += bytes.count
        }
    }

    subscript(index: Int) -> UInt8 {
        precondition(index < count, "nothing stands there")
        return start[index]
    }

    /// Adds bytes of which some are replaced; `replacement` gives nothing for those that stay, and `marks` answers for eight bytes whether one
    /// of them may be replaced. Most runs are long, and are copied whole.
    @inline(__always)
    mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, replacing replacement: (UInt8) -> StaticString?, marks: (EightBytes) -> EightBytes.Marks
    ) {
        var start = 0
        while start < bytes.count {
            let place = bytes.place(from: start, where: { replacement($0) != nil }, marks: marks)
            append(bytes[start..<place])
            if place < bytes.count, let other = replacement(bytes[place]) { append(other) }
            start = place + 1
        }
    }

    /// Adds text in which nothing is markup, for an element's content or a quoted attribute.
    ///
    /// Escapes by bytes, not by `Character`s: a quotation mark with a combining accent is one `Character`, unequal to a quotation mark,
    /// yet a browser ends the attribute there. A NUL becomes U+FFFD, which is what a browser reads anyway.
    mutating func append(escapingMarkup text: String) {
        text.withBytes { text in
            append(text) { byte in
                switch byte {
                case UInt8(ascii: "&"): "&amp;"
                case UInt8(ascii: "<"): "&lt;"
                case UInt8(ascii: ">"): "&gt;"
                case UInt8(ascii: "\""): "&quot;"
                case UInt8(ascii: "'"): "&#39;"
                case 0: "\u{FFFD}"
                default: nil
                }
            } marks: { bytes in
                bytes.markup | bytes.marks(of: UInt8(ascii: "'")) | bytes.marks(of: 0)
            }
        }
    }
}

extension EightBytes {
    /// What HTML must have escaped in content and in attributes in double quotation marks.
    var markup: Marks {
        marks(of: UInt8(ascii: "&")) | marks(of: UInt8(ascii: "<")) | marks(of: UInt8(ascii: ">")) | marks(of: UInt8(ascii: "\""))
    }
}
