import Exercises

/// The words of handouts.
package enum HandoutPhrase: String, PhraseKey {
    // The headings of an exercise's parts have the words that authors write them with.
    case getReady = "content.heading.getReady"
    case steps = "content.heading.steps"
    case breathing = "content.heading.breathing"
    case variations = "content.heading.variations"
    case takeCare = "content.heading.takeCare"

    case listTitle = "handout.list.title"
    case listSummary = "handout.list.summary"
    case runningTitle = "handout.runningTitle"
    case page = "handout.page"
    case phone = "handout.phone"
    case preparedFor = "handout.field.preparedFor"
    case preparedBy = "handout.field.preparedBy"
    case date = "handout.field.date"
    case note = "handout.note"
    case audience = "handout.audience"

    case overviewHeading = "handout.overview.heading"
    case overviewExercise = "handout.overview.exercise"
    case overviewDose = "handout.overview.dose"
    case overviewTime = "handout.overview.time"
    case overviewTotal = "handout.overview.total"

    case feel = "handout.fact.feel"
    case need = "handout.fact.need"
    case needNothing = "handout.fact.needNothing"
    case doseHeading = "handout.dose.heading"
    case doseFigure = "handout.dose.figure"
    case doseAmount = "handout.dose.amount"
    case easier = "handout.easier"
    case harder = "handout.harder"

    case avoid = "handout.caution.avoid"
    case avoidAll = "handout.caution.avoidAll"
    case avoidToo = "handout.caution.avoidToo"
    case stopToo = "handout.caution.stop"
    case stopHeading = "handout.safety.stop"
    case helpHeading = "handout.safety.help"
    case contactNumber = "handout.safety.contactNumber"

    case recordHeading = "handout.record.heading"
    case recordTick = "handout.record.tick"
    case recordOptional = "handout.record.optional"
    case recordPain = "handout.record.pain"
    case recordWeekHeading = "handout.record.weekHeading"
    case recordRowHeading = "handout.record.rowHeading"
    case recordWeek = "handout.record.week"
    case recordDone = "handout.record.done"
    case recordPainLabel = "handout.record.painLabel"
    case recordNotesLabel = "handout.record.notesLabel"
    case monday = "handout.day.monday"
    case tuesday = "handout.day.tuesday"
    case wednesday = "handout.day.wednesday"
    case thursday = "handout.day.thursday"
    case friday = "handout.day.friday"
    case saturday = "handout.day.saturday"
    case sunday = "handout.day.sunday"

    case online = "handout.online"
    case onlineSite = "handout.onlineSite"
    case codeDescription = "handout.codeDescription"
    case sourcesHeading = "handout.sources.heading"
    case sourceOfAll = "handout.sources.all"
    case sourceOfFigures = "handout.sources.figures"
    case sourceChanged = "handout.sources.changed"
    case sourceChangedByProgramme = "handout.sources.programme"
    case sourceNone = "handout.sources.none"
    case sourceOfExercise = "handout.sources.exercise"
    case aboutHeading = "handout.about.heading"
    case author = "handout.about.author"
    case reviewed = "handout.about.reviewed"
    case nextReview = "handout.about.next"
    case edition = "handout.about.edition"
    case listSeparator = "handout.separator"

    package var placeholders: [String] {
        switch self {
        case .runningTitle: ["title", "site"]
        case .page: ["page", "pages"]
        case .phone, .contactNumber: ["number"]
        case .listSummary: ["count"]
        case .easier, .harder: ["exercises"]
        case .recordWeek: ["number"]
        case .codeDescription: ["address"]
        case .sourceOfAll: ["source"]
        case .sourceOfFigures: ["figures", "source"]
        case .sourceChanged, .sourceChangedByProgramme: ["figures"]
        case .sourceOfExercise: ["exercise", "sources"]
        case .author: ["name"]
        case .reviewed: ["name", "date"]
        case .nextReview: ["date"]
        case .edition: ["edition"]
        default: []
        }
    }
}
