extension String {
    /// Hands the UTF-8 of the text to a closure. Unlike `withUTF8` it does so without a copy of the string, which would be counted as one more
    /// reference to what all processors read.
    @inlinable @inline(__always)
    package func withBytes<Value>(_ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        if let value = utf8.withContiguousStorageIfAvailable(read) { return value }
        var copy = self
        return copy.withUTF8(read)
    }
}
