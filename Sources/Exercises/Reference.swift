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
        if destination.isEmpty { throw .empty }
        if destination.hasPrefix("#") {
            self = .fragment(String(destination.dropFirst()))
            return
        }
        guard let (scheme, rest) = Self.splitScheme(destination) else {
            let segments = destination.split(separator: "/", omittingEmptySubsequences: false)
            guard !destination.hasPrefix("/"), !segments.contains(".."), !destination.contains("\\"), !destination.contains("\0") else {
                throw .pathOutside(destination)
            }
            self = .media(destination)
            return
        }
        switch scheme {
        case "dose":
            guard let field = DoseField(rest) else { throw .unknownDoseField(rest) }
            self = .dose(field)
        case "figure": self = .figure(rest)
        case "exercise": self = .exercise(try Self.slug(rest, scheme))
        case "programme": self = .programme(try Self.slug(rest, scheme))
        case "guidance": self = .guidance(try Self.slug(rest, scheme))
        case "source": self = .source(try Self.slug(rest, scheme))
        case "https", "http", "mailto", "tel": self = .external(destination)
        default: throw .unknownScheme(scheme)
        }
    }

    private static func slug(_ text: String, _ scheme: String) throws(Problem) -> Slug {
        guard let slug = Slug(text) else { throw .notASlug(scheme: scheme, text) }
        return slug
    }

    /// The scheme in lower case and what follows the colon; none when the text before the first colon is not a URI scheme (RFC 3986, 3.1).
    private static func splitScheme(_ destination: String) -> (String, String)? {
        // The characters of a scheme are bytes, and no byte of another character is a colon.
        var destination = destination
        return destination.withUTF8 { bytes in
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, isLetter(bytes[0]) else { return nil }
            var isLowerCase = true
            for byte in bytes[..<colon] {
                guard isLetter(byte) || isDigitOrSign(byte) else { return nil }
                if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { isLowerCase = false }
            }
            let scheme = String(decoding: bytes[..<colon], as: UTF8.self)
            return (isLowerCase ? scheme : scheme.lowercased(), String(decoding: bytes[(colon + 1)...], as: UTF8.self))
        }
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
