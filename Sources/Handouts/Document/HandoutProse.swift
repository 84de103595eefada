/// A block of prose in a handout.
package enum HandoutBlock: Hashable, Sendable, Encodable {
    case paragraph([HandoutInline])
    /// A heading inside a section.
    case heading([HandoutInline])
    /// A number where an ordered list starts; none for a bullet list.
    case list(start: Int?, items: [[HandoutBlock]])
    case quotation([HandoutBlock])
    case picture(HandoutPicture)

    private enum Key: CodingKey {
        case kind, content, start, items, picture
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .paragraph(let content):
            try container.encode("paragraph", forKey: .kind)
            try container.encode(content, forKey: .content)
        case .heading(let content):
            try container.encode("heading", forKey: .kind)
            try container.encode(content, forKey: .content)
        case .list(let start, let items):
            try container.encode("list", forKey: .kind)
            try container.encode(start, forKey: .start)
            try container.encode(items, forKey: .items)
        case .quotation(let blocks):
            try container.encode("quotation", forKey: .kind)
            try container.encode(blocks, forKey: .content)
        case .picture(let picture):
            try container.encode("picture", forKey: .kind)
            try container.encode(picture, forKey: .picture)
        }
    }
}

/// An inline of prose in a handout.
package indirect enum HandoutInline: Hashable, Sendable, Encodable {
    case text(String)
    case lineBreak
    /// Set bold, as emphasis is too: italics are hard to read.
    case strong([HandoutInline])
    case link(address: String, [HandoutInline])

    private enum Key: CodingKey {
        case kind, text, content, address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .text(let text):
            try container.encode("text", forKey: .kind)
            try container.encode(text, forKey: .text)
        case .lineBreak:
            try container.encode("break", forKey: .kind)
        case .strong(let content):
            try container.encode("strong", forKey: .kind)
            try container.encode(content, forKey: .content)
        case .link(let address, let content):
            try container.encode("link", forKey: .kind)
            try container.encode(address, forKey: .address)
            try container.encode(content, forKey: .content)
        }
    }
}
