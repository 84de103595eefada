import Testing

@testable import PageRendering

/// Bytes written behind each other are those of an array.
struct GrowingBytesTests {
    @Test func growsFromNothing() {
        var bytes = GrowingBytes(capacity: 0)
        var expected: [UInt8] = []
        #expect(bytes.isEmpty && bytes.last == nil && bytes.array.isEmpty)
        for round in 0..<100 {
            bytes.append(UInt8(round))
            bytes.append("text \(round) é")
            bytes.append("own" as StaticString)
            bytes.append([1, 2, 3])
            bytes.append([UInt8]())
            bytes.append("")
            expected += [UInt8(round)] + Array("text \(round) éown".utf8) + [1, 2, 3]
        }
        #expect(bytes.array == expected)
        #expect(bytes.count == expected.count && bytes.last == 3 && bytes[1] == UInt8(ascii: "t"))
    }

    @Test(arguments: [0, 1, 9, 10, 11, 1000])
    func makesAnArrayWhetherOrNotItHasRoom(capacity: Int) {
        let array = GrowingBytes.array(capacity: capacity) { bytes in
            var bytes = bytes
            for digit in "0123456789".utf8 { bytes.append(digit) }
            return bytes
        }
        #expect(array == Array("0123456789".utf8))
        #expect(GrowingBytes.array(capacity: capacity) { $0 } == [])
    }

    @Test(arguments: [0, 1, 5, 10])
    func putsBytesBeforeOthers(place: Int) {
        for inserted in [[], [7], [7, 8, 9], Array(repeating: 7, count: 100)] as [[UInt8]] {
            var bytes = GrowingBytes(capacity: 4)
            bytes.append("0123456789")
            bytes.insert(inserted[...], at: place)
            var expected = Array("0123456789".utf8)
            expected.insert(contentsOf: inserted, at: place)
            #expect(bytes.array == expected)
        }
    }

    @Test(arguments: [
        "", "a", "no markup in this text", "<", "a<b>&\"'\0", "long before <and> long after, with \"quotes\"", "é<è", "''''''''''",
    ])
    func escapesMarkup(text: String) {
        var bytes = GrowingBytes(capacity: 1)
        bytes.append(escapingMarkup: text)
        let replacements: [Character: String] = [
            "<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;", "\0": "\u{FFFD}",
        ]
        #expect(String(decoding: bytes.array, as: UTF8.self) == text.map { replacements[$0] ?? String($0) }.joined())
    }
}
