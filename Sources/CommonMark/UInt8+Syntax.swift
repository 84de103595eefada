/// The bytes that CommonMark's grammar speaks of.
extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")
    static let backtick = UInt8(ascii: "`")

    var isLineEnding: Bool { self == .lineFeed || self == .carriageReturn }
    var isSpaceOrTab: Bool { self == .space || self == .tab }
    /// Space, tab, line feed, vertical tab, form feed or carriage return.
    var isWhitespace: Bool { self == .space || (self >= .tab && self <= .carriageReturn) }

    /// A character that a backslash can escape.
    var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
