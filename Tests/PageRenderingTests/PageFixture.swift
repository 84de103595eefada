import CommonMark
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import PageRendering
import Testing

/// A small library and the templates that Limber ships, for tests of whole pages.
struct PageFixture {
    /// What every text of the library goes through, such as an attack.
    var text: (String) -> String = { $0 }
    var baseURL: String?
    var reviewed = false
    /// Whether the bridge has poses to draw: a start, the shown `down` with a letter, and a motion between them.
    var hasFigures = false

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func phrasebook() throws -> Phrasebook {
        let (book, diagnostics) = PhrasebookLoading(root: root.path).phrasebook(language: "en")
        try #require(diagnostics.isEmpty, "\(TextPrinter().print(diagnostics))")
        return book
    }

    static func templates() throws -> TemplateLibrary {
        let folder = root.appendingPathComponent("Templates/Site")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
        let files = try paths.sorted().map { path in
            SourceFile(
                path: "Templates/Site/" + path, text: try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
        }
        do {
            return try TemplateLibrary(files, phrasebook: phrasebook())
        } catch let problems as TemplateLibrary.Problems {
            Issue.record("\(TextPrinter().print(problems.diagnostics))")
            throw problems
        }
    }

    func renderer(handouts: [Slug: [OfferedHandout]] = [:]) throws -> PageRenderer {
        let assets = ["Styles/site.css", "Scripts/site.js", "icon.svg"].map { Asset(logicalName: $0, bytes: Array($0.utf8)) }
        return PageRenderer(
            library: try library(), phrasebook: try Self.phrasebook(), templates: try Self.templates(),
            address: SiteAddress(baseURL: baseURL.flatMap { BaseURL($0) }), assets: AssetManifest(assets: assets, themeScript: "theme()"),
            handouts: handouts)
    }

    func library() throws -> Library {
        let contact = SafetyCard.Contact(label: text("Call for help"), number: text("112"))
        let sign = SafetyCard.Sign(level: .emergency, sign: text("New numbness"), action: text("Stop."), contact: contact)
        let safety = try #require(SafetyCard(stopRules: [text("Stop at pain.")], signs: [sign]))
        let site = Site(
            title: text("Back Stretches"), tagline: text("Gentle"), description: text("Plain steps."), language: "en", baseURL: nil,
            clinic: .init(name: text("Clinic"), phone: text("+1 (2) 3"), email: text("a@b.org"), address: text("A street")),
            reviewNotice: text("Nobody has reviewed this."))
        let source = Source(
            id: try slug("article"), label: text("An article"), title: text("The title"), publisher: text("The publisher"), year: 2021,
            url: "https://example.org/a", description: text("What it covers."))
        let book = Source(
            id: try slug("book"), label: text("A book"), title: nil, publisher: nil, year: nil, url: nil, description: text("Old."))
        return Library(
            site: site, safety: safety, exercises: [try bridge(), try tilt(), try hug()], programmes: [try programme()],
            guidance: [try guidance("when-to-stop", "When to stop"), try guidance("floor", "Getting up")], sources: [source, book])
    }

    func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }

    private var review: Review {
        Review(
            author: text("An author"), reviewedBy: reviewed ? text("Dr. Reviewer") : nil,
            reviewed: reviewed ? CalendarDate("2026-11-21") : nil, next: CalendarDate("2027-01-02"))
    }

    private func steps(_ markdown: String) throws -> [ListItem] {
        guard case .list(let list)? = try blocks(markdown).first?.kind else { return [] }
        return list.items
    }

    private func blocks(_ markdown: String) throws -> [Block] {
        try Document(parsing: SourceFile(path: "test.md", text: markdown)).blocks
    }

