import Exercises
import Foundation
import Testing

@testable import PageRendering

struct PageRendererTests {
    /// All pages of a fixture by the file that they are written to.
    private func pages(_ fixture: PageFixture, handouts: [Slug: [OfferedHandout]] = [:]) throws -> [String: String] {
        let renderer = try fixture.renderer(handouts: handouts)
        let library = try fixture.library()
        var pages: [String: String] = [:]
        pages[SitePath.home.outputFile] = renderer.home(jsonLD: JSONWriter.script { $0.member("a", "</script>") }).string
        pages[SitePath.exercises.outputFile] = renderer.exerciseIndex().string
        pages[SitePath.programmes.outputFile] = renderer.programmeIndex().string
        pages[SitePath.guidancePages.outputFile] = renderer.guidanceIndex().string
        pages[SitePath.sources.outputFile] = renderer.sources().string
        pages[SitePath.myProgramme.outputFile] = renderer.myProgramme().string
        pages[SitePath.notFound.outputFile] = renderer.notFound().string
        for exercise in library.exercises { pages[SitePath.exercise(exercise.slug).outputFile] = renderer.exercise(exercise).string }
        for programme in library.programmes { pages[SitePath.programme(programme.slug).outputFile] = renderer.programme(programme).string }
        for guidance in library.guidance { pages[SitePath.guidance(guidance.slug).outputFile] = renderer.guidance(guidance).string }
        return pages
    }

    private func page(_ file: String, _ fixture: PageFixture = PageFixture(), handouts: [Slug: [OfferedHandout]] = [:]) throws -> String {
        try #require(pages(fixture, handouts: handouts)[file])
    }

    @Test(arguments: [
        "\"><script src=x></script>", "'><img src=x onerror=y>", "</title></script><b>x</b>", "\"\u{301} onload=\"\u{301}x",
        "<!-- {{title}} {{{body}}} -->", "&lt;b&gt;",
    ])
    func noTextOfTheLibraryBecomesMarkup(attack: String) throws {
        let benign = try pages(PageFixture(text: { $0 + " zz" }))
        let hostile = try pages(PageFixture(text: { $0 + " " + attack }))
        let escaped = HTML(text: attack).markup
        for (file, page) in hostile {
            // The page with the attack is the page with a harmless word, apart from the escaped word itself.
            let harmless = try #require(benign[file])
            let expected = Self.withoutData(harmless).replacing("zz", with: escaped)
            let differs = Self.withoutContactLinks(Self.withoutData(page)) != Self.withoutContactLinks(expected)
            #expect(!differs, "\(file)")
            #expect(!Self.withoutData(page).contains(attack) || escaped == attack, "\(file)")
            // In a data block the word is a part of a JSON string, and nothing there can end the element.
            let quoted = JSONWriter.quoted(attack).dropFirst().dropLast()
            #expect(Self.data(page) == Self.data(harmless).map { $0.replacing("zz", with: quoted) }, "\(file)")
            #expect(Self.data(page).allSatisfy { !$0.contains("<") }, "\(file)")
        }
        #expect(hostile.values.contains { !Self.data($0).isEmpty })
    }

    private static func withoutData(_ page: String) -> String {
        page.replacing(/<script type="application\/json">.*?<\/script>/, with: "")
    }

    /// What the data blocks of a page hold.
    private static func data(_ page: String) -> [String] {
        page.matches(of: /<script type="application\/json">(.*?)<\/script>/).map { String($0.output.1) }
    }

    /// The clinic's `mailto:` and `tel:` links hold the text in a changed form.
    private static func withoutContactLinks(_ page: String) -> String {
        page.replacing(/href="(mailto|tel):[^"]*"/, with: "")
    }

