import Diagnostics
import Exercises
import Testing

@testable import PageRendering

struct AssetTests {
    @Test func namesAFileAfterItsContent() {
        let first = Asset(logicalName: "Fonts/Inter.woff2", bytes: [1, 2, 3])
        let second = Asset(logicalName: "Fonts/Inter.woff2", bytes: [1, 2, 4])
        #expect(first.path.wholeMatch(of: /assets\/Fonts\/Inter\.[0-9a-f]{10}\.woff2/) != nil)
        #expect(first.path != second.path)
        #expect(first.path == Asset(logicalName: "Fonts/Inter.woff2", bytes: [1, 2, 3]).path)
    }

    @Test func aFingerprintIsTheBeginningOfTheHash() {
        #expect(Fingerprint("".utf8).description == "99aa06d301")
        #expect(Fingerprint("exercise".utf8).description == "9d03947b38")
    }

    @Test func scriptsGetTheWordsBelowTheirKeyAndThoseOfDoses() {
        let words = ScriptWords(
            Phrasebook(phrases: [
                "script.session.pause": "Pause", "script.session.voice.next": "Next: \"{title}\" </script>", "site.skip": "Skip",
                "dose.unit.second": "{amount} second",
            ]))
        #expect(
            words.data == #"""
                {"dose":{"unit":{"second":"{amount} second"}},\#
                "session":{"pause":"Pause","voice":{"next":"Next: \"{title}\" \u003C/script\u003E"}},"vocabulary":{}}

                """#)
        #expect(words.module.contains("export let dose = {}, session = {}, vocabulary = {};"))
    }

    @Test(arguments: [
        ("session.pause", nil), ("session.voice.next.length", nil), ("session.voice", nil), ("session.paus", "script.session.paus"),
        ("session.voice.previous", "script.session.voice.previous"), ("other.session.paus", nil), ("words.pause", nil), ("words.paus", nil),
    ])
    func aWordThatIsMissingIsFoundWhereItIsUsed(use: String, missing: String?) {
        let words = ScriptWords(Phrasebook(phrases: ["script.session.pause": "Pause", "script.session.voice.next": "Next"]))
        let script = SourceFile(path: "a.js", text: "import { session } from \"../words.js\";\nsay(\(use));\n")
        #expect(words.diagnostics(for: script).map(\.message) == (missing.map { ["there is no phrase `\($0)`"] } ?? []))
    }

    @Test func theScriptOfAPageIsAllowedByItsDigest() {
        #expect(ContentSecurityPolicy.digest("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
        #expect(
            ContentSecurityPolicy(inlineScript: "abc").text.contains(
                "script-src 'self' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';"))
        #expect(!ContentSecurityPolicy(inlineScript: "abc", allowsWebAssembly: true).text.contains("unsafe-inline"))
    }

    @Test(arguments: ["#0b6e6e", "#ffffff", "#000000", "#ffff00", "#ff0000", "#123456", "#7f7f7f"])
    func anyColourCanBeRead(notation: String) throws {
        let tone = Theme.Tone(onLight: try #require(Theme.Colour(notation)))
        let sheet = ThemeStyleSheet(Theme(accent: tone, secondary: tone)).text
        let colours = sheet.matches(of: /#[0-9a-f]{6}/).compactMap { Theme.Colour(String($0.output)) }
        try #require(colours.count == 6)
        let (light, dark) = (colours[0], colours[1])
        #expect(colours[4] == light && colours[5] == dark)
        #expect(light.contrast(with: Theme.Colour(red: 0xFB, green: 0xF9, blue: 0xF5)) >= 4.5)
        #expect(light.contrast(with: Theme.Colour(red: 255, green: 255, blue: 255)) >= 4.5)
        #expect(dark.contrast(with: Theme.Colour(red: 0x13, green: 0x19, blue: 0x1B)) >= 4.5)
        #expect(dark.contrast(with: Theme.Colour(red: 0x1E, green: 0x27, blue: 0x2A)) >= 4.5)
    }

    @Test func aColourOfItsOwnStandsOnDarkPages() throws {
        let tone = Theme.Tone(onLight: try #require(Theme.Colour("#0b6e6e")), onDark: try #require(Theme.Colour("#FFCC00")))
        let sheet = ThemeStyleSheet(Theme(accent: tone)).text
        #expect(sheet.contains("--accent-on-light: #0b6e6e;") && sheet.contains("--accent-on-dark: #ffcc00;"))
    }

    @Test func onlyWhatWasChosenIsSaid() {
        let usual = ThemeStyleSheet(Theme()).text
        #expect(!usual.contains("--theme") && !usual.contains("--second") && usual.contains("--accent-on-light: #0b6e6e;"))
        let theme = Theme(textSize: 20, scale: .large, spacing: .compact, corners: .square, font: .serif)
        let chosen = ThemeStyleSheet(theme).text
        #expect(chosen.contains("--theme-text-size: calc(20 / 16 * 100%);") && chosen.contains("--theme-radius: 0rem;"))
        #expect(chosen.contains("--theme-scale: 1.14;") && chosen.contains("--theme-spacing: 0.75;") && chosen.contains("Georgia"))
    }

    @Test(arguments: ["red", "#12345", "#-12345", "#1234567", "#12345g", "0b6e6e"])
    func whatIsNoColourIsNone(text: String) {
        #expect(Theme.Colour(text) == nil)
    }

    @Test func contrastIsThatOfWCAG() {
        let (black, white) = (Theme.Colour(red: 0, green: 0, blue: 0), Theme.Colour(red: 255, green: 255, blue: 255))
        #expect(abs(black.contrast(with: white) - 21) < 0.001)
        #expect(abs(Theme.Colour(red: 0x76, green: 0x76, blue: 0x76).contrast(with: white) - 4.54) < 0.01)
    }

    @Test(arguments: [
        (String?.none, SitePath.home, "/", String?.none), ("https://example.org", .home, "/", "https://example.org/"),
        ("https://example.org/sub", .exercises, "/sub/exercises/", "https://example.org/sub/exercises/"),
        ("https://example.org/sub", .file("a b/ü&.css"), "/sub/a%20b/%C3%BC%26.css", "https://example.org/sub/a%20b/%C3%BC%26.css"),
        (nil, .media("x\"y.svg"), "/media/x%22y.svg", nil),
    ])
    func linksHaveThePrefixOfTheAddress(base: String?, path: SitePath, link: String, url: String?) {
        let address = SiteAddress(baseURL: base.flatMap(BaseURL.init))
        #expect(address.link(to: path) == link)
        #expect(address.url(of: path) == url)
    }

    @Test func everyPageHasItsFile() throws {
        let slug = try #require(Slug("cat-camel"))
        #expect(SitePath.home.outputFile == "index.html")
        #expect(SitePath.exercise(slug).outputFile == "exercises/cat-camel/index.html")
        #expect(SitePath.source(slug).outputFile == "sources/index.html")
        #expect(SitePath.source(slug).text == "sources/#cat-camel")
        #expect(SitePath.notFound.outputFile == "404.html")
        #expect(SitePath.media("a b.svg").outputFile == "media/a b.svg")
    }
}
