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
                diagnostics: (phraseProblems + others).inReadingOrder(), silenced: [])
        }
        var diagnostics = phraseProblems + content.diagnostics
        diagnostics += phrases.diagnostics(for: SitePhrase.self, in: phrasebook, language: language)
        diagnostics += phrases.diagnostics(for: CategoryPhrase.self, in: phrasebook, language: language)
        diagnostics += phrases.diagnostics(for: HandoutPhrase.self, in: phrasebook, language: language)
        var silenced: [SilencedFinding] = []
        if let checked = CheckedLibrary(content, today: today) {
            let report = ContentChecks.run(on: checked, checks)
            diagnostics += report.findings
            silenced = report.silenced
        }
        let reading = TemplateReading(root: root)
        let templates = reading.templates(phrasebook: phrasebook)
        diagnostics += templates.diagnostics
        let assets = reading.assets(accent: content.library?.site.accent, phrasebook: phrasebook)
        diagnostics += assets.diagnostics
        return SiteInputs(
            root: root, phrasebook: phrasebook, content: content, templates: templates.library, assets: assets.files,
            diagnostics: diagnostics.inReadingOrder(), silenced: silenced)
    }
}

extension CalendarDate {
    /// The day in the machine's time zone; nil where its clock is far out of order.
    package static var today: CalendarDate? {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
