/// The templates that Limber itself renders, with the names that each may use.
package enum PageKind: String, Hashable, Sendable, CaseIterable {
    case home
    case exerciseIndex = "exercise-index"
    case exercise
    case category
    case names
    case search
    case programmeIndex = "programme-index"
    case programme
    case guidanceIndex = "guidance-index"
    case guidance
    case sources
    case myProgramme = "my-programme"
    case notFound = "not-found"
    case offline
    case header
    case footer
    case exerciseCard = "exercise-card"

    /// The path of the template below `Templates/Site`, without its ending.
    package var templateName: String {
        switch self {
        case .header, .footer: "chrome/\(rawValue)"
        case .exerciseCard: "cards/exercise"
        default: "pages/\(rawValue)"
        }
    }

    /// The names that the template may use, apart from `strings`.
    package var shape: [String: Shape] {
        switch self {
        case .home: Self.framed(HomePage.self)
        case .exerciseIndex: Self.framed(ExerciseIndexPage.self)
        case .exercise: Self.framed(ExercisePage.self)
        case .category: Self.framed(CategoryPage.self)
        case .names: Self.framed(NamesPage.self)
        case .search: Self.framed(SearchPage.self)
        case .programmeIndex: Self.framed(ProgrammeIndexPage.self)
        case .programme: Self.framed(ProgrammePage.self)
        case .guidanceIndex: Self.framed(GuidanceIndexPage.self)
        case .guidance: Self.framed(GuidancePage.self)
        case .sources: Self.framed(SourcesPage.self)
        case .myProgramme: Self.framed(MyProgrammePage.self)
        case .notFound: Self.framed(NotFoundPage.self)
        case .offline: Self.framed(OfflinePage.self)
        case .header: HeaderContext.shape
        case .footer: FooterContext.shape
        case .exerciseCard: ExerciseCard.shape
        }
    }

    private static func framed(_ content: (some TemplateContext).Type) -> [String: Shape] {
        PageFrame.shape.merging(content.shape) { _, own in own }
    }
}
