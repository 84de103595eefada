import ContentChecks
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts

/// Whole files of content: problems lie in their file, are the same each time, and what is sound can be checked and made a handout of.
struct FrontMatterTarget: FuzzTarget {
    static let name = "front-matter"
    static let longest = 8_000
    static let dictionary = [
        "title: ", "aliases: [", "summary: ", "kind: stretch", "kind: knowledge", "position: standing", "regions: [", "dose: {", "hold: ",
        "repetitions: ", "sides: both", "firstSide: left", "from: ", "figures: {", "poses: ", "start: {from: standing}", "sources: [",
        "id: ",
        "review: {", "reviewed: 2026-11-21", "exercise: ", "note: ", "draft: true", "language: ", "baseURL: https://a.b/", "## Steps\n",
        "1. [a](dose:hold)\n", "![a](figure:start)", "[a](exercise:fuzzed)", "stopRules: [", "signs: [", "contacts: {", "*a", "&a ",
        "!!str ",
        "|\n", ">\n", "? ", "10 s", "a few", "performedBy: professional",
    ]

    /// Each input begins with the digit of the file that it is.
    private static let paths = [
        "Content/Exercises/fuzzed.md", "Content/Programmes/fuzzed.md", "Content/Guidance/fuzzed.md", "Content/site.yaml",
        "Content/safety.yaml", "Content/sources.yaml",
    ]

    let seeds: [[UInt8]]
    private let library: ScratchLibrary
    private let phrasebook: Phrasebook
    private let sound: [String: String]
    private var count = 0

    init(root: String) throws {
        func file(_ path: String) throws -> String {
            guard let text = SeedFiles.text(root + "/" + path) else { throw BrokenProperty("there is no \(path) in \(root)") }
            return text
        }
        let starter = "Templates/Starter/Content/"
        let whole = ["site.yaml", "safety.yaml", "sources.yaml"]
        sound = Dictionary(uniqueKeysWithValues: try whole.map { ("Content/" + $0, try file(starter + $0)) })
        library = try ScratchLibrary(sound)
        try library.write(Array("standing: {}\nsitting-chair: {}\nall-fours: {body: {pitch: 90}}\n".utf8), to: "Content/Poses/base.yaml")
        phrasebook = PhrasebookLoading(root: root).phrasebook(language: "en").book
        let folders = ["Exercises", "Programmes", "Guidance"]
        let pages = folders.enumerated().flatMap { index, folder in
            (SeedFiles.texts(in: "\(root)/Content/\(folder)", endingIn: ".md")
                + SeedFiles.texts(in: "\(root)/\(starter)\(folder)", endingIn: ".md")).map { "\(index)\($0)" }
        }
        let settings = try whole.enumerated().flatMap { index, name in
            ["\(index + folders.count)\(try file("Content/" + name))", "\(index + folders.count)\(try file(starter + name))"]
        }
        seeds = (pages + settings).map { Array($0.utf8) }
    }

    mutating func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String> {
        let path = Self.paths[Int(input.first ?? 0) % Self.paths.count]
        do {
            try library.write(Array(input.dropFirst()), to: path)
        } catch {
            throw BrokenProperty("\(path) cannot be written: \(error)")
        }
        defer { restore(path) }
        let loader = ContentLoader(root: library.root, headings: phrasebook, includesDrafts: true)
        let content = loader.load()
        try DiagnosticProperties.check(content.diagnostics)
        count += 1
        if count.isMultiple(of: 16) {
            try BrokenProperty.require(loader.load().diagnostics == content.diagnostics, "the same file has other problems the second time")
        }
        var reached = Set(content.diagnostics.map { "\(path) \($0.id)" })
        guard let sound = content.soundLibrary else { return reached }
        reached.insert("\(path) is sound")
        if let checked = CheckedLibrary(content, today: CalendarDate(year: 2026, month: 11, day: 21)) {
            let findings = ContentChecks.run(on: checked, .everything).findings
            try DiagnosticProperties.check(findings)
            reached.formUnion(findings.map(\.id))
        }
        for exercise in sound.exercises {
            let composer = HandoutComposer(library: sound, phrasebook: phrasebook, baseURL: nil)
            guard let document = try? composer.document(HandoutRequest(slugs: [exercise.slug.text])) else { continue }
            try HandoutProperties.check(document)
            reached.insert("handout")
        }
        return reached
    }

    private func restore(_ path: String) {
        if let text = sound[path] {
            try? library.write(Array(text.utf8), to: path)
        } else {
            library.remove(path)
        }
    }
}

/// What must hold of every handout.
enum HandoutProperties {
    static func check(_ document: HandoutDocument) throws(BrokenProperty) {
        try BrokenProperty.require(!document.exercises.isEmpty, "a handout has no exercise")
        for exercise in document.exercises {
            try BrokenProperty.require(!exercise.dose.sentence.isEmpty && !exercise.dose.rows.isEmpty, "a handout has an empty dose")
            for row in exercise.dose.rows {
                try BrokenProperty.require(!row.label.isEmpty && !row.value.isEmpty, "a handout has an empty row in a dose")
                try BrokenProperty.require(!row.value.contains("{"), "a handout's dose holds the placeholder of a phrase: \(row.value)")
            }
        }
    }
}