    @Test func anExercisePageSaysItsDoseInOneWay() throws {
        let page = try page("exercises/bridge/index.html")
        #expect(
            page.contains(
                "<p class=\"dose-sentence\">Hold for about 30 seconds. Repeat 2 to 3 times on each side.</p>"))
        #expect(page.contains("Hold for <span class=\"dose\">about 30 seconds</span>."))
        #expect(
            page.contains(
                "<th scope=\"row\">Hold</th><td>about 30 seconds <a class=\"origin\" href=\"/sources/#article\">An article</a></td>"))
        #expect(page.contains("2 to 3 <a class=\"origin\" href=\"/sources/#book\">A book</a>"))
        #expect(page.contains("<td>Slowly more.</td>"))
        #expect(page.contains("Also called: Hip lift, Pelvic lift"))
        #expect(page.contains("<strong>Take extra care</strong>"))
    }

    @Test func figuresOfOneSourceAreNamedOnce() throws {
        let page = try page("exercises/pelvic-tilt/index.html")
        #expect(page.contains("Figures from <a href=\"/sources/#article\">An article</a>"))
        #expect(!page.contains("class=\"origin\""))
        #expect(page.contains("This page is a draft.") && page.contains("noindex"))
    }

    @Test func linksOfTheTextLeadToPages() throws {
        let page = try page("exercises/bridge/index.html")
        #expect(page.contains("See <a href=\"/exercises/pelvic-tilt/\">tilt</a>, nowhere, "))
        #expect(page.contains("<a href=\"/sources/#article\" class=\"citation\">the article</a>, odd, "))
        #expect(page.contains("<a href=\"https://example.org/\" rel=\"external noopener\">out</a>"))
        #expect(!page.contains("no-such-exercise"))
    }

    @Test func aPictureStandsBesideItsStepAndAMissingOneLeavesNoTrace() throws {
        let page = try page("exercises/bridge/index.html")
        #expect(
            page.contains(
                "<img src=\"/media/up.svg\" alt=\"Hips up\" loading=\"lazy\" decoding=\"async\"><figcaption>A painter, CC BY</figcaption>"))
        #expect(page.matches(of: /<figure/).count == 1)
        #expect(!page.contains("Not drawn") && !page.contains("<p></p>"))
        #expect(page.matches(of: /class="has-picture"/).count == 1)
    }

    @Test func aPageThatWarnsTeachesNothing() throws {
        let slug = try #require(Slug("hug"))
        let page = try page(
            "exercises/hug/index.html", handouts: [slug: [OfferedHandout(paper: .a4, edition: .standard, path: "handouts/hug.pdf")]])
        #expect(page.contains("banner-warning") && page.contains("Do not do this"))
        for absent in ["dose-sentence", "handouts", "class=\"steps\"", ">Steps<", "care-stop"] {
            #expect(!page.contains(absent), "\(absent)")
        }
        #expect(page.contains("class=\"emergency\""))
    }

    @Test func handoutsAreOfferedWhereThereAreSome() throws {
        let slug = try #require(Slug("bridge"))
        let made = OfferedHandout(
            paper: .a4, edition: .standard, path: "handouts/bridge-a4.pdf", size: OfferedHandout.Size(pages: 3, byteCount: 82_595))
        let short = OfferedHandout(
            paper: .letter, edition: .standard, path: "handouts/bridge-letter.pdf", size: OfferedHandout.Size(pages: 1, byteCount: 1))
        let unmade = OfferedHandout(paper: .a4, edition: .large, path: "handouts/bridge-large.pdf")
        let fixture = PageFixture(baseURL: "https://example.org/sub/")
        let page = try page("exercises/bridge/index.html", fixture, handouts: [slug: [made, short, unmade]])
        #expect(page.contains("<span>Handout (A4) <small>PDF, 3 pages, 83 KB</small></span>"))
        #expect(page.contains("<span>Handout (US Letter) <small>PDF, 1 page, 1 KB</small></span>"))
        #expect(page.contains("<span>Handout in large print (A4)</span>"))
        #expect(page.contains("href=\"/sub/handouts/bridge-a4.pdf\" type=\"application/pdf\""))
        #expect(try !self.page("exercises/bridge/index.html").contains("handouts"))
    }

    @Test func safetyIsOnEveryExercise() throws {
        let page = try page("exercises/bridge/index.html")
        #expect(page.contains("<li>you are hurt</li>"))
        #expect(page.contains("<li>Stop at pain.</li>\n<li>your leg tingles</li>"))
        #expect(page.contains("<li>New numbness</li>") && page.contains("href=\"tel:112\""))
        #expect(page.contains("href=\"/guidance/when-to-stop/\""))
    }

    @Test func theReviewNoticeStaysUntilAReviewerIsNamed() throws {
        let unreviewed = try page("guidance/floor/index.html")
        #expect(unreviewed.contains("Nobody has reviewed this.") && !unreviewed.contains("Reviewed by"))
        let reviewed = try page("guidance/floor/index.html", PageFixture(reviewed: true))
        #expect(!reviewed.contains("Nobody has reviewed this.") && reviewed.contains("<dd>Dr. Reviewer</dd>"))
        #expect(reviewed.contains("<time datetime=\"2026-11-21\">21 November 2026</time>"))
        #expect(reviewed.contains("<time datetime=\"2027-01-02\">2 January 2027</time>"))
    }

    @Test func aProgrammeChangesTheDose() throws {
        let page = try page("programmes/evening/index.html")
        #expect(
            page.contains("<p class=\"entry-dose\">Hold for about 30 seconds. Repeat 7 times on each side.</p>"))
        #expect(page.contains("<p class=\"entry-note\">Gently.</p>"))
        // 10 to get ready, 7 × (30 + 5) × 2, 10 between, 5 + 5: 520 seconds.
        #expect(page.contains("<dd>about 9 minutes</dd>") && page.contains("<dd>2 exercises</dd>"))
    }

    @Test func theContentsOfAGuidancePageLeadToItsHeadings() throws {
        let page = try page("guidance/floor/index.html")
        let links = page.matches(of: /<li><a href="#([^"]+)">Sources<\/a><\/li>/).map { String($0.output.1) }
        #expect(links == ["sources-2", "sources-5"])
        for link in links { #expect(page.contains("<h2 id=\"\(link)\">Sources</h2>")) }
    }

    @Test func everyIdentifierStandsOnce() throws {
        for (file, page) in try pages(PageFixture()) {
            let identifiers = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
            #expect(Set(identifiers).count == identifiers.count, "\(file)")
            #expect(page.matches(of: /<h1/).count == 1, "\(file)")
        }
    }

    @Test func everyLinkHasThePrefixOfTheAddress() throws {
        for (file, page) in try pages(PageFixture(baseURL: "https://example.org/sub")) {
            for match in page.matches(of: /(?:href|src)="(\/[^"]*)"/) { #expect(match.output.1.hasPrefix("/sub/"), "\(file)") }
        }
    }

    @Test func absoluteAddressesNeedABaseURL() throws {
        let unknown = try page("exercises/bridge/index.html")
        #expect(!unknown.contains("canonical") && !unknown.contains("og:url"))
        let known = try page("exercises/bridge/index.html", PageFixture(baseURL: "https://example.org/sub"))
        #expect(known.contains("<link rel=\"canonical\" href=\"https://example.org/sub/exercises/bridge/\">"))
        #expect(known.contains("<meta property=\"og:url\" content=\"https://example.org/sub/exercises/bridge/\">"))
    }

    @Test func linkedDataCannotLeaveItsElement() throws {
        #expect(try page("index.html").contains(#"<script type="application/ld+json">{"a":"\u003C/script\u003E"}</script>"#))
        #expect(try !page("404.html").contains("ld+json"))
    }

    @Test func everyPhraseOfTheSiteIsThere() throws {
        #expect(try PageFixture.phrasebook().problems(with: SitePhrase.self).isEmpty)
        for (file, page) in try pages(PageFixture()) { #expect(!page.contains("[site."), "\(file)") }
    }
}
