/// Puts the live-reload script into a page.
enum ScriptTag {
    /// An own file, because the pages' Content-Security-Policy allows no inline script.
    static func markup(version: String) -> String {
        "<script src=\"\(OwnPath.script)\" data-version=\"\(version)\" defer></script>"
    }

    /// The page with the script before its last `</body>`, or at its end where it has none.
    static func inserted(into html: [UInt8], version: String) -> [UInt8] {
        let place = lastBodyEnd(in: html) ?? html.endIndex
        return Array(html[..<place]) + Array(markup(version: version).utf8) + Array(html[place...])
    }

    private static func lastBodyEnd(in html: [UInt8]) -> Int? {
        let tag = Array("</body".utf8)
        guard html.count >= tag.count else { return nil }
        return stride(from: html.count - tag.count, through: 0, by: -1).first { start in
            html[start] == tag[0] && tag.indices.allSatisfy { html[start + $0] | 0x20 == tag[$0] | 0x20 }
        }
    }
}
