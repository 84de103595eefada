import CommonMark
import Diagnostics
import Exercises
import Foundation
import Testing

@testable import Handouts

/// A library of two exercises, a technique that is not for readers, a programme and a guidance page, in memory.
enum SmallLibrary {
    // swift-format-ignore: NeverForceUnwrap
    static func slug(_ text: String) -> Slug { Slug(text)! }

    static func blocks(_ markdown: String) -> [Block] {
        (try? Document(parsing: SourceFile(path: "a.md", text: markdown)).blocks) ?? []
    }

    static func steps(_ markdown: String) -> [ListItem] {
        guard case .list(let list)? = blocks(markdown).first?.kind else { return [] }
        return list.items
    }

    static func exercise(
        _ slug: String, kind: ExerciseKind = .stretch, performedBy: Performer = .`self`, advice: Advice = .suitable, dose: Dose?,
        introduction: String = "An introduction.", steps: String = "1. Hold for [10 seconds](dose:hold).\n2. Let go.\n",
        avoidIf: [String] = ["you have hurt your back recently"], pictures: [Picture] = [], figures: Figures? = nil, takeCare: String = ""
    ) -> Exercise {
        Exercise(
            slug: Self.slug(slug), title: slug.capitalized, aliases: [], summary: "A summary.", kind: kind, position: .sittingChair,
            regions: [.lowerBack], equipment: [.chair], level: .beginner, performedBy: performedBy, advice: advice, dose: dose,
            doseOrigins: [.hold(phase: nil): Self.slug("journal"), .repetitions: Self.slug("book")], feel: "Across your back.",
            stopIf: [], avoidIf: avoidIf, easier: [], harder: [], related: [],
            sources: [SourceReport(id: Self.slug("journal"), dose: nil, notes: [])],
            review: Review(author: nil, reviewedBy: nil, reviewed: nil, next: nil), pictures: pictures, figures: figures, isDraft: false,
            body: ExerciseBody(introduction: blocks(introduction), steps: Self.steps(steps), takeCare: blocks(takeCare)))
    }

    static func library(_ more: [Exercise] = [], baseURL: String? = nil) throws -> Library {
        let dose = Dose(
            hold: Hold(try QuantityNotation.time("10 s")), repetitions: try QuantityNotation.count("3"), sides: .both,
            sessionsPerDay: try QuantityNotation.count("2–3"))
        var change = DoseChange()
        _ = change.set(.repetitions, to: .count(try QuantityNotation.count("5")))
        let review = Review(author: nil, reviewedBy: nil, reviewed: nil, next: nil)
        return Library(
            site: Site(
                title: "Back Stretches", tagline: "", description: "", language: "en-GB", baseURL: baseURL.flatMap { BaseURL($0) },
                clinic: Site.Clinic(name: "Riverside Clinic", phone: "01632 960001", email: nil, address: nil),
                reviewNotice: "Nobody has reviewed this.", theme: Theme(accent: Theme.Tone(onLight: Theme.usualAccent))),
            safety: try #require(
                SafetyCard(
                    stopRules: ["Stop at once if you feel any pain."],
                    signs: [
                        .init(
                            level: .emergency, sign: "New numbness", action: "Call now.",
                            contact: .init(label: "Call for help", number: "112"))
                    ])),
            exercises: [
                exercise("chair-twist", dose: dose), exercise("side-bend", dose: dose, avoidIf: []),
                exercise("crack", kind: .knowledge, performedBy: .professional, dose: nil),
            ] + more,
            programmes: [
                Programme(
                    slug: slug("desk-break"), title: "Desk break", summary: "Two stretches.", audience: "Everybody.", readySeconds: 5,
                    transitionSeconds: 10,
                    entries: [
                        .init(exercise: slug("chair-twist"), doseChange: change, note: "Slowly."),
                        .init(exercise: slug("side-bend"), doseChange: DoseChange(), note: nil),
                    ], review: review, isDraft: false, body: blocks("Do both."))
            ],
            guidance: [
                Guidance(
                    slug: slug("who-may-treat-your-back"), title: "Who may treat your back", summary: "", order: 1, sources: [],
                    review: review, isDraft: false, body: [])
            ],
            sources: [
                Source(id: slug("journal"), label: "Journal (2020)", title: nil, publisher: nil, year: nil, url: nil, description: ""),
                Source(id: slug("book"), label: "Book (2010)", title: nil, publisher: nil, year: nil, url: nil, description: ""),
            ])
    }

    static func composer(_ more: [Exercise] = [], baseURL: String? = nil, drawings: HandoutDrawings = HandoutDrawings()) throws
        -> HandoutComposer
    {
        HandoutComposer(
            library: try library(more), phrasebook: try Repository.phrasebook(), baseURL: baseURL.flatMap { BaseURL($0) },
            drawings: drawings)
    }
}
