/// The words in which a dose is said.
package enum DosePhrase: String, PhraseKey {
    case about = "dose.hedge.about"
    case upTo = "dose.hedge.upTo"
    case atLeast = "dose.hedge.atLeast"
    case range = "dose.range"
    case second = "dose.unit.second"
    case seconds = "dose.unit.seconds"
    case minute = "dose.unit.minute"
    case minutes = "dose.unit.minutes"
    case aFew = "dose.vague.aFew"
    case several = "dose.vague.several"
    case asNeeded = "dose.vague.asNeeded"

    case holdLabel = "dose.label.hold"
    case holdPhaseLabel = "dose.label.holdPhase"
    case durationLabel = "dose.label.duration"
    case repetitionsLabel = "dose.label.repetitions"
    case repetitionsPerDayLabel = "dose.label.repetitionsPerDay"
    case setsLabel = "dose.label.sets"
    case restLabel = "dose.label.rest"
    case sessionsPerDayLabel = "dose.label.sessionsPerDay"
    case daysPerWeekLabel = "dose.label.daysPerWeek"
    case sidesLabel = "dose.label.sides"
    case progressionLabel = "dose.label.progression"
    case notStated = "dose.notStated"

    case sidesBoth = "dose.sides.both"
    case sidesBothLeftFirst = "dose.sides.bothLeftFirst"
    case sidesBothRightFirst = "dose.sides.bothRightFirst"
    case sidesBothEitherFirst = "dose.sides.bothEitherFirst"
    case sidesAlternate = "dose.sides.alternate"
    case sidesAlternateLeftFirst = "dose.sides.alternateLeftFirst"
    case sidesAlternateRightFirst = "dose.sides.alternateRightFirst"

    case holdSentence = "dose.sentence.hold"
    case holdPhaseSentence = "dose.sentence.holdPhase"
    case durationSentence = "dose.sentence.duration"
    case repetitionsOnceSentence = "dose.sentence.repetitionsOnce"
    case repetitionsSentence = "dose.sentence.repetitions"
    case repetitionsAsNeededSentence = "dose.sentence.repetitionsAsNeeded"
    case repetitionsEachSideSentence = "dose.sentence.repetitionsEachSide"
    case repetitionsPerDaySentence = "dose.sentence.repetitionsPerDay"
    case setsOnceSentence = "dose.sentence.setsOnce"
    case setsSentence = "dose.sentence.sets"
    case restSentence = "dose.sentence.rest"
    case sessionsOncePerDaySentence = "dose.sentence.sessionsOncePerDay"
    case sessionsPerDaySentence = "dose.sentence.sessionsPerDay"
    case daysOncePerWeekSentence = "dose.sentence.daysOncePerWeek"
    case daysPerWeekSentence = "dose.sentence.daysPerWeek"

    package var placeholders: [String] {
        switch self {
        case .about, .upTo, .atLeast, .second, .seconds, .minute, .minutes, .holdSentence, .durationSentence, .repetitionsSentence,
            .repetitionsEachSideSentence, .repetitionsPerDaySentence, .setsSentence, .restSentence, .sessionsPerDaySentence,
            .daysPerWeekSentence:
            ["amount"]
        case .range: ["low", "high"]
        case .holdPhaseLabel: ["phase"]
        case .holdPhaseSentence: ["phase", "amount"]
        default: []
        }
    }
}
