/// Gives headings identifiers that are unique on their page and stay the same as long as the headings do.
package struct HeadingIdentifiers: Sendable {
    private var used: Set<String>
    /// How often each text has come, so that the many-th equal heading is not compared with all before it.
    private var counts: [String: Int] = [:]

    /// Identifiers that the page itself uses are not given to headings.
    package init(reserved: Set<String> = []) {
        used = reserved
    }

    /// `When to stop` becomes `when-to-stop`, and the second one `when-to-stop-2`.
    package mutating func identifier(for text: String) -> String {
        let base = Self.slug(text)
        var count = counts[base, default: 0]
        var identifier = base
        repeat {
            count += 1
            identifier = count == 1 ? base : "\(base)-\(count)"
        } while !used.insert(identifier).inserted
        counts[base] = count
        return identifier
    }

    /// Letters and digits of any script in lower case, everything between them one hyphen, apostrophes dropped.
    private static func slug(_ text: String) -> String {
        var slug = ""
        var pendingHyphen = false
        for character in text where character != "'" && character != "’" {
            if character.isLetter || character.isNumber {
                if pendingHyphen, !slug.isEmpty { slug += "-" }
                slug += character.lowercased()
                pendingHyphen = false
            } else {
                pendingHyphen = true
            }
        }
        return slug.isEmpty ? "section" : slug
    }
}
