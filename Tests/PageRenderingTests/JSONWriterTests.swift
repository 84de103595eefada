import Testing

@testable import PageRendering

struct JSONWriterTests {
    private static func write(_ json: inout JSONWriter) {
        json.member("text", "a")
        json.member("none", nil as String?)
        json.member("empty", nonEmpty: "")
        json.member("address", "/x/", "#page")
        json.member("number", 12)
        json.member("flag", false)
        json.strings("nothing", [])
        json.object("object") { _ in }
        json.objects("list", ["b", "c"]) { $0.member("name", $1) }
        json.object(named: "new") { $0.member(named: "\"", 1) }
    }

    @Test func writesAFile() {
        #expect(
            JSONWriter.file(Self.write).string == #"""
                {
                  "text": "a",
                  "address": "/x/#page",
                  "number": 12,
                  "flag": false,
                  "nothing": [],
                  "object": {},
                  "list": [
                    {
                      "name": "b"
                    },
                    {
                      "name": "c"
                    }
                  ],
                  "new": {
                    "\"": 1
                  }
                }

                """#)
    }

    @Test func writesOneLineForAScript() {
        #expect(
            JSONWriter.script(Self.write).markup
                == ##"{"text":"a","address":"/x/#page","number":12,"flag":false,"nothing":[],"object":{},"##
                + ##""list":[{"name":"b"},{"name":"c"}],"new":{"\"":1}}"##
        )
    }

    /// Every character by itself and between others, against the rules as they are written down.
    @Test func escapesWhatMustBeEscaped() {
        let edges: [UInt32] = [0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1FFFE, 0x1FFFF, 0x10FFFF]
        let values = Array(0...0x300) + Array(0x2000...0x2070) + Array(0xFDC0...0xFE00) + Array(0xFEF0...0xFFFF) + edges
        for scalar in values.compactMap(Unicode.Scalar.init) {
            let expected = Self.escaped(scalar)
            #expect(JSONWriter.quoted("\(scalar)") == "\"\(expected)\"")
            #expect(JSONWriter.quoted("ä\(scalar)a text that is longer\(scalar)") == "\"ä\(expected)a text that is longer\(expected)\"")
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        let isControl = scalar.properties.generalCategory == .control
        let isOdd = "<>&\u{2028}\u{2029}\u{FEFF}".unicodeScalars.contains(scalar) || scalar.properties.isNoncharacterCodePoint
        guard isControl || isOdd else { return String(scalar) }
        return String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
