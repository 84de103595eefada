/// What a PDF file holds, as far as rules about print and about tagged PDF ask for it. Sizes and places are in points.
package struct PDFFacts: Hashable, Sendable, Decodable {
    package struct Page: Hashable, Sendable, Decodable {
        package let width: Double
        package let height: Double

        package init(width: Double, height: Double) {
            self.width = width
            self.height = height
        }
    }

    /// A heading of the tags, with the pages that it and the text after it stand on, up to the next heading.
    package struct Heading: Hashable, Sendable, Decodable {
        package let level: Int
        package let text: String
        package let pages: [Int]

        package init(level: Int, text: String, pages: [Int]) {
            self.level = level
            self.text = text
            self.pages = pages
        }
    }

    package struct Font: Hashable, Sendable, Decodable {
        package let name: String
        package let isEmbedded: Bool
        /// Whether the file says which letters its glyphs are.
        package let hasText: Bool

        package init(name: String, isEmbedded: Bool, hasText: Bool) {
            self.name = name
            self.isEmbedded = isEmbedded
            self.hasText = hasText
        }
    }

    /// A size of text, as it comes to stand on paper.
    package struct TextSize: Hashable, Sendable, Decodable {
        package let points: Double
        package let letters: Int
        /// The first page that has it, and what stands there.
        package let page: Int
        package let sample: String

        package init(points: Double, letters: Int, page: Int, sample: String) {
            self.points = points
            self.letters = letters
            self.page = page
            self.sample = sample
        }
    }

    package var pages: [Page] = []
    package var isTagged = false
    package var language = ""
    package var title = ""
    /// Whether a reader's window shows the title in place of the file's name.
    package var showsTitle = false
    package var bookmarks = 0
    /// In reading order.
    package var headings: [Heading] = []
    package var figures = 0
    package var figuresWithoutText = 0
    package var tables = 0
    package var columnHeads: [String] = []
    package var numberedLists = 0
    package var bulletLists = 0
    /// Elements that the tags call underlined.
    package var underlined = 0
    package var fonts: [Font] = []
    /// Letters in italics, or slanted.
    package var slanted = 0
    /// The smallest first; of all text, also that of page numbers and in pictures.
    package var sizes: [TextSize] = []
    /// The least room between text and an edge of its page.
    package var margin = 0.0
    /// Paragraphs of four lines or more, and how many of them end at the same place in all lines but the last.
    package var longParagraphs = 0
    package var flushParagraphs = 0
    /// The most words in a row that stand in capitals, and which they are.
    package var capitalWords = 0
    package var capitals = ""

    package init() {}
}
