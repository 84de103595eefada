import CommonMark
package import Diagnostics
import Foundation

/// Where each field of a loaded file stands, by dotted path, such as `dose.hold` or `exercises.2`.
///
/// Every page of a library has one as long as it is loaded, so the paths stand behind each other in one text.
package struct FieldRanges: Hashable, Sendable {
    struct Field: Hashable, Sendable {
        /// Where the path ends; it begins where the one before it ends.
        let end: UInt32
        let range: SourceRange
    }

    private let paths: [UInt8]
    /// As they were written: the last one of a path counts.
    private let fields: [Field]
    /// The places in `fields` by the bytes of their paths, where they are too many to look through.
    private let order: [UInt32]

    static let fewFields = 128

    package init() {
        self.init(WrittenRanges())
    }

    init(_ written: WrittenRanges) {
        let (paths, fields) = (written.paths.withoutSlack, written.fields.withoutSlack)
        self.paths = paths
        self.fields = fields
        guard fields.count > Self.fewFields else {
            order = []
            return
        }
        order = fields.indices.sorted { one, other in
            let order = Self.compare(
                paths[Self.place(ofPath: one, in: fields)], paths[Self.place(ofPath: other, in: fields)])
            return order == 0 ? one < other : order < 0
        }.map(UInt32.init)
    }

    /// The range of a field's value; nil when the field is not written.
    package subscript(path: some StringProtocol) -> SourceRange? {
        if order.isEmpty { return Self.range(of: String(path), in: fields, paths) }
        var path = String(path)
        return path.withUTF8 { path in
            // Behind the last of those that are not greater.
            var (low, high) = (0, order.count)
            while low < high {
                let middle = (low + high) / 2
                if Self.compare(self.path(Int(order[middle])), path) <= 0 { low = middle + 1 } else { high = middle }
            }
            guard low > 0, Self.compare(self.path(Int(order[low - 1])), path) == 0 else { return nil }
            return fields[Int(order[low - 1])].range
        }
    }

    /// The range of a path among few fields.
    static func range(of path: String, in fields: [Field], _ paths: [UInt8]) -> SourceRange? {
        var path = path
        return path.withUTF8 { path in
            for index in fields.indices.reversed() {
                let place = place(ofPath: index, in: fields)
                // Few paths are as long as the one that is looked for.
                if place.count == path.count, paths[place].elementsEqual(path) { return fields[index].range }
            }
            return nil
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

    private func path(_ index: Int) -> ArraySlice<UInt8> { paths[Self.place(ofPath: index, in: fields)] }

    /// Where the path of a field stands among all paths.
    static func place(ofPath index: Int, in fields: [Field]) -> Range<Int> {
        (index == 0 ? 0 : Int(fields[index - 1].end))..<Int(fields[index].end)
    }

    /// By length, then by bytes: less than 0 when the left one comes first.
    private static func compare(_ left: ArraySlice<UInt8>, _ right: some RandomAccessCollection<UInt8>) -> Int {
        guard left.count == right.count else { return left.count - right.count }
        let order = left.withUnsafeBufferPointer { left in
            right.withContiguousStorageIfAvailable { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return 0 }
                return Int(memcmp(first, second, left.count))
            }
        }
        return order ?? 0
    }
}
