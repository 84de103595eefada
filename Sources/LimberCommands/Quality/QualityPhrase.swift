import Exercises
import QualitySheets

/// The words of quality sheets that code chooses; their templates name the others themselves.
enum QualityPhrase: String, PhraseKey {
    case notice = "quality.notice"
    case noReviewer = "quality.noReviewer"
    case reviewers = "quality.reviewers"
    case sheetTitle = "quality.sheetTitle"
    case task = "quality.task"
    case handout = "quality.handout"

    case fails = "quality.outcome.fails"
    case needsPerson = "quality.outcome.needsPerson"
    case passes = "quality.outcome.passes"
    case notApplicable = "quality.outcome.notApplicable"

    case content = "quality.group.content"
    case words = "quality.group.words"
    case numbers = "quality.group.numbers"
    case organisation = "quality.group.organisation"
    case layout = "quality.group.layout"
    case visualAids = "quality.group.visualAids"
    case actionability = "quality.group.actionability"
    case print = "quality.group.print"
    case pdf = "quality.group.pdf"

    var placeholders: [String] {
        switch self {
        case .reviewers: ["names"]
        case .sheetTitle: ["title"]
        default: []
        }
    }

    init(_ outcome: QualityOutcome) {
        self =
            switch outcome {
            case .fails: .fails
            case .needsPerson: .needsPerson
            case .passes: .passes
            case .notApplicable: .notApplicable
            }
    }

    init(_ group: QualityGroup) {
        self =
            switch group {
            case .content: .content
            case .words: .words
            case .numbers: .numbers
            case .organisation: .organisation
            case .layout: .layout
            case .visualAids: .visualAids
            case .actionability: .actionability
            case .print: .print
            case .pdf: .pdf
            }
    }
}

extension Phrasebook {
    /// Who a sheet says reviewed the handout.
    func review(of sheet: QualitySheet) -> String {
        sheet.reviewers.isEmpty
            ? self[QualityPhrase.noReviewer] : say(QualityPhrase.reviewers, ["names": sheet.reviewers.joined(separator: ", ")])
    }
}
