// swift-format-ignore-file: NeverForceUnwrap

import ContentHashing
import Diagnostics
import Exercises
import Foundation
import Testing

@testable import SiteBuilding

struct BuildRecordTests {
    private let page = BuildRecord.Output(
        kind: .page, content: ContentHash("page".utf8), state: FileState(inode: .max, size: 4, modified: -1),
        parts: [
            .exercise(Slug("cat-camel")!), .exercises, .programme(Slug("morning")!), .programmes, .guidance(Slug("floor")!), .guidancePages,
        ],
        kept: ["0123", "4567"])

    private var record: BuildRecord {
        BuildRecord(
            setting: ContentHash("setting".utf8), frame: ContentHash("frame".utf8),
            inputs: InputFiles(files: [
                .init(path: "Content/Exercises/cat-camel.md", content: ContentHash("a".utf8)),
                .init(path: "Templates/Site/layout.mustache", content: ContentHash("b".utf8)),
            ]),
            outputs: ["index.html": page], wholes: ["version.txt": page],
            diagnostics: [
                KeptDiagnostic(
                    Diagnostic(
                        "no-source", .warning, "nothing says where this comes from",
                        in: SourceFile(path: "Content/Exercises/cat-camel.md", text: "title: Ü"), SourceRange(7, 9), notes: ["a note"],
                        fix: Fix("add it"))),
                KeptDiagnostic(Diagnostic("no-search-index", .warning, "Pagefind was not found", at: nil)),
            ], hasSearchIndex: true)
    }

    @Test func aRecordIsReadAsItWasWritten() throws {
        let read = try #require(BuildRecord(encoded: record.encoded))
        #expect(read.setting == record.setting)
        #expect(read.frame == record.frame)
        #expect(read.outputs == record.outputs)
        #expect(read.wholes == record.wholes)
        #expect(read.inputs.files == record.inputs.files)
        #expect(read.diagnostics == record.diagnostics)
        #expect(read.hasSearchIndex)
        #expect(read.isMade(from: record.inputs, setting: record.setting))
        #expect(!read.isMade(from: record.inputs, setting: record.frame))
    }

    @Test func nothingThatIsCutShortIsARecord() {
        let bytes = record.encoded
        for count in 0..<bytes.count { #expect(BuildRecord(encoded: Array(bytes.prefix(count))) == nil) }
    }

    @Test func aChangedPageIsThatPartOfTheLibrary() {
        let parts: [(path: String, parts: Set<LibraryReads.Part>)] = [
            ("Content/Exercises/cat-camel.md", [.exercise(Slug("cat-camel")!), .exercises]),
            ("Content/Programmes/morning.md", [.programme(Slug("morning")!), .programmes]),
            ("Content/Guidance/floor.md", [.guidance(Slug("floor")!), .guidancePages]),
        ]
        for (path, parts) in parts {
            let inputs = InputFiles(files: record.inputs.files + [.init(path: path, content: ContentHash("new".utf8))])
            #expect(record.changedParts(inputs, setting: record.setting, frame: record.frame) == parts, "\(path)")
        }
    }

    @Test(arguments: [
        "Content/site.yaml", "Content/Poses/base.yaml", "Content/Media/own.svg", "Content/Exercises/notes.txt",
        "Content/Exercises/Not a slug.md",
        "Content/Exercises/deep/file.md", "Templates/Strings/en.yaml",
    ])
    func everyOtherFileCountsForEverything(path: String) {
        let inputs = InputFiles(files: record.inputs.files + [.init(path: path, content: ContentHash("new".utf8))])
        #expect(record.changedParts(inputs, setting: record.setting, frame: record.frame) == nil)
    }

    @Test func whatStandsOnEveryPageCountsForEverything() {
        #expect(record.changedParts(record.inputs, setting: record.setting, frame: record.setting) == nil)
        #expect(record.changedParts(record.inputs, setting: record.frame, frame: record.frame) == nil)
        #expect(record.changedParts(record.inputs, setting: record.setting, frame: record.frame) == [])
    }
}

struct InputFilesTests {
    @Test func everyFileCountsWhereverItComesFrom() async throws {
        let root = try TemporaryRoot()
        let files = FileManager.default
        for folder in ["Content/Exercises", "Templates", "elsewhere"] {
            try files.createDirectory(atPath: root.path + "/" + folder, withIntermediateDirectories: true)
        }
        func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: root.path + "/" + path)) }
        try write("a", "Content/Exercises/a.md")
        try write("b", "Templates/.hidden")
        try write("c", "elsewhere/c.md")
        try files.createSymbolicLink(atPath: root.path + "/Content/linked", withDestinationPath: "../elsewhere")
        try files.createSymbolicLink(atPath: root.path + "/Content/loop", withDestinationPath: ".")
        try files.createSymbolicLink(atPath: root.path + "/Content/nowhere.md", withDestinationPath: "missing")
        let before = await InputFiles.read(root: root.path, jobs: 2)
        let paths = before.files.map(\.path).filter { !$0.contains("loop") }
        #expect(paths == ["Content/Exercises/a.md", "Content/linked/c.md", "Content/nowhere.md", "Templates/.hidden"])
        #expect(await InputFiles.read(root: root.path, jobs: 1).files == before.files)
        try write("changed", "elsewhere/c.md")
        let after = await InputFiles.read(root: root.path, jobs: 2)
        #expect(after.changes(since: before).filter { !$0.contains("loop") } == ["Content/linked/c.md"])
    }
}
