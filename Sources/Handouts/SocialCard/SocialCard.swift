import Diagnostics
import Foundation

/// What the picture says that a link to a page shows in messages and social media.
package struct SocialCard: Hashable, Sendable, Encodable {
    package let title: String
    package let summary: String
    /// Above the title, such as the kind of exercise.
    package let label: String
    package let site: String
    package let language: String
    /// `#rrggbb`.
    package let accent: String
    /// The SVGs of drawn pictures, at most three.
    package let drawings: [String]
    /// Whether the page advises against what it explains.
    package let isWarning: Bool

    package init(
        title: String, summary: String, label: String, site: String, language: String, accent: String, drawings: [String], isWarning: Bool
    ) {
        self.title = title
        self.summary = summary
        self.label = label
        self.site = site
        self.language = language
        self.accent = accent
        self.drawings = Array(drawings.prefix(3))
        self.isWarning = isWarning
    }

    /// Where a library keeps the template.
    package static let template = "Templates/Card/card.typ"
    /// Pixels.
    package static let width = 1200
    /// Pixels.
    package static let height = 630

    /// The text that the template gets; the same for the same card.
    package func json() throws(HandoutProblems) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw HandoutProblems(
                diagnostics: [Diagnostic("card-data", "the card has no form as data: \(error)", at: nil)], isInternal: true)
        }
    }
}

extension TypstEngine {
    /// A card as a PNG.
    package func picture(of card: SocialCard) async throws(HandoutProblems) -> [UInt8] {
        // A point of the template is a pixel.
        let pages = try await pictures(template: SocialCard.template, files: ["document.json": try card.json()], pixelsPerInch: 72)
        return pages[0]
    }
}
