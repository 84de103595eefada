import Foundation

/// A handout as data: finished text in reading order. The template lays it out and decides nothing.
///
/// Everything is text or numbers; nothing in it is Typst markup, so nothing that an author or a reader's name holds is ever interpreted.
package struct HandoutDocument: Hashable, Sendable, Encodable {
    /// A BCP 47 tag in the parts that Typst wants.
    package struct Language: Hashable, Sendable, Encodable {
        package let code: String
        package let region: String?
    }

    /// Who gives the handout out.
    package struct Letterhead: Hashable, Sendable, Encodable {
        package let name: String
        package let contacts: [String]
        /// From the library's folder, beginning with a slash.
        package let logo: String?
    }

    /// A line to fill in, or filled in already.
    package struct Field: Hashable, Sendable, Encodable {
        package let label: String
        package let value: String?
    }

    /// A heading with plain text beneath it.
    package struct Remark: Hashable, Sendable, Encodable {
        package let heading: String
        package let text: String
    }

    /// A heading with lines beneath it.
    package struct Lines: Hashable, Sendable, Encodable {
        package let heading: String
        package let lines: [String]
    }

    /// A piece of the line that numbers the pages; the template puts in the numbers.
    package enum PageLabelPart: Hashable, Sendable, Encodable {
        case text(String)
        case page
        case pageCount

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(["text": text])
            case .page: try container.encode("page")
            case .pageCount: try container.encode("pageCount")
            }
        }
    }

    /// All exercises at a glance, for a handout of several.
    package struct Overview: Hashable, Sendable, Encodable {
        package struct Row: Hashable, Sendable, Encodable {
            package let title: String
            /// Decoration beside the title.
            package let picture: HandoutPicture?
            package let dose: String
            package let time: String
        }

        package let heading: String
        /// The heads of the three columns.
        package let columns: [String]
        package let rows: [Row]
        /// About how long all of them take.
        package let total: Field
    }

    package let language: Language
    package let title: String
    package let summary: String
    /// The PDF's author.
    package let author: String
    /// `#rrggbb`, dark enough for white text; none for black.
    package let accent: String?
    package let letterhead: Letterhead
    /// Above every page after the first.
    package let runningTitle: String
    package let pageLabel: [PageLabelPart]
    package let fields: [Field]
    package let note: Remark?
    /// Whom it is for.
    package let audience: Field?
    /// The drawn pictures by the names that pictures have; each is given once.
    package let drawings: [String: HandoutDrawing]
    package let introduction: [HandoutBlock]
    package let overview: Overview?
    /// Reasons against all of several exercises.
    package let avoid: Lines?
    /// What to be careful of in every one of several exercises.
    package let care: HandoutExercise.Section?
    package let exercises: [HandoutExercise]
    package let safety: HandoutSafety
    package let record: HandoutRecord
    package let address: HandoutAddress?
    /// The pages of the exercises, in their order; none without the address of the site.
    package let exerciseAddresses: [HandoutAddress]
    package let sources: Lines
    /// Who wrote and reviewed it, the notice that nobody did, and the edition.
    package let about: Lines

    /// All but the drawings, which are files of their own, and the accent, which is part of the format.
    private enum CodingKeys: CodingKey {
        case language, title, summary, author, letterhead, runningTitle, pageLabel, fields, note, audience, introduction, overview, avoid
        case care, exercises, safety, record, address, exerciseAddresses, sources, about
    }

    /// The form in which the template gets it; the keys are sorted, so the same document is always the same text.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A byte order mark inside a text, as a copied text may have one, is nothing to read, and PDF/UA forbids it.
        return String(decoding: try encoder.encode(self), as: UTF8.self).replacing("\u{FEFF}", with: "")
    }
}
