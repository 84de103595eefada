package import ContentLoading
import Diagnostics
package import Exercises

/// The content as rules look at it.
package struct CheckedLibrary: Sendable {
    package let library: Library
    /// The file of each page, for places.
    let origins: [Slug: Origin]
    /// The files of settings, by path.
    let settingOrigins: [String: Origin]
    /// What the site says about rules.
    let written: WrittenChecks
    /// Paths below `Content/Media/`.
    let media: [String]
    /// The day of the check, for reviews that are overdue; nil when it is not known.
    package let today: CalendarDate?

    /// None when the library could not be read.
    package init?(_ content: LoadedContent, today: CalendarDate?) {
        guard let library = content.library else { return nil }
        self.library = library
        origins = content.origins
        settingOrigins = content.settingOrigins
        written = content.checks
        media = content.media
        self.today = today
    }

    var glossary: [WrittenChecks.Term] { written.glossary }

    /// Whether rules that read English words apply.
    var isEnglish: Bool { library.site.language == "en" || library.site.language.hasPrefix("en-") }

    /// What each page is made from, by kind and slug; a page whose file could not be read is left out.
    var pages: [(content: CheckedPage.Content, slug: Slug, origin: Origin)] {
        library.exercises.compactMap { exercise in origins[exercise.slug].map { (.exercise(exercise), exercise.slug, $0) } }
            + library.programmes.compactMap { programme in origins[programme.slug].map { (.programme(programme), programme.slug, $0) } }
            + library.guidance.compactMap { guidance in origins[guidance.slug].map { (.guidance(guidance), guidance.slug, $0) } }
    }
}
