import Exercises
import Foundation
import FoundationXML
import Testing

@testable import PageRendering

/// What an author pastes into a title must reach the reader as it is, and never as markup.
struct MachineReadableHostileTextTests {
    static let texts = [
        "\"quotes\" 'single' \\ / back\\u0041slash",
        "</script><script>alert(1)</script><!-- --> <![CDATA[",
        "a ]]> b &amp; &lt; &#0; <a href='x'>",
        "line\u{2028}paragraph\u{2029}next\u{85}end",
        "nul \u{0} bell \u{7} escape \u{1B} delete \u{7F} noncharacters \u{FFFE}\u{FFFF}\u{1FFFE}",
        "tab\tcarriage\rreturn\nline\r\nend",
        "\u{FEFF}e\u{301} \"\u{301} \u{202E}txt 👩‍👩‍👧 עברית",
        String(repeating: "long & <deep> \"text\" ", count: 2_000),
    ]

    static let addresses: [BaseURL?] = [nil, MachineReadableSample.knownAddress, MachineReadableSample.oddAddress]

    @Test(arguments: texts.indices, addresses)
    func everyDataFileCanBeRead(index: Int, baseURL: BaseURL?) throws {
        let text = Self.texts[index]
        let machine = try MachineReadableSample(text: text, baseURL: baseURL).machineReadable()
        for output in machine.outputs() where output.path.hasSuffix(".json") {
            _ = try JSONText.object(output.text.string)
        }
        let exercise = try machine.object("api/v1/exercises/twist.json")
        #expect(Self.scalars(exercise["title"]) == Array(text.unicodeScalars))
        #expect(Self.scalars((exercise["stopIf"] as? [String])?.first) == Array(text.unicodeScalars))
        let item = try #require((try machine.object("feed.json")["items"] as? [[String: Any]])?.first)
        #expect(Self.scalars(item["title"]) == Array(text.unicodeScalars))
    }

    @Test(arguments: texts.indices, addresses)
    func everyXMLFileCanBeRead(index: Int, baseURL: BaseURL?) throws {
        let text = Self.texts[index]
        let machine = try MachineReadableSample(text: text, baseURL: baseURL).machineReadable()
        for output in machine.outputs() where output.path.hasSuffix(".xml") {
            let reading = XMLReading(output.text.string)
            #expect(reading.isWellFormed, "\(output.path)")
        }
        let expected = text.unicodeScalars.map { scalar in
            scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) || scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
                ? "\u{FFFD}" : scalar
        }
        let titles = XMLReading(try machine.text("feed.xml")).texts("title")
        #expect(titles.count == 4)
        #expect(titles.allSatisfy { Array($0.unicodeScalars) == expected })
    }

    @Test(arguments: texts.indices, addresses)
    func everyPagesJSONLDStaysInItsScript(index: Int, baseURL: BaseURL?) throws {
        let text = Self.texts[index]
        let clinic = Site.Clinic(name: text, phone: text, email: text, address: text)
        let machine = try MachineReadableSample(text: text, clinic: clinic, baseURL: baseURL).machineReadable()
        for path in MachineReadableSample.pages {
            let script = machine.jsonLD(for: path).markup
            _ = try JSONText.object(script)
            let unsafe = script.unicodeScalars.first { scalar in
                "<>&\u{2028}\u{2029}\u{7F}".unicodeScalars.contains(scalar) || scalar.value < 0x20 || (0x80..<0xA0).contains(scalar.value)
                    || scalar.value & 0xFFFE == 0xFFFE
            }
            #expect(unsafe == nil, "\(path)")
        }
        let plan = try #require(try machine.things("ExercisePlan", on: .exercise(Slug("twist")!)).first)
        #expect(Self.scalars(plan["name"]) == Array(text.unicodeScalars))
    }

    private static func scalars(_ value: Any?) -> [Unicode.Scalar]? {
        (value as? String).map { Array($0.unicodeScalars) }
    }
}

/// Reads XML with a parser that is not ours.
final class XMLReading: NSObject, XMLParserDelegate {
    private(set) var isWellFormed = false
    private(set) var elements: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func texts(_ name: String) -> [String] {
        elements.filter { $0.name == name }.map(\.text)
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }
}
