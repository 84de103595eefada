import ContentHashing

/// A short name for the content of a file: the first ten hexadecimal digits of its hash.
///
/// It only has to change when the content changes, so that browsers may keep a file for ever; it is no protection against forgery.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ bytes: some Sequence<UInt8>) {
        description = String(ContentHash(bytes).description.prefix(10))
    }
}
