import Exercises

/// The words of the site that code fills in or chooses; templates name the others themselves and are checked for it.
package enum SitePhrase: String, PhraseKey {
    case date = "site.date"
    case oneExercise = "site.count.oneExercise"
    case exercises = "site.count.exercises"
    case oneMinute = "site.time.oneMinute"
    case minutes = "site.time.minutes"

    case homeTitle = "site.nav.home"
    case exercisesTitle = "site.nav.exercises"
    case namesTitle = "site.names.title"
    case searchTitle = "site.search.title"
    case programmesTitle = "site.nav.programmes"
    case guidanceTitle = "site.nav.guidance"
    case sourcesTitle = "site.nav.sources"
    case myProgrammeTitle = "site.nav.myProgramme"
    case exercisesDescription = "site.exerciseIndex.summary"
    case namesDescription = "site.names.summary"
    case searchDescription = "site.search.summary"
    case programmesDescription = "site.programmeIndex.summary"
    case guidanceDescription = "site.guidanceIndex.summary"
    case sourcesDescription = "site.sources.summary"
    case offlineTitle = "site.offline.pageTitle"
    case offlineDescription = "site.offline.description"
    case myProgrammeDescription = "site.myProgramme.summary"
    case notFoundTitle = "site.notFound.title"
    case notFoundDescription = "site.notFound.summary"

    case filterPosition = "site.filter.position"
    case filterRegion = "site.filter.region"
    case filterEquipment = "site.filter.equipment"
    case filterLevel = "site.filter.level"
    case filterMinutes = "site.filter.minutes"
    case filterPlace = "site.filter.place"
    case noEquipment = "site.filter.noEquipment"
    case onTheFloor = "site.filter.onTheFloor"
    case offTheFloor = "site.filter.offTheFloor"
    case upToOneMinute = "site.filter.upToOneMinute"
    case upToMinutes = "site.filter.upToMinutes"

    case categoryOneMinute = "site.category.oneMinute"
    case categoryMinutes = "site.category.minutes"
    case categorySummary = "site.category.summary"

    case pictureOf = "site.figure.pictureOf"
    case movementOf = "site.figure.movementOf"

    case handout = "site.handout.standard"
    case handoutLarge = "site.handout.large"
    case handoutCompact = "site.handout.compact"
    case paperA4 = "site.handout.a4"
    case paperLetter = "site.handout.letter"
    case handoutOnePage = "site.handout.onePage"
    case handoutPages = "site.handout.pages"
    case explainedTitle = "site.explained.title"
    case easierTitle = "site.neighbours.easier"
    case harderTitle = "site.neighbours.harder"
    case relatedTitle = "site.neighbours.related"

    case positionFact = "site.fact.position"
    case regionsFact = "site.fact.regions"
    case equipmentFact = "site.fact.equipment"
    case timeFact = "site.fact.time"
    case levelFact = "site.fact.level"
    case performerFact = "site.fact.performer"

    case notRecommendedTitle = "site.warning.notRecommended.title"
    case notRecommendedText = "site.warning.notRecommended.text"
    case professionalTitle = "site.warning.professional.title"
    case professionalText = "site.warning.professional.text"
    case partnerTitle = "site.warning.partner.title"
    case partnerText = "site.warning.partner.text"
    case knowledgeTitle = "site.warning.knowledge.title"
    case knowledgeText = "site.warning.knowledge.text"

    case january = "site.month.january"
    case february = "site.month.february"
    case march = "site.month.march"
    case april = "site.month.april"
    case may = "site.month.may"
    case june = "site.month.june"
    case july = "site.month.july"
    case august = "site.month.august"
    case september = "site.month.september"
    case october = "site.month.october"
    case november = "site.month.november"
    case december = "site.month.december"

    package var placeholders: [String] {
        switch self {
        case .date: ["day", "month", "year"]
        case .exercises: ["count"]
        case .minutes: ["minutes"]
        case .handout, .handoutLarge, .handoutCompact: ["paper"]
        case .handoutOnePage: ["size"]
        case .handoutPages: ["pages", "size"]
        case .pictureOf, .movementOf: ["title", "summary"]
        case .upToMinutes, .categoryMinutes: ["minutes"]
        case .categorySummary: ["title", "count", "names"]
        default: []
        }
    }

    /// The months in the order of the year.
    static let months: [SitePhrase] = [
        .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november, .december,
    ]
}
