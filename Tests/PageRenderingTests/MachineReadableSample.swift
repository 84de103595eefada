// swift-format-ignore-file: NeverForceUnwrap
// The sample is made of constants; one that is wrong fails every test at once.

import CommonMark
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Testing

@testable import PageRendering

/// A small library in which one text stands in every free field, and the words of the example library.
struct MachineReadableSample {
    var text = "Plain"
    var dose = Dose(
        hold: Hold(TimeQuantity(.about, 30...30, .second)!), repetitions: CountQuantity(.exactly, 2...3, .times), sides: .both,
        firstSide: .left,
        sessionsPerDay: CountQuantity(.atLeast, 2...2, .times))
    var steps = ["Hold for [a while](dose:hold)."]
    var advice = Advice.suitable
    var review = Review(author: nil, reviewedBy: nil, reviewed: nil, next: nil)
    var clinic: Site.Clinic?
    var baseURL: BaseURL?

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let phrasebook = PhrasebookLoading(root: root).phrasebook(language: "en").book
    static let knownAddress = BaseURL("https://example.org/back/")!
    /// With characters that XML or HTML would read as markup.
    static let oddAddress = BaseURL("https://example.org/a&b;(c)/")!
    static let source = Slug("a-source")!
    static let twist = SitePath.exercise(Slug("twist")!)

    static func blocks(_ markdown: String) throws -> [Block] {
        try Document(parsing: SourceFile(path: "Sample.md", text: markdown)).blocks
    }

    /// The items of a list with one.
    static func steps(_ markdown: String) throws -> [ListItem] {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n   ")
        guard case .list(let list)? = try blocks("1. " + lines).first?.kind else { return [] }
        return list.items
    }

    /// Markdown of a paragraph that says exactly this, whatever marks stand in it.
    static func paragraph(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.isAlphabetic ? String(scalar) : "&#x\(String(scalar.value, radix: 16));"
        }.joined()
    }

    func exercise(_ slug: String = "twist") throws -> Exercise {
        let paragraph = try Self.blocks(Self.paragraph(text))
        var dose = dose
        dose.progression = text
        return Exercise(
            slug: Slug(slug)!, title: text, aliases: [text], summary: text, kind: .stretch, position: .standing, regions: [.lowerBack],
            equipment: [.mat], level: .beginner, performedBy: .self, advice: advice, dose: dose,
            doseOrigins: [.hold(phase: nil): Self.source], feel: text, stopIf: [text], avoidIf: [text], easier: [Slug(slug)!], harder: [],
            related: [], sources: [SourceReport(id: Self.source, dose: dose, notes: [text])], review: review,
            pictures: [Picture(pose: text, image: "a picture.svg", author: text, licence: text)], isDraft: false,
            body: ExerciseBody(
                introduction: paragraph, getReady: paragraph, steps: try (steps + [Self.paragraph(text)]).flatMap(Self.steps),
                breathing: paragraph, variations: paragraph, takeCare: paragraph))
    }

    func library() throws -> Library {
        let paragraph = try Self.blocks(Self.paragraph(text))
        let contact = SafetyCard.Contact(label: text, number: text)
        let entry = Programme.Entry(exercise: Slug("twist")!, doseChange: DoseChange(), note: text)
        return Library(
            site: Site(
                title: text, tagline: text, description: text, language: "en", baseURL: baseURL, clinic: clinic, reviewNotice: text,
                theme: Theme()),
            safety: SafetyCard(
                stopRules: [text], signs: [SafetyCard.Sign(level: .emergency, sign: text, action: text, contact: contact)])!,
            exercises: [try exercise()],
            programmes: [
                Programme(
                    slug: Slug("break")!, title: text, summary: text, audience: text, readySeconds: 5, transitionSeconds: 10,
                    entries: [entry, entry], review: review, isDraft: false, body: paragraph)
            ],
            guidance: [
                Guidance(
                    slug: Slug("when-to-stop")!, title: text, summary: text, order: 1, sources: [Self.source], review: review,
                    isDraft: false, body: paragraph)
            ],
            sources: [
                Source(
                    id: Self.source, label: text, title: text, publisher: text, year: 2021, url: "https://example.org/?a=1&b=2",
                    description: text)
            ])
    }

    func machineReadable() throws -> MachineReadable {
        MachineReadable(library: try library(), phrasebook: Self.phrasebook, address: SiteAddress(baseURL: baseURL))
    }

    /// The places of the sample's pages that have JSON-LD.
    static let pages: [SitePath] = [
        .home, .exercises, twist, category(.equipment, "mat"), category(.minutes, "2"), category(.minutes, "5"),
        category(.position, "standing"), category(.region, "lower-back"), category(.place, "off-the-floor"), category(.level, "beginner"),
        .names, .programmes, .programme(Slug("break")!), .guidancePages,
        .guidance(Slug("when-to-stop")!), .sources, .myProgramme,
    ]

    private static func category(_ facet: Facet, _ value: String) -> SitePath { .category(Category(facet: facet, value: value)) }
}

extension MachineReadable {
    /// A file's text.
    func text(_ path: String) throws -> String {
        try #require(outputs().first { $0.path == path }).text.string
    }

    /// A JSON file as an object.
    func object(_ path: String) throws -> [String: Any] {
        try JSONText.object(try text(path))
    }

    /// The things of one type in a page's JSON-LD.
    func things(_ type: String, on path: SitePath) throws -> [[String: Any]] {
        let graph = try #require(try JSONText.object(jsonLD(for: path).markup)["@graph"] as? [[String: Any]])
        return graph.filter { $0["@type"] as? String == type }
    }
}

/// Reads JSON with a parser that is not ours.
enum JSONText {
    static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
