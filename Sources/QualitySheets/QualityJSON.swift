import Foundation

/// Writes sheets for programs, by the schema `Documentation/quality-sheet.schema.json`.
package struct QualityJSON: Sendable {
    /// Rises when a member changes its meaning or goes away; new members may come with the same version.
    package static let version = 1

    private let notice: String

    /// `notice` is what every sheet says of itself.
    package init(notice: String) {
        self.notice = notice
    }

    package func text(_ sheets: [QualitySheet]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let report = Report(version: Self.version, notice: notice, handouts: sheets.map(Report.Handout.init))
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private struct Report: Encodable {
        struct Handout: Encodable {
            let slug: String
            let title: String
            let reviewers: [String]
            let counts: [String: Int]
            let items: [Item]

            init(_ sheet: QualitySheet) {
                slug = sheet.slug
                title = sheet.title
                reviewers = sheet.reviewers
                counts = Dictionary(uniqueKeysWithValues: QualityOutcome.allCases.map { ($0.rawValue, sheet.count($0)) })
                items = sheet.items.map(Item.init)
            }
        }

        struct Item: Encodable {
            let id: String
            let group: String
            let rule: String
            let outcome: String
            let evidence: String
            let task: String?
            let editions: [Edition]?

            init(_ item: QualityItem) {
                id = item.id
                group = item.group.rawValue
                rule = item.rule
                outcome = item.outcome.rawValue
                evidence = item.evidence
                task = item.task
                editions = item.editions.isEmpty ? nil : item.editions.map(Edition.init)
            }
        }

        struct Edition: Encodable {
            let id: String
            let outcome: String
            let evidence: String

            init(_ edition: QualityItem.Edition) {
                id = edition.id
                outcome = edition.outcome.rawValue
                evidence = edition.evidence
            }
        }

        let version: Int
        let notice: String
        let handouts: [Handout]
    }
}
