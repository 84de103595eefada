package import AssetBundling
package import ContentChecks
package import ContentLoading
package import Diagnostics
package import Exercises
import Foundation
import Handouts
package import PageRendering

/// Everything that a site is made from, read and checked: content, words, templates, assets.
package struct SiteInputs: Sendable {
    /// The library's folder.
    package let root: String
    package let phrasebook: Phrasebook
    package let content: LoadedContent
    /// None when a template has an error.
    package let templates: TemplateLibrary?
    /// As they are written, before they are bundled.
    package let assets: [AssetFile]
    /// What is wrong outside of the content.
    private let otherDiagnostics: [Diagnostic]
    /// Everything that is wrong, in reading order.
    package let diagnostics: [Diagnostic]

    /// What pages let stand of what the rules of the content found.
    package let silenced: [SilencedFinding]

    /// How many pages the content has.
    package var pageCount: Int { content.origins.count }

    /// Reads and checks all inputs of a library. `today` decides which reviews are overdue; nil checks none. `checks` says how much the rules
    /// of the content look for: what keeps a site from being built, unless more is asked for.
    package static func load(
        root: String, includesDrafts: Bool, today: CalendarDate? = .today, checks: ContentChecks.Extent = .errors
    ) -> SiteInputs {
        read(root: root, includesDrafts: includesDrafts).checked(today: today, checks)
    }

    /// The same with what the rules of the content find.
    func checked(today: CalendarDate?, _ extent: ContentChecks.Extent) -> SiteInputs {
        report(today: today, extent).map(adding) ?? self
    }

    /// Reads all inputs of a library, without the rules beyond well-formedness.
    static func read(root: String, includesDrafts: Bool) -> SiteInputs {
        let links = LibraryBoundary.problems(root: root)
        // Nothing is read then: even a message would quote what lies outside.
        if !links.isEmpty { return SiteInputs(root: root, refusedBecause: links) }
        let language = ContentLoader.language(root: root)
        let phrases = PhrasebookLoading(root: root)
        let (phrasebook, phraseProblems) = phrases.phrasebook(language: language)
        let content = ContentLoader(root: root, headings: phrasebook, includesDrafts: includesDrafts).load()
        guard !phrasebook.phrases.isEmpty || phraseProblems.isEmpty else {
            // The language file cannot be read. That every phrase is missing, and every heading unknown, follows from that alone.
            let consequences: Set = ["unknown-heading", "heading-order", "no-steps"]
            let others = content.diagnostics.filter { !consequences.contains($0.id) }
            return SiteInputs(
                root: root, phrasebook: phrasebook, content: content, templates: nil, assets: [],
                otherDiagnostics: phraseProblems, diagnostics: (phraseProblems + others).inReadingOrder(), silenced: [])
        }
        var others = phraseProblems
        others += phrases.diagnostics(for: SitePhrase.self, in: phrasebook, language: language)
        others += phrases.diagnostics(for: CategoryPhrase.self, in: phrasebook, language: language)
        others += phrases.diagnostics(for: HandoutPhrase.self, in: phrasebook, language: language)
        let reading = TemplateReading(root: root)
        let templates = reading.templates(phrasebook: phrasebook)
        others += templates.diagnostics
        let assets = reading.assets(theme: content.library?.site.theme ?? Theme(), phrasebook: phrasebook)
        others += assets.diagnostics
        return SiteInputs(
            root: root, phrasebook: phrasebook, content: content, templates: templates.library, assets: assets.files,
            otherDiagnostics: others, diagnostics: (content.diagnostics + others).inReadingOrder(), silenced: [])
    }

    /// The same inputs with some page files read again, by paths below the root; nil when everything has to be read. These inputs must be
    /// sound and hold the drafts.
    func read(_ changed: Set<String>) -> SiteInputs? {
        // What became a link may lead out of the library, which only reading everything looks for.
        guard changed.allSatisfy({ FileState(path: root + "/" + $0) != nil }) else { return nil }
        let loader = ContentLoader(root: root, headings: phrasebook, includesDrafts: true)
        guard let content = loader.load(changed, again: content) else { return nil }
        return SiteInputs(
            root: root, phrasebook: phrasebook, content: content, templates: templates, assets: assets,
            otherDiagnostics: otherDiagnostics, diagnostics: (content.diagnostics + otherDiagnostics).inReadingOrder(), silenced: [])
    }

    /// What the content breaks of the rules beyond well-formedness; nil for content that could not be read as a whole.
    package func report(today: CalendarDate?, _ extent: ContentChecks.Extent) -> ContentChecks.Report? {
        CheckedLibrary(content, today: today).map { ContentChecks.run(on: $0, extent) }
    }

    private func adding(_ report: ContentChecks.Report) -> SiteInputs {
        SiteInputs(
            root: root, phrasebook: phrasebook, content: content, templates: templates, assets: assets,
            otherDiagnostics: otherDiagnostics, diagnostics: (diagnostics + report.findings).inReadingOrder(), silenced: report.silenced)
    }
}

extension SiteInputs {
    /// Of a library that is not read at all.
    fileprivate init(root: String, refusedBecause problems: [Diagnostic]) {
        self.init(
            root: root, phrasebook: Phrasebook(phrases: [:]),
            content: LoadedContent(diagnostics: problems), templates: nil,
            assets: [], otherDiagnostics: [], diagnostics: problems, silenced: [])
    }
}

extension CalendarDate {
    /// The day in the machine's time zone; nil where its clock is far out of order.
    package static var today: CalendarDate? {
        // Not by `Calendar`, which loads the calendars of the whole world first.
        var (now, parts) = (time(nil), tm())
        guard localtime_r(&now, &parts) != nil else { return nil }
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}
