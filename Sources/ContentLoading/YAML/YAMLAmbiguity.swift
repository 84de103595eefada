/// Plain scalars that readers of YAML do not agree on: `no` is false to YAML 1.1 and a word to YAML 1.2, `012` is 10 or 12.
enum YAMLAmbiguity {
    /// What another reader may take a plain scalar for; nil when every reader sees text.
    static func reading(of text: String) -> String? {
        guard let first = text.utf8.first else { return nil }
        switch first {
        // Most texts begin with a letter, and every word below is short.
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): if text.utf8.count > 5 { return nil }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"): break
        default: return nil
        }
        switch text.lowercased() {
        case "y", "n", "yes", "no", "on", "off", "true", "false": return "true or false"
        case "~", "null": return "nothing"
        case ".nan", ".inf", "+.inf", "-.inf": return "a number"
        default: break
        }
        let digits = text.drop { $0 == "+" || $0 == "-" || $0 == "." }
        guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
        if digits.allSatisfy({ $0.isASCII && ($0.isNumber || "_.,eE+-".contains($0)) }) {
            let isDate = digits.count == 10 && digits.filter { $0 == "-" }.count == 2 && !digits.contains(".")
            return isDate ? "a date" : "a number"
        }
        if digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":" || $0 == "_") }) { return "a number with base 60" }
        if digits.hasPrefix("0x"), digits.dropFirst(2).allSatisfy({ $0.isHexDigit || $0 == "_" }) { return "a number" }
        if digits.hasPrefix("0o"), digits.dropFirst(2).allSatisfy(\.isNumber) { return "a number" }
        return nil
    }
}
