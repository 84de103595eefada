import Testing

@testable import CommonMark

/// What eight bytes together are asked is answered as byte by byte.
struct EightBytesTests {
    /// Texts of all lengths up to three words, with one byte of each value at each place among harmless ones.
    private func texts(_ byte: UInt8) -> [[UInt8]] {
        (0...24).flatMap { count in
            (0..<count).map { place in
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                text[place] = byte
                return text
            } + [[UInt8](repeating: UInt8(ascii: "a"), count: count)]
        }
    }

    @Test func findsWhatIsNoPrintableASCII() {
        for byte in UInt8.min...UInt8.max {
            for text in texts(byte) {
                let found = text.withUnsafeBufferPointer { text in
                    text.place(from: 0, where: { !(0x20..<0x7F).contains($0) }, marks: { $0.otherThanPrintableASCII })
                }
                #expect(found == text.firstIndex { !(0x20..<0x7F).contains($0) } ?? text.count)
            }
        }
    }

    @Test(arguments: [0, 0x0A, 0x22, 0x26, 0x3C, 0x7F, 0x80, 0xFF] as [UInt8])
    func findsAByteAmongAllOthers(sought: UInt8) {
        for byte in UInt8.min...UInt8.max {
            for text in texts(byte) {
                let found = text.withUnsafeBufferPointer { text in
                    text.place(from: 0, where: { $0 == sought }, marks: { $0.marks(of: sought) })
                }
                #expect(found == text.firstIndex(of: sought) ?? text.count)
            }
        }
    }

    @Test func goesOnFromAnyPlace() {
        let text = Array("one \"two\" three \"four\" and some more".utf8)
        for start in 0...text.count {
            let found = text.withUnsafeBufferPointer { text in
                text.place(from: start, where: { $0 == UInt8(ascii: "\"") }, marks: { $0.marks(of: UInt8(ascii: "\"")) })
            }
            #expect(found == text[start...].firstIndex(of: UInt8(ascii: "\"")) ?? text.count)
        }
    }
}
