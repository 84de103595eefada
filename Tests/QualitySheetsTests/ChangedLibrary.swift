import ContentChecks
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts
import PDFReading
import QualitySheets
import Readability
import Testing

/// The example library with a page changed, and the sheet of the bridge, or of another handout, that comes from it.
struct ChangedLibrary {
    static let bridge = "Content/Exercises/bridge.md"
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let content: LoadedContent
    private let phrasebook: Phrasebook
    private let report: ContentChecks.Report

    /// As it is; checked once for all tests.
    static let unchanged = Result { try ChangedLibrary() }

    /// Each pair is a text of a file and what stands there instead.
    init(_ changes: [(old: String, new: String)] = [], in path: String = bridge) throws {
        let files = FileManager.default
        let root = files.temporaryDirectory.appendingPathComponent("limber-quality-" + UUID().uuidString)
        try files.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: root) }
        try files.createDirectory(at: root.appendingPathComponent("Templates"), withIntermediateDirectories: false)
        for folder in ["Content", "Templates/Strings"] {
            try files.copyItem(at: Self.repository.appendingPathComponent(folder), to: root.appendingPathComponent(folder))
        }
        let file = root.appendingPathComponent(path)
        var text = try String(contentsOf: file, encoding: .utf8)
        for (old, new) in changes {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        try Data(text.utf8).write(to: file)
        let loaded = PhrasebookLoading(root: root.path).phrasebook(language: "en")
        phrasebook = loaded.book
        content = ContentLoader(root: root.path, headings: loaded.book).load()
        try #require(!content.diagnostics.hasErrors)
        report = ContentChecks.run(on: try #require(CheckedLibrary(content, today: nil)), .everything)
    }

    func document(_ slug: String = "bridge", withPictures: Bool = true) throws -> HandoutDocument {
        let library = try #require(content.library)
        let exercise = try #require(Slug(slug).flatMap(library.exercise))
        let drawing = HandoutDrawing(svg: "<svg/>", width: 10, height: 10)
        let poses = exercise.body.poseDescriptions.map { (FigurePicture.pose($0.pose), drawing) }
        let drawings = withPictures ? [exercise.slug: Dictionary(poses, uniquingKeysWith: { first, _ in first })] : [:]
        return try HandoutComposer(library: library, phrasebook: phrasebook, baseURL: nil, drawings: HandoutDrawings(drawings))
            .document(HandoutRequest(slugs: [slug]))
    }

    /// The sheet; `facts` are of its A4, Letter and large print files, in this order, and each is sound where nothing else is said.
    func sheet(withPictures: Bool = true, _ change: (inout PDFFacts) -> Void = { _ in }) throws -> QualitySheet {
        let document = try document(withPictures: withPictures)
        let editions = HandoutFormat.offered.map { format in
            var facts = PDFFacts(soundFor: document, format)
            change(&facts)
            return HandoutEvidence.Edition(format: format, facts: facts)
        }
        return QualitySheet(
            HandoutEvidence(
                slug: "bridge", document: document,
                rules: RuleEvidence(
                    applied: report.applied, findings: report.findings.filter { $0.location?.file.path == Self.bridge },
                    letStand: report.silenced.filter { $0.finding.location?.file.path == Self.bridge }.map {
                        .init(finding: $0.finding, reason: $0.reason)
                    }),
                reading: ReadingGrade([String(repeating: "Lift your hips. ", count: 50)]), editions: editions, reviewers: []))
    }
}

extension PDFFacts {
    /// Those of a file in which every rule is kept.
    init(soundFor document: HandoutDocument, _ format: HandoutFormat) {
        self.init()
        let text = format.edition == .large ? 18.0 : 12.0
        pages = [format.paper == .a4 ? Page(width: 595.28, height: 841.89) : Page(width: 612, height: 792)]
        isTagged = true
        language = "en"
        title = document.title
        showsTitle = true
        bookmarks = 3
        headings = [Heading(level: 1, text: document.title, pages: [1])]
        headings += ["Steps", document.safety.stop.heading].map { Heading(level: 2, text: $0, pages: [1]) }
        figures = 2
        tables = 1
        columnHeads = ["What"] + document.record.days
        numberedLists = 1
        bulletLists = 1
        fonts = [Font(name: "Inter", isEmbedded: true, hasText: true)]
        sizes = [
            TextSize(points: text, letters: 1000, page: 1, sample: "Lift"), TextSize(points: 26, letters: 6, page: 1, sample: "Bridge"),
        ]
        margin = 40
        longParagraphs = 4
    }
}

extension QualitySheet {
    func outcome(_ id: String) throws -> QualityOutcome { try item(id).outcome }

    func item(_ id: String) throws -> QualityItem { try #require(items.first { $0.id == id }) }
}
