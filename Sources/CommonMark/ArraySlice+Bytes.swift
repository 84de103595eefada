import Foundation

/// Bytes looked through by the C library, which compares many of them at a time.
extension ArraySlice<UInt8> {
    /// The first place of a byte from an index on; the end where there is none.
    package func place(of byte: UInt8, from start: Int) -> Int {
        guard start < endIndex else { return endIndex }
        return self[start...].withUnsafeBufferPointer { rest in
            guard let first = rest.baseAddress, let found = memchr(first, Int32(byte), rest.count) else { return endIndex }
            return start + first.distance(to: found.assumingMemoryBound(to: UInt8.self))
        }
    }

    /// Whether a text stands at an index.
    package func holds(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start >= startIndex, endIndex - start >= text.count else { return false }
        return self[start..<start + text.count].withUnsafeBufferPointer { part in
            guard let first = part.baseAddress, let second = text.baseAddress else { return text.isEmpty }
            return memcmp(first, second, text.count) == 0
        }
    }
}
