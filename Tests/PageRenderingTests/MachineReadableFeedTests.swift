import Exercises
import Testing

@testable import PageRendering

struct MachineReadableFeedTests {
    private func machine(baseURL: BaseURL? = nil) throws -> MachineReadable {
        let library = try MachineReadableSample(baseURL: baseURL).library()
        func exercise(_ slug: String, reviewed: String?) throws -> Exercise {
            var sample = MachineReadableSample(text: slug.uppercased())
            sample.review = Review(
                author: nil, reviewedBy: reviewed.map { _ in "A reviewer" }, reviewed: reviewed.flatMap { CalendarDate($0) }, next: nil)
            return try sample.exercise(slug)
        }
        let exercises = [
            try exercise("b", reviewed: nil), try exercise("a", reviewed: nil), try exercise("old", reviewed: "2025-01-01"),
            try exercise("new", reviewed: "2026-11-21"),
        ]
        return MachineReadable(
            library: Library(
                site: library.site, safety: library.safety, exercises: exercises, programmes: [], guidance: [], sources: library.sources),
            phrasebook: MachineReadableSample.phrasebook, address: SiteAddress(baseURL: baseURL))
    }

    @Test func theLatestReviewComesFirstThenTheTitle() throws {
        let items = try #require(try machine().object("feed.json")["items"] as? [[String: Any]])
        #expect(items.map { $0["title"] as? String } == ["NEW", "OLD", "A", "B"])
        #expect(items.map { $0["date_modified"] as? String } == ["2026-11-21T00:00:00Z", "2025-01-01T00:00:00Z", nil, nil])
    }

    @Test func atomSaysTheEpochWhereNoDayIsKnown() throws {
        let atom = XMLReading(try machine().text("feed.xml"))
        let unknown = "1970-01-01T00:00:00Z"
        #expect(atom.texts("updated") == ["2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z", "2025-01-01T00:00:00Z", unknown, unknown])
    }

    @Test func identifiersAreURLsOrMadeFromTheSlug() throws {
        #expect(XMLReading(try machine().text("feed.xml")).texts("id").prefix(2) == ["urn:limber:home", "urn:limber:exercises:new"])
        let known = try machine(baseURL: MachineReadableSample.knownAddress)
        #expect(
            XMLReading(try known.text("feed.xml")).texts("id").prefix(2) == [
                "https://example.org/back/", "https://example.org/back/exercises/new/",
            ])
    }

    @Test func jsonFeedHasNoAddressWithoutABaseURL() throws {
        let feed = try machine().object("feed.json")
        #expect(feed["home_page_url"] == nil && feed["feed_url"] == nil)
        #expect((feed["items"] as? [[String: Any]])?.allSatisfy { $0["url"] == nil } == true)
    }

    @Test func itemsWarnOfWhatIsAdvisedAgainstAndGiveNoDose() throws {
        let machine = try MachineReadableSample(advice: .notRecommended).machineReadable()
        let item = try #require(machine.feedItems.first { $0.path == .exercise(Slug("twist")!) })
        #expect(item.text == "Plain\n\nWe advise against it\n\nPlain")
    }
}
