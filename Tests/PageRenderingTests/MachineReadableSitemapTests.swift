import Exercises
import Testing

@testable import PageRendering

struct MachineReadableSitemapTests {
    @Test func withoutABaseURLItListsPagesFromTheRootAndIsNotNamedToSearchEngines() throws {
        let machine = try MachineReadableSample().machineReadable()
        #expect(XMLReading(try machine.text("sitemap.xml")).texts("loc") == MachineReadableSample.pages.map { "/" + $0.text })
        #expect(machine.robots == "User-agent: *\nAllow: /\n")
    }

    @Test func holdsEveryPageAndTheDaysOfReviews() throws {
        var sample = MachineReadableSample(baseURL: MachineReadableSample.knownAddress)
        sample.review = Review(author: nil, reviewedBy: "A reviewer", reviewed: CalendarDate("2026-11-21"), next: nil)
        let machine = try sample.machineReadable()
        let sitemap = XMLReading(try machine.text("sitemap.xml"))
        #expect(sitemap.texts("loc") == MachineReadableSample.pages.map { "https://example.org/back/" + $0.text })
        #expect(sitemap.texts("lastmod") == ["2026-11-21", "2026-11-21", "2026-11-21"])
        #expect(machine.robots.hasSuffix("\nSitemap: https://example.org/back/sitemap.xml\n"))
    }

    @Test func aboveTheLimitItNamesFurtherFiles() throws {
        let machine = try MachineReadableSample(baseURL: MachineReadableSample.knownAddress).machineReadable()
        let outputs = machine.sitemaps(limit: 6)
        #expect(outputs.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
        #expect(outputs.map { XMLReading($0.text.string).texts("loc").count } == [3, 6, 6, 5])
    }
}
