import CommonMark

/// Where a link or an image of the content points to, by the URL schemes of the content format.
package enum Reference: Hashable, Sendable {
    /// A figure of the exercise's own dose.
    case dose(DoseField)
    case exercise(Slug)
    case programme(Slug)
    case guidance(Slug)
    case source(SourceID)
    /// The picture of a pose of the same exercise.
    case figure(String)
    /// A file below `Content/Media/`.
    case media(String)
    /// A place on the same page.
    case fragment(String)
    /// `https:`, `http:`, `mailto:` or `tel:`.
    case external(String)

    /// Why a destination is not a reference.
    package enum Problem: Error, Hashable, Sendable {
        case empty
        case unknownScheme(String)
        case unknownDoseField(String)
        case notASlug(scheme: String, String)
        /// An absolute path, or one that leaves `Media/`.
        case pathOutside(String)
    }

    /// The schemes that the content format adds to ordinary links.
    package static let ownSchemes = ["dose", "exercise", "programme", "guidance", "source", "figure"]
    /// The schemes of ordinary links that are passed through.
    package static let externalSchemes = ["https", "http", "mailto", "tel"]

    package init(destination: String) throws(Problem) {
        let read = destination.withBytes { bytes in Result { () throws(Problem) in try Reference(destination: bytes) } }
        self = try read.get()
    }

    /// Reads a destination in place, as each link is asked many times where it leads. The bytes must be UTF-8.
    package init(destination: UnsafeBufferPointer<UInt8>) throws(Problem) {
        func text(from start: Int) -> String { String(decoding: destination[start...], as: UTF8.self) }
        guard let first = destination.first else { throw .empty }
        if first == UInt8(ascii: "#") {
            self = .fragment(text(from: 1))
            return
        }
        guard let colon = Self.endOfScheme(destination) else {
            self = .media(try Self.media(text(from: 0)))
            return
        }
        /// Schemes have letters of any case; the other characters of one are the same with this bit set.
        func isScheme(_ name: StaticString) -> Bool {
            colon == name.utf8CodeUnitCount
                && name.withUTF8Buffer { name in name.indices.allSatisfy { destination[$0] | 0x20 == name[$0] } }
        }
        let rest = colon + 1
        if isScheme("dose") {
            guard let field = DoseField(text(from: rest)) else { throw .unknownDoseField(text(from: rest)) }
            self = .dose(field)
        } else if isScheme("figure") {
            self = .figure(text(from: rest))
        } else if isScheme("exercise") {
            self = .exercise(try Self.slug(text(from: rest), "exercise"))
        } else if isScheme("programme") {
            self = .programme(try Self.slug(text(from: rest), "programme"))
        } else if isScheme("guidance") {
            self = .guidance(try Self.slug(text(from: rest), "guidance"))
        } else if isScheme("source") {
            self = .source(try Self.slug(text(from: rest), "source"))
        } else if isScheme("https") || isScheme("http") || isScheme("mailto") || isScheme("tel") {
            self = .external(text(from: 0))
        } else {
            throw .unknownScheme(String(decoding: destination[..<colon], as: UTF8.self).lowercased())
        }
    }

    private static func media(_ path: String) throws(Problem) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.hasPrefix("/"), !segments.contains(".."), !path.contains("\\"), !path.contains("\0") else { throw .pathOutside(path) }
        return path
    }

    private static func slug(_ text: String, _ scheme: String) throws(Problem) -> Slug {
        guard let slug = Slug(text) else { throw .notASlug(scheme: scheme, text) }
        return slug
    }

    /// Where the colon after a scheme stands; none when the text before the first colon is not a URI scheme (RFC 3986, 3.1).
    private static func endOfScheme(_ destination: UnsafeBufferPointer<UInt8>) -> Int? {
        // The characters of a scheme are bytes, and no byte of another character is a colon.
        guard let first = destination.first, isLetter(first) else { return nil }
        for (index, byte) in destination.enumerated() {
            if byte == UInt8(ascii: ":") { return index }
            guard isLetter(byte) || isDigitOrSign(byte) else { return nil }
        }
        return nil
    }

    private static func isDigitOrSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
