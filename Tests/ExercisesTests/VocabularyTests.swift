import Testing

@testable import Exercises

@Suite struct SlugTests {
    @Test(arguments: ["cat-camel", "a", "bridge2", "1-2"])
    func acceptsWellFormedSlugs(text: String) {
        #expect(Slug(text)?.text == text)
    }

    @Test(arguments: ["", "-a", "a-", "a--b", "Cat", "a_b", "a b", "ä", "a/b", "..", String(repeating: "a", count: 81)])
    func refusesEverythingElse(text: String) {
        #expect(Slug(text) == nil)
    }
}

@Suite struct CalendarDateTests {
    @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29"])
    func readsDaysThatExist(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20261121", "2026-11-31", "1900-02-29", "yesterday", "٢٠٢٦-١١-٢١",
    ])
    func refusesDaysThatDoNot(text: String) {
        #expect(CalendarDate(text) == nil)
    }
}

@Suite struct ReferenceTests {
    @Test func readsEachScheme() throws {
        let bridge = try #require(Slug("bridge"))
        #expect(try Reference(destination: "exercise:bridge") == .exercise(bridge))
        #expect(try Reference(destination: "dose:hold.rounded") == .dose(.hold(phase: "rounded")))
        #expect(try Reference(destination: "figure:rounded") == .figure("rounded"))
        #expect(try Reference(destination: "https://example.org/a:b") == .external("https://example.org/a:b"))
        #expect(try Reference(destination: "#steps") == .fragment("steps"))
        #expect(try Reference(destination: "pictures/cat.svg") == .media("pictures/cat.svg"))
    }

    @Test(arguments: [
        ("javascript:alert(1)", Reference.Problem.unknownScheme("javascript")), ("JavaScript:x", .unknownScheme("javascript")),
        ("data:text/html,x", .unknownScheme("data")), ("", .empty), ("../secret", .pathOutside("../secret")),
        ("/etc/passwd", .pathOutside("/etc/passwd")),
        ("exercise:Bridge", .notASlug(scheme: "exercise", "Bridge")), ("dose:holdd", .unknownDoseField("holdd")),
        ("dose:hold.", .unknownDoseField("hold.")),
    ])
    func refusesWhatLeadsNowhereSafe(destination: String, problem: Reference.Problem) {
        #expect(throws: problem) { try Reference(destination: destination) }
    }
}

@Suite struct BaseURLTests {
    @Test(arguments: [("https://example.org", "https://example.org/", "/"), ("http://a.b/c/d/", "http://a.b/c/d/", "/c/d/")])
    func endsInASlash(text: String, url: String, path: String) throws {
        let base = try #require(BaseURL(text))
        #expect(base.text == url)
        #expect(base.path == path)
    }

    @Test(arguments: [
        "example.org", "ftp://a/", "https://", "https:///x", "https://a/?q", "https://a/#f", "https://a/\"x", "https://a/../b",
        "javascript:x",
    ])
    func refusesOtherAddresses(text: String) {
        #expect(BaseURL(text) == nil)
    }
}
