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

    @Test func aFingerprintIsFNV1a() {
        #expect(Fingerprint("".utf8).description == "cbf29ce484")
        #expect(Fingerprint("foobar".utf8).description == "85944171f7")
    }

    @Test(arguments: [
        ("site.css", #"url("Fonts/Inter.woff2")"#, "Fonts/"), ("site.css", "url( Fonts/Inter.woff2 )", "Fonts/"),
        ("site.css", "url('./Fonts/Inter.woff2')", "./Fonts/"), ("more/site.css", "url(../Fonts/Inter.woff2)", "../Fonts/"),
    ])
    func aStyleSheetLeadsToTheNewNames(name: String, reference: String, folder: String) throws {
        let assets = Asset.all(files: [(name, Array("a { src: \(reference) }".utf8)), ("Fonts/Inter.woff2", [1])])
        let font = try #require(assets.first { $0.logicalName == "Fonts/Inter.woff2" })
        let style = try #require(assets.first { $0.logicalName == name })
        let file = try #require(font.path.split(separator: "/").last)
        #expect(String(decoding: style.bytes, as: UTF8.self) == "a { src: url(\"\(folder)\(file)\") }")
        #expect(AssetManifest(assets: assets)["Fonts/Inter.woff2"] == font.path)
    }

    @Test func aReferenceToNothingStaysAsItIs() {
        let text = "a { src: url(data:image/png;base64,AA==) url(\"other.png\") }"
        #expect(Asset.all(files: [("site.css", Array(text.utf8))]).map { String(decoding: $0.bytes, as: UTF8.self) } == [text])
    }

    @Test(arguments: ["#0b6e6e", "#ffffff", "#000000", "#ffff00", "#ff0000", "#123456", "#7f7f7f", "not a colour", "#12345", "#-12345"])
    func anyAccentCanBeRead(accent: String) throws {
        let sheet = Theme(accent: accent).styleSheet
        let colours = sheet.matches(of: /#[0-9a-f]{6}/).compactMap { Colour(String($0.output)) }
        try #require(colours.count == 4)
        let (light, dark) = (colours[0], colours[1])
        #expect(light.contrast(with: Colour(red: 0xFB, green: 0xF9, blue: 0xF5)) >= 4.5)
        #expect(light.contrast(with: Colour(red: 255, green: 255, blue: 255)) >= 4.5)
        #expect(dark.contrast(with: Colour(red: 0x13, green: 0x19, blue: 0x1B)) >= 4.5)
        #expect(dark.contrast(with: Colour(red: 0x1E, green: 0x27, blue: 0x2A)) >= 4.5)
    }

    @Test func contrastIsThatOfWCAG() {
        let (black, white) = (Colour(red: 0, green: 0, blue: 0), Colour(red: 255, green: 255, blue: 255))
        #expect(abs(black.contrast(with: white) - 21) < 0.001)
        #expect(abs(Colour(red: 0x76, green: 0x76, blue: 0x76).contrast(with: white) - 4.54) < 0.01)
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
