import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts
import SiteBuilding

/// Sets every handout that a site offers, with workers that have set one already, and says how long each took.
struct DebugHandouts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handouts", abstract: "Every handout of a library, set by warm workers.",
        discussion: """
            A line is a handout: its name, its pages, and its milliseconds by the clock, from Limber's asking to its PDF; with one worker also \
            those of the processor. The last lines are all of them together.
            """)

    @Option(help: ArgumentHelp("The folder that the handouts go to; made when it is not there.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("How many handouts are set at a time.", valueName: "number"))
    var workers = 1

    @OptionGroup var library: LibraryOptions

    private struct Handout: Sendable {
        let name: String
        let input: HandoutInput
    }

    private struct Measured: Sendable {
        let name: String
        let pdf: HandoutPDF
        let clock: Duration
        let processor: Duration
    }

    func validate() throws {
        if !(1...64).contains(workers) { throw ValidationError("--workers must be 1 to 64.") }
    }

    func run() async throws {
        let root = try library.library()
        let inputs = SiteInputs.load(root: root, includesDrafts: false)
        Terminal.report(inputs.diagnostics)
        guard !inputs.diagnostics.hasErrors, let content = inputs.content.library else { throw ExitCode.contentErrors }
        guard case .typst(let engine) = await HandoutEngine.find(root: root, workers: workers) else { throw ExitCode.toolFailure }
        if let output { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) }
        let handouts = try await handouts(of: content, inputs, root: root)
        guard let first = handouts.first else { return }
        // Asked for at once, so that every worker sets one.
        _ = try await measure(Array(repeating: first, count: workers), with: engine)
        let before = await engine.expense
        let start = ContinuousClock.now
        let measured = try await measure(handouts, with: engine)
        let clock = ContinuousClock.now - start
        let after = await engine.expense
        await engine.stop()
        for handout in measured { try show(handout) }
        let processor = Duration.seconds(after.processorSeconds - before.processorSeconds)
        Terminal.say("all\t\(measured.count)\t\(Self.milliseconds(clock))\t\(Self.milliseconds(processor))")
        Terminal.say("most memory of a worker\t\(after.mostMemory / 1024) kB")
    }

    private func show(_ handout: Measured) throws {
        if let output { try Data(handout.pdf.bytes).write(to: URL(fileURLWithPath: output).appendingPathComponent(handout.name)) }
        let processor = workers == 1 ? "\t\(Self.milliseconds(handout.processor))" : ""
        Terminal.say("\(handout.name)\t\(handout.pdf.pageCount)\t\(Self.milliseconds(handout.clock))\(processor)")
    }

    /// In the order in which a build asks for them.
    private func handouts(of library: Library, _ inputs: SiteInputs, root: String) async throws -> [Handout] {
        let figures = SiteFigures(
            library: library, phrasebook: inputs.phrasebook, cache: FigureCache(program: LimberVersion.text, root: root))
        var handouts: [Handout] = []
        for slug in library.exercises.filter(\.mayBeHandedOut).map(\.slug) + library.programmes.map(\.slug) {
            let composer = HandoutComposer(
                library: library, phrasebook: inputs.phrasebook, baseURL: library.site.baseURL,
                drawings: await figures.drawings(for: [slug.text]))
            let document = try composer.document(HandoutRequest(slugs: [slug.text]))
            for format in HandoutFormat.offered {
                let name = format.edition == .standard ? format.paper.rawValue : format.edition.rawValue
                handouts.append(Handout(name: "\(slug)-\(name).pdf", input: try HandoutInput(document, format: format)))
            }
        }
        return handouts
    }

    /// As many at a time as there are workers, in order.
    private func measure(_ handouts: [Handout], with engine: TypstEngine) async throws -> [Measured] {
        try await withThrowingTaskGroup(of: (Int, Measured).self) { group in
            var left = handouts.enumerated().makeIterator()
            func add() {
                guard let (index, handout) = left.next() else { return }
                group.addTask { (index, try await Self.measured(handout, with: engine)) }
            }
            for _ in 0..<workers { add() }
            var measured: [(Int, Measured)] = []
            while let next = try await group.next() {
                measured.append(next)
                add()
            }
            return measured.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func measured(_ handout: Handout, with engine: TypstEngine) async throws -> Measured {
        let before = await engine.expense.processorSeconds
        let start = ContinuousClock.now
        let pdf = try await engine.compile(handout.input)
        let clock = ContinuousClock.now - start
        return Measured(
            name: handout.name, pdf: pdf, clock: clock, processor: .seconds(await engine.expense.processorSeconds - before))
    }

    private static func milliseconds(_ time: Duration) -> String {
        String(format: "%.2f ms", time / .milliseconds(1))
    }
}
