import ContentChecks
import ContentLoading
import Diagnostics
import Exercises
import Handouts
import PDFReading
import QualitySheets
import SiteBuilding

/// Gathers what sheets rest on: the handouts as data and as files, the files read back, and what the rules of the content find.
struct QualityReading {
    let inputs: SiteInputs
    /// How much is done at a time.
    let jobs: Int

    /// The sheets of exercises and programmes in their order, with what could not be looked at.
    func sheets(of slugs: [String]) async throws -> ([QualitySheet], warnings: [Diagnostic]) {
        let engine = await HandoutEngine.find(root: inputs.root, workers: slugs.count == 1 ? 1 : min(jobs, 2))
        guard let library = inputs.content.library,
            let editions = HandoutEditions(
                inputs, engine: engine, cache: HandoutCache(program: LimberVersion.text, root: inputs.root),
                figures: FigureCache(program: LimberVersion.text, root: inputs.root))
        else { return ([], []) }
        async let checked = inputs.report(today: .today, .everything)
        let readings = CheckedLibrary(inputs.content, today: nil)?.readings ?? []
        let grades = Dictionary(readings.map { ($0.slug.text, $0.grade) }, uniquingKeysWith: { first, _ in first })
        let handouts = try await editions.handouts(of: slugs, jobs: jobs)
        let (all, missing) = await readBack(handouts, engine)
        let report = await checked
        var facts = all[...]
        let sheets = handouts.map { handout in
            let own = facts.prefix(handout.editions.count)
            facts = facts.dropFirst(handout.editions.count)
            return QualitySheet(
                HandoutEvidence(
                    slug: handout.slug, document: handout.document, rules: rules(report, of: handout.slug, in: library),
                    reading: grades[handout.slug],
                    editions: zip(handout.editions, own).map { HandoutEvidence.Edition(format: $0.format, facts: $1) },
                    unread: missing?.message, reviewers: reviewers(of: handout.slug, in: library)))
        }
        return (sheets, [missing].compactMap(\.self))
    }

    /// What each edition of each handout holds, in their order, and why nothing was read where nothing was.
    private func readBack(_ handouts: [HandoutInEditions], _ engine: HandoutEngine) async -> ([PDFFacts?], missing: Diagnostic?) {
        let editions = handouts.flatMap(\.editions)
        let none = [PDFFacts?](repeating: nil, count: editions.count)
        switch engine {
        case .typst(let typst):
            do throws(Diagnostic) {
                return (try await PDFReader(python: typst.python).facts(of: editions.map { $0.pdf?.bytes ?? [] }, jobs: jobs), nil)
            } catch {
                return (none, error)
            }
        case .missing(let missing):
            let found = missing.diagnostic
            return (
                none,
                Diagnostic(
                    found.id, .warning, "no handout could be set, so that no rule about print was looked at", at: nil, notes: found.notes,
                    fix: found.fix)
            )
        case .leftOut: return (none, nil)
        }
    }

    /// The pages that a handout is made from: its own, and for a programme those of its exercises.
    private func pages(of slug: String, in library: Library) -> [Slug] {
        guard let slug = Slug(slug) else { return [] }
        return [slug] + (library.programme(slug)?.entries.map(\.exercise) ?? [])
    }

    private func rules(_ report: ContentChecks.Report?, of slug: String, in library: Library) -> RuleEvidence {
        let paths = Set(pages(of: slug, in: library).compactMap { inputs.content.origins[$0]?.file.path })
        func isOwn(_ finding: Diagnostic) -> Bool { finding.location.map { paths.contains($0.file.path) } ?? false }
        return RuleEvidence(
            applied: report?.applied ?? [], findings: report?.findings.filter(isOwn) ?? [],
            letStand: report?.silenced.filter { isOwn($0.finding) }.map { .init(finding: $0.finding, reason: $0.reason) } ?? [])
    }

    /// Whom all pages of a handout name; nobody where one of them has not been reviewed.
    private func reviewers(of slug: String, in library: Library) -> [String] {
        let reviews = pages(of: slug, in: library).compactMap { library.exercise($0)?.review ?? library.programme($0)?.review }
        guard reviews.allSatisfy(\.isReviewed) else { return [] }
        return Set(reviews.compactMap(\.reviewedBy)).sorted()
    }
}
