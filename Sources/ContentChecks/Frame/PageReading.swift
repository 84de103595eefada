import ContentLoading
import Diagnostics
package import Exercises
package import Readability

/// How hard the words of a page's handout are to read.
package struct PageReading: Sendable {
    package let slug: Slug
    /// The page's file, below the library's folder.
    package let path: String
    /// The pieces of text that are measured.
    package let passages: [String]
    package let text: ReadingText

    package var grade: ReadingGrade { ReadingGrade(text) }
}

extension CheckedLibrary {
    /// Of every page, in the order of the library; none of a library in another language, for which the formulas are not made.
    package var readings: [PageReading] {
        guard isEnglish else { return [] }
        return pages.parallelMap { page in
            let passages = HandoutWords(page.content, in: library).passages
            return PageReading(slug: page.slug, path: page.origin.file.path, passages: passages, text: ReadingText(passages))
        }
    }
}
