/// Text for the inside of elements and attributes.
enum XMLText {
    /// Markup characters become references; characters that XML 1.0 forbids become spaces.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An identifier that needs no escape in markup and style sheets: other characters than ASCII letters, digits, `-` and `_` become `-`.
    static func identifier(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_")
            return isPlain ? Character(scalar) : "-"
        }
        let name = String(scalars)
        guard let first = name.first, first.isLetter else { return "f" + name }
        return name
    }
}
