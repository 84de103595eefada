package import Diagnostics

/// A handout as a PDF file.
package struct HandoutPDF: Hashable, Sendable {
    package let bytes: [UInt8]
    /// What the compiler warned of, such as a font that is missing.
    package let warnings: [Diagnostic]

    package init(bytes: [UInt8], warnings: [Diagnostic] = []) {
        self.bytes = bytes
        self.warnings = warnings
    }

    /// How many pages the file has. Typst writes each page as an uncompressed dictionary, which is looked for here.
    package var pageCount: Int {
        let mark = Array("/Type/Page".utf8)
        var count = 0
        var index = bytes.startIndex
        while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "/")) {
            index = slash + 1
            let end = slash + mark.count
            if end < bytes.endIndex, bytes[slash..<end].elementsEqual(mark), !Self.isNameByte(bytes[end]) { count += 1 }
        }
        return count
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">")
    }
}
