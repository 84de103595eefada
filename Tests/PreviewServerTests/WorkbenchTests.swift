import Foundation
import Testing

@testable import PreviewServer

@Suite(.timeLimit(.minutes(1)))
struct WorkbenchTests {
    /// Two options, and two sheets of which the first is always the same.
    private static func site(
        outcomes: [PreviewOutcome] = [],
        sheets: @escaping @Sendable (String, [String: String]) -> PreviewSheets = { path, choices in
            .sheets([Array("first".utf8), Array("\(path) \(choices.sorted { $0.key < $1.key })".utf8)], warnings: nil)
        }
    ) -> TestSite {
        let options = [
            PrintOption("size", label: "Size", choices: [.init("small", label: "Small"), .init("large", label: "Large <&\">")]),
            PrintOption("ink", label: "Ink", choices: [.init("blue", label: "Blue"), .init("black", label: "Black")]),
        ]
        return TestSite(
            outcomes: outcomes,
            print: PrintPreview(
                options: options, sheets: { sheets($0, $1) },
                document: { path, choices in
                    path == "/cat-camel/" ? PreviewPage("PDF in \(choices["ink"] ?? "")", mediaType: "application/pdf") : nil
                },
                quality: { path in
                    path == "/cat-camel/" ? PreviewPage("<p>What is known</p>", mediaType: "text/html; charset=utf-8") : nil
                }))
    }

    private struct Answer: Decodable {
        let sheets: [String]?
        let warnings: String?
        let reason: String?
        let problems: String?
    }

    private static func answer(_ client: TestClient, _ path: String) async throws -> Answer {
        let response = try await client.request(path)
        #expect(response.status == 200)
        #expect(response.headers["content-type"] == "application/json; charset=utf-8")
        return try JSONDecoder().decode(Answer.self, from: Data(response.body.utf8))
    }

    @Test func servesWhatIsKnownOfSheetsAsAPageThatMayLoadNothing() async throws {
        try await Self.site().serve { address in
            let response = try await TestClient(address).request(OwnPath.quality + "/cat-camel/")
            #expect(response.status == 200)
            #expect(response.body == "<p>What is known</p>")
            let policy = try #require(response.headers["content-security-policy"])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'unsafe-inline'; font-src data:"))
            for path in ["/bridge/", ""] {
                let missing = try await TestClient(address).request(OwnPath.quality + path)
                #expect(missing.status == 404)
            }
        }
    }

