/// Numbers and lists in sentences.
enum Count {
    /// `1 step`, `12 steps`.
    static func of(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The first of many, with how many more there are.
    static func some(_ parts: [String], most: Int) -> String {
        parts.count <= most ? list(parts) : parts.prefix(most).joined(separator: ", ") + " and \(parts.count - most) more"
    }

    static func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

    /// `12 pt`, `11.5 pt`.
    static func points(_ size: Double) -> String {
        let tenths = Int((size * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) pt" : "\(tenths / 10).\(tenths % 10) pt"
    }

    /// A grade of school: `6.2`.
    static func grade(_ grade: Double) -> String {
        let tenths = Int((grade * 10).rounded())
        return tenths < 0 ? "under 0" : "\(tenths / 10).\(tenths % 10)"
    }

    /// Points as whole millimetres.
    static func millimetres(_ points: Double) -> String { "\(Int((points / 72 * 25.4).rounded(.down))) mm" }
}