    private func bridge() throws -> Exercise {
        let seconds = try #require(TimeQuantity(.about, 30...30, .second))
        let times = try #require(CountQuantity(.exactly, 2...3, .times))
        let steps = try blocks(
            """
            1. Lift your hips.
            2. Hold for [30 seconds](dose:hold).

               ![Hips up](figure:up)
            3. Lower. ![Not drawn](figure:down)

               ![Not drawn](figure:down)
            """)
        guard case .list(let list) = steps.first?.kind else { throw CancellationError() }
        return Exercise(
            slug: try slug("bridge"), title: text("Bridge"), aliases: [text("Hip lift"), text("Pelvic lift")], summary: text("Lift."),
            kind: .strength, position: .lyingBack, regions: [.lowerBack, .buttocks], equipment: [.mat], level: .intermediate,
            performedBy: .`self`, advice: .withCare,
            dose: Dose(hold: Hold(seconds), repetitions: times, sides: .both, progression: text("Slowly more.")),
            doseOrigins: [.hold(phase: nil): try slug("article"), .repetitions: try slug("book")], feel: text("In your buttocks."),
            stopIf: [text("your leg tingles")], avoidIf: [text("you are hurt")], easier: [try slug("pelvic-tilt")], harder: [],
            related: [try slug("no-such-exercise")],
            sources: [
                SourceReport(id: try slug("article"), dose: Dose(hold: Hold(seconds)), notes: [text("Says so.")]),
                SourceReport(id: try slug("book"), dose: nil, notes: []),
            ],
            review: review, pictures: [Picture(pose: "up", image: "up.svg", author: text("A painter"), licence: text("CC BY"))],
            figures: hasFigures ? figures : nil,
            isDraft: false,
            body: ExerciseBody(
                introduction: try blocks(
                    "See [tilt](exercise:pelvic-tilt), [nowhere](exercise:nowhere), [the article](source:article), [odd](dose:rest), [out](https://example.org/)."
                ),
                getReady: try blocks("Lie down."), steps: list.items, breathing: try blocks("Breathe."),
                variations: try blocks("- **Easier:** less"),
                takeCare: try blocks("Read [when to stop](guidance:when-to-stop).")))
    }

    private var figures: Figures? {
        Figures(
            poses: [DrawnPose(name: "start", pose: PoseDescription()), DrawnPose(name: "down", pose: PoseDescription(), letter: "A")],
            cover: "down", motion: ["start", "down"])
    }

    private func tilt() throws -> Exercise {
        Exercise(
            slug: try slug("pelvic-tilt"), title: text("Pelvic tilt"), aliases: [], summary: text("Tilt."), kind: .mobility,
            position: .lyingBack, regions: [], equipment: [], level: .beginner, performedBy: .`self`, advice: .suitable,
            dose: Dose(hold: Hold(try #require(TimeQuantity(.exactly, 5...5, .second)))),
            doseOrigins: [.hold(phase: nil): try slug("article")],
            feel: text("In your belly."), stopIf: [], avoidIf: [], easier: [], harder: [], related: [], sources: [], review: review,
            pictures: [], isDraft: true,
            body: ExerciseBody(introduction: [], steps: try steps("1. Tilt.")))
    }

    private func hug() throws -> Exercise {
        Exercise(
            slug: try slug("hug"), title: text("Hug"), aliases: [], summary: text("A hug."), kind: .knowledge, position: .standing,
            regions: [.midBack], equipment: [], level: .advanced, performedBy: .partner, advice: .notRecommended, dose: nil,
            doseOrigins: [:], feel: nil, stopIf: [], avoidIf: [], easier: [], harder: [], related: [], sources: [], review: review,
            pictures: [], isDraft: false, body: ExerciseBody(introduction: try blocks("## What it is\n\nA hug.")))
    }

    private func programme() throws -> Programme {
        var change = DoseChange()
        let count = try #require(CountQuantity(.exactly, 7...7, .times))
        _ = change.set(.repetitions, to: .count(count))
        return Programme(
            slug: try slug("evening"), title: text("Evening"), summary: text("To rest."), audience: text("Everybody."), readySeconds: 10,
            transitionSeconds: 10,
            entries: [
                .init(exercise: try slug("bridge"), doseChange: change, note: text("Gently.")),
                .init(exercise: try slug("pelvic-tilt"), doseChange: DoseChange(), note: nil),
            ],
            review: review, isDraft: false, body: try blocks("Do both."))
    }

    private func guidance(_ name: String, _ title: String) throws -> Guidance {
        Guidance(
            slug: try slug(name), title: text(title), summary: text("In short."), order: 1, sources: [try slug("article")],
            review: review, isDraft: false,
            body: try blocks("First.\n\n## Sources\n\nA.\n\n### Sources\n\nB.\n\n> ## Sources\n\n## Sources\n\nC."))
    }
}