    @Test func showsTheOwnersOptionsAsText() async throws {
        try await Self.site().serve { address in
            let response = try await TestClient(address).request(OwnPath.workbench + "?page=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
            #expect(response.status == 200)
            #expect(response.body.contains("name=\"size\" value=\"large\""))
            #expect(response.body.contains("Large &lt;&amp;&quot;&gt;"))
            #expect(!response.body.contains("alert(1)"))
            let policy = try #require(response.headers["content-security-policy"])
            #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
            #expect(!policy.contains("unsafe"))
            #expect(!response.body.contains("style=") && !response.body.contains("<style"))
        }
    }

    @Test(arguments: [
        OwnPath.workbench, OwnPath.workbenchScript, OwnPath.workbenchStylesheet, OwnPath.sheets + "/", OwnPath.document + "/",
    ])
    func hasNoWorkbenchWhereNothingIsPrinted(_ path: String) async throws {
        try await TestSite().serve { address in
            let response = try await TestClient(address).request(path)
            #expect(response.status == 404)
        }
    }

    @Test func namesASheetByItsBytes() async throws {
        try await Self.site().serve { address in
            let client = try await TestClient(address)
            let small = try await Self.answer(client, OwnPath.sheets + "/cat-camel/").sheets ?? []
            let large = try await Self.answer(client, OwnPath.sheets + "/cat-camel/?ink=black&size=large").sheets ?? []
            #expect(small.count == 2 && large.count == 2)
            #expect(small[0] == large[0])
            #expect(small[1] != large[1])
            let picture = try await client.request(large[1])
            #expect(picture.headers["content-type"] == "image/png")
            #expect(picture.body == "/cat-camel/ [(key: \"ink\", value: \"black\"), (key: \"size\", value: \"large\")]")
            let usual = try await client.request(small[1])
            #expect(usual.body.contains("blue") && usual.body.contains("small"))
        }
    }

    @Test func forgetsPicturesAfterSomeAnswers() {
        let pictures = SheetPictures(limit: 2)
        let first = pictures.keep([[1], [2]])
        #expect(pictures[first[1]] == [2])
        let again = pictures.keep([[1]])
        #expect(again == [first[0]])
        _ = pictures.keep([[3]])
        #expect(pictures[first[0]] == [1])
        #expect(pictures[first[1]] == nil)
    }

    @Test(
        arguments: [
            "/cat-camel/?size=huge", "/cat-camel/?colour=red", "/cat-camel/?size=small&size=large", "/cat-camel/?size", "/?%zz",
            "/cat-camel/?=", "/../etc/passwd", "/%2e%2e/secret", "/a%5Cb",
        ])
    func refusesWhatIsNoOptionOrNoPath(_ rest: String) async throws {
        try await Self.site().serve { address in
            for prefix in [OwnPath.sheets, OwnPath.document] {
                let response = try await TestClient(address).request(prefix + rest)
                #expect(response.status == 400)
                #expect(response.headers["content-type"] == "text/plain; charset=utf-8")
                #expect(!response.body.contains("huge"))
            }
        }
    }

    @Test(arguments: [OwnPath.picture, OwnPath.picture + "1.png", OwnPath.picture + "../x", "/_limber/sheetsx", "/_limber/workbench"])
    func hasNothingAtOtherPaths(_ path: String) async throws {
        try await Self.site().serve { address in
            let response = try await TestClient(address).request(path)
            #expect([400, 404].contains(response.status))
        }
    }

    @Test func servesTheFileToPrint() async throws {
        try await Self.site().serve { address in
            let client = try await TestClient(address)
            let file = try await client.request(OwnPath.document + "/cat-camel/?ink=black")
            #expect(file.headers["content-type"] == "application/pdf")
            #expect(file.body == "PDF in black")
            let none = try await client.request(OwnPath.document + "/")
            #expect(none.status == 404)
        }
    }

    @Test func saysWhyThereAreNoSheets() async throws {
        let site = Self.site { path, _ in
            path == "/" ? .none(reason: "Nothing here.") : .failed(problems: "error: <broken>")
        }
        try await site.serve { address in
            let client = try await TestClient(address)
            let home = try await Self.answer(client, OwnPath.sheets + "/")
            #expect(home.reason == "Nothing here." && home.sheets == nil && home.problems == nil)
            let other = try await Self.answer(client, OwnPath.sheets + "/other/")
            #expect(other.problems == "error: <broken>" && other.sheets == nil && other.reason == nil)
        }
    }

    @Test func asksForNoSheetsBeforeThereIsASite() async throws {
        let site = Self.site(outcomes: [.failed([.missingSets])]) { _, _ in
            Issue.record("asked too early")
            return .none(reason: "")
        }
        try await site.serve { address in
            let answer = try await Self.answer(try await TestClient(address), OwnPath.sheets + "/cat-camel/")
            #expect(answer.problems?.contains("Content/Exercises/cat-camel.md") == true)
        }
    }

    @Test func answersOnlyReadingAndOnlyItsOwnHost() async throws {
        try await Self.site().serve { address in
            for path in [OwnPath.workbench, OwnPath.sheets + "/", OwnPath.document + "/cat-camel/"] {
                let foreign = try await TestClient(address).request(path, host: "evil.example")
                #expect(foreign.status == 421)
                let post = try await TestClient(address).request(path, method: "POST")
                #expect(post.status == 405)
                let client = try await TestClient(address)
                let head = try await client.request(path, method: "HEAD")
                #expect(head.status == 200 && head.headers["content-length"] != "0")
            }
        }
    }

    @Test func printsTheAddressOfAPageInTheWorkbench() throws {
        let address = try PreviewAddress(host: "::", port: 8080)
        #expect(address.workbenchURL(page: "exercises/cat-camel/") == "http://[::1]:8080/_limber/workbench/?page=/exercises/cat-camel/")
    }
}
