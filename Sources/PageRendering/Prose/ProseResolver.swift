package import CommonMark
package import Diagnostics

/// Decides what becomes of each link and image of a prose, such as `exercise:bridge` or `figure:rounded`.
package struct ProseResolver: Sendable {
    /// One link or image in its place.
    package struct Occurrence: Hashable, Sendable {
        package enum Role: Hashable, Sendable {
            case link
            case image
        }

        package let inline: Inline
        /// Whether its paragraph holds nothing else, so that a block can take the paragraph's place.
        package let standsAlone: Bool

        init(_ inline: Inline, standsAlone: Bool) {
            self.inline = inline
            self.standsAlone = standsAlone
        }

        package var role: Role { inline.isImage ? .image : .link }
        package var destination: String { inline.destination?.text ?? "" }
        /// The text of a link or the description of an image.
        package var content: Inlines { inline.children }
        /// Where it stands in its file.
        package var range: SourceRange { inline.range }
    }

    /// One attribute of the element, such as `rel`; its value is escaped when it is written.
    package struct Attribute: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What is written instead.
    package enum Resolution: Hashable, Sendable {
        /// What the author wrote.
        case asWritten
        /// The same element with another destination and further attributes.
        case destination(String, attributes: [Attribute] = [])
        /// The text of the link or the description of the image, without the element.
        case contentOnly
        /// Plain text, which is escaped when it is written.
        case text(String)
        /// Phrasing content, written as it is.
        case html(String)
        /// Flow content such as `<figure>`, written as it is in place of the whole paragraph. Only valid where the occurrence stands alone;
        /// elsewhere it would break the paragraph, so only the content is written.
        case block(String)
    }

    package let resolve: @Sendable (Occurrence) -> Resolution

    package init(_ resolve: @escaping @Sendable (Occurrence) -> Resolution) {
        self.resolve = resolve
    }
}
