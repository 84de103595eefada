import Testing

@testable import CommonMark

/// What eight bytes together are asked is answered as byte by byte.
struct EightBytesTests {
    /// Texts of some lengths up to two words, with one byte at each place among harmless ones.
    private func texts(_ byte: UInt8) -> [[UInt8]] {
        [1, 7, 8, 9, 16].flatMap { count in
            (0..<count).map { place in
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                text[place] = byte
                return text
            }
        } + [[]]
    }

    /// The texts in which something else is found than byte by byte.
    private func mistakes(_ isSought: (UInt8) -> Bool, _ marks: (EightBytes) -> EightBytes.Marks) -> [[UInt8]] {
        (UInt8.min...UInt8.max).flatMap { byte in
            texts(byte).filter { text in
                let found = text.withUnsafeBufferPointer { $0.place(from: 0, where: isSought, marks: marks) }
                return found != text.firstIndex(where: isSought) ?? text.count
            }
        }
    }

    @Test func findsWhatIsNoPrintableASCII() {
        #expect(mistakes({ !(0x20..<0x7F).contains($0) }, { $0.otherThanPrintableASCII }).isEmpty)
    }

    @Test(arguments: [0, 0x0A, 0x22, 0x26, 0x3C, 0x7F, 0x80, 0xFF] as [UInt8])
    func findsAByteAmongAllOthers(sought: UInt8) {
        #expect(mistakes({ $0 == sought }, { $0.marks(of: sought) }).isEmpty)
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
