package import AssetBundling
import ContentChecks
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

    /// How many pages the content has.
    package var pageCount: Int { content.origins.count }

    /// Reads and checks all inputs of a library. `today` decides which reviews are overdue; nil checks none.
    package static func load(root: String, includesDrafts: Bool, today: CalendarDate? = .today) -> SiteInputs {
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
                diagnostics: (phraseProblems + others).inReadingOrder())
        }
        var diagnostics = phraseProblems + content.diagnostics
        diagnostics += phrases.diagnostics(for: SitePhrase.self, in: phrasebook, language: language)
        diagnostics += phrases.diagnostics(for: CategoryPhrase.self, in: phrasebook, language: language)
        diagnostics += phrases.diagnostics(for: HandoutPhrase.self, in: phrasebook, language: language)
        if let library = content.library {
            diagnostics += ContentChecks.run(on: RuleInput(library: library, origins: content.origins, today: today))
        }
        let reading = TemplateReading(root: root)
        let templates = reading.templates(phrasebook: phrasebook)
        diagnostics += templates.diagnostics
        let assets = reading.assets(accent: content.library?.site.accent, phrasebook: phrasebook)
        diagnostics += assets.diagnostics
        return SiteInputs(
            root: root, phrasebook: phrasebook, content: content, templates: templates.library, assets: assets.files,
            diagnostics: diagnostics.inReadingOrder())
    }
}

extension SiteInputs {
    /// Of a library that is not read at all.
    fileprivate init(root: String, refusedBecause problems: [Diagnostic]) {
        self.init(
            root: root, phrasebook: Phrasebook(phrases: [:]),
            content: LoadedContent(library: nil, origins: [:], poseOrigins: [:], diagnostics: problems, media: []), templates: nil,
            assets: [], diagnostics: problems)
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
