import AssetBundling
import Diagnostics
import Testing

struct AssetBundlerTests {
    private func file(_ path: String, _ text: String) -> AssetFile { AssetFile(path: path, bytes: Array(text.utf8)) }

    private func bundle(_ files: [AssetFile], entries: [String]) async throws -> AssetBundle {
        try await AssetBundler.find(folder: "Templates/Assets").bundle(files, entries: entries)
    }

    private func text(_ bundle: AssetBundle, _ source: String) throws -> String {
        let name = try #require(bundle.names[source])
        return String(decoding: try #require(bundle.files.first { $0.path == name }).bytes, as: UTF8.self)
    }

    @Test func whatAnEntryImportsGoesWithItAndCommentsDoNot() async throws {
        let bundle = try await bundle(
            [
                file("Scripts/site.js", "// A comment\nimport { greet } from \"./greet.js\";\ngreet();\n"),
                file("Scripts/greet.js", "export function greet() { console.log(\"good day\"); }\nexport const unused = \"unused\";\n"),
                file("Styles/site.css", "/* A comment */\n@import \"more.css\";\n"),
                file("Styles/more.css", "body { color: red; background: url(\"../Fonts/dot.svg\"); }\n"),
                file("Fonts/dot.svg", "<svg/>"),
            ], entries: ["Scripts/site.js", "Styles/site.css"])
        let script = try text(bundle, "Scripts/site.js")
        #expect(script.contains("good day") && !script.contains("unused") && !script.contains("comment"))
        let dot = try #require(bundle.names["Fonts/dot.svg"])
        let style = try text(bundle, "Styles/site.css")
        #expect(style.contains("red") && style.contains(dot) && !style.contains("comment"))
        #expect(dot.wholeMatch(of: /dot\.[A-Z0-9]{8}\.svg/) != nil)
    }

    @Test func whatIsImportedLaterIsAFileOfItsOwn() async throws {
        let bundle = try await bundle(
            [
                file("Scripts/site.js", "document.onclick = () => import(\"./later.js\");"),
                file("Scripts/later.js", "console.log(\"later\");"),
            ], entries: ["Scripts/site.js"])
        #expect(bundle.files.count == 2)
        #expect(try !text(bundle, "Scripts/site.js").contains("console"))
    }

    @Test func aNameChangesWithTheContentAndOnlyThen() async throws {
        func name(_ text: String) async throws -> String? {
            try await bundle([file("Scripts/site.js", text)], entries: ["Scripts/site.js"]).names["Scripts/site.js"]
        }
        let first = try await name("console.log(1)")
        #expect(try await name("console.log(1)") == first)
        #expect(try await name("console.log(2)") != first)
    }

    @Test(arguments: [
        ("Scripts/site.js", "const ä = ;\n", 1, 11), ("Scripts/site.js", "console.log(1);\nimport \"./nowhere.js\";\n", 2, 8),
        ("Styles/site.css", "a { colour red }\n", 1, 11), ("Styles/site.css", "@import \"nowhere.css\";\n", 1, 9),
    ])
    func aMistakeHasItsPlace(path: String, text: String, line: Int, column: Int) async throws {
        do {
            _ = try await bundle([file(path, text)], entries: [path])
            Issue.record("nothing was refused")
        } catch let failure as AssetBundler.Failure {
            guard case .refused(let diagnostics) = failure else { throw failure }
            let place = try #require(diagnostics.first?.location)
            #expect(place.file.path == "Templates/Assets/" + path)
            let position = place.file.position(of: try #require(place.range).lowerBound)
            #expect((position.line, position.column) == (line, column))
        }
    }

    @Test func aMachineWithoutTheToolIsToldWhatToInstall() {
        #expect {
            try AssetBundler.find(folder: "Templates/Assets", environment: ["PATH": "/nowhere"])
        } throws: { error in
            guard case .missing(let diagnostic) = error as? AssetBundler.Failure else { return false }
            return diagnostic.fix?.message.contains("esbuild") == true
        }
    }

    @Test func aLibraryWithoutEntriesHasNothingToBundle() async throws {
        #expect(try await bundle([file("icon.svg", "<svg/>")], entries: ["Scripts/site.js"]) == AssetBundle())
    }
}
