import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// A page as rules look at it: the model, and its text split into words once for all of them.
struct CheckedPage: Sendable {
    enum Content: Sendable {
        case exercise(Exercise)
        case programme(Programme)
        case guidance(Guidance)
    }

    /// A step: its own words without the pictures, and the pictures beside it.
    struct Step: Sendable {
        let index: Int
        let range: SourceRange
        /// Its paragraphs.
        let passages: [Passage]
        let pictures: [Passage]
    }

    let content: Content
    let slug: Slug
    let origin: Origin
    let library: Library
    /// What the site's glossary says.
    let glossary: [WrittenChecks.Term]
    /// The day of the check; nil when it is not known.
    let today: CalendarDate?
    private let pagePassages: PagePassages
    let alternativeTexts: [Passage]
    /// Every word of the page in lower case, so that most rules see at once that theirs are not among them.
    var vocabulary: Set<String> { words.all }
    private let words: Vocabulary
    /// Of an exercise.
    let steps: [Step]
    /// What is odd about the poses; found out once for the rules that share it.
    let poseFindings: [LocatedPoseFinding]

    init(_ content: Content, slug: Slug, origin: Origin, in checked: CheckedLibrary, inspectsPoses: Bool) {
        self.content = content
        self.slug = slug
        self.origin = origin
        library = checked.library
        glossary = checked.glossary
        today = checked.today
        pagePassages = PagePassages(content, origin)
        alternativeTexts = pagePassages.body.filter(\.isAlternativeText)
        words = Vocabulary(pagePassages)
        steps = exerciseSteps(content, pagePassages.body)
        if case .exercise(let exercise) = content, inspectsPoses {
            poseFindings = LocatedPoseFinding.all(in: exercise)
        } else {
            poseFindings = []
        }
    }

    /// Everything that readers can read of the page's own words, in reading order.
    var passages: [Passage] { pagePassages.all }

    /// Those that are running text: paragraphs and headings of the body, and fields of the front matter.
    var texts: [Passage] { pagePassages.texts }

    /// Whether some letters, given in lower case, stand somewhere in its passages. Nothing of these is kept.
    func mayHold(_ letters: StaticString) -> Bool { pagePassages.mayHold(letters) }

    var exercise: Exercise? { if case .exercise(let exercise) = content { exercise } else { nil } }
    var programme: Programme? { if case .programme(let programme) = content { programme } else { nil } }
    var guidance: Guidance? { if case .guidance(let guidance) = content { guidance } else { nil } }

    /// An exercise that readers do.
    var taughtExercise: Exercise? { exercise.flatMap { $0.mayBeHandedOut ? $0 : nil } }

    var review: Review {
        switch content {
        case .exercise(let exercise): exercise.review
        case .programme(let programme): programme.review
        case .guidance(let guidance): guidance.review
        }
    }

    var title: String {
        switch content {
        case .exercise(let exercise): exercise.title
        case .programme(let programme): programme.title
        case .guidance(let guidance): guidance.title
        }
    }

    var summary: String {
        switch content {
        case .exercise(let exercise): exercise.summary
        case .programme(let programme): programme.summary
        case .guidance(let guidance): guidance.summary
        }
    }

    var body: [Block] {
        switch content {
        case .exercise(let exercise): exercise.body.allBlocks
        case .programme(let programme): programme.body
        case .guidance(let guidance): guidance.body
        }
    }

    /// Visits every link and every image of the text in reading order.
    func forEachLinkAndImage(_ visit: (Inline) -> Void) {
        switch content {
        case .exercise(let exercise): exercise.body.forEachLinkAndImage(visit)
        case .programme(let programme): programme.body.forEachLinkAndImage(visit)
        case .guidance(let guidance): guidance.body.forEachLinkAndImage(visit)
        }
    }

    /// The sources that the page lists; a programme lists none.
    var sources: [SourceID]? {
        switch content {
        case .exercise(let exercise): exercise.sources.map(\.id)
        case .programme: nil
        case .guidance(let guidance): guidance.sources
        }
    }

    /// Where the text of the page leads to, each with its place.
    var links: [(reference: Reference, range: SourceRange)] {
        passages.flatMap { passage in
            passage.marks.compactMap { mark in
                guard case .link(let reference?) = mark.kind else { return nil }
                return (reference, passage.source(mark.bytes))
            }
        }
    }
}

private func exerciseSteps(_ content: CheckedPage.Content, _ passages: [Passage]) -> [CheckedPage.Step] {
    guard case .exercise(let exercise) = content else { return [] }
    var texts = Array(repeating: [Passage](), count: exercise.body.steps.count)
    var pictures = texts
    for passage in passages {
        guard case .step(let index) = passage.section else { continue }
        if case .alternativeText = passage.kind { pictures[index].append(passage) } else { texts[index].append(passage) }
    }
    return exercise.body.steps.enumerated().map { index, item in
        CheckedPage.Step(index: index, range: item.range, passages: texts[index], pictures: pictures[index])
    }
}

extension CheckedPage.Step {
    var words: [Passage.Word] { passages.flatMap(\.words) }

    /// The first paragraph, which says what to do.
    var instruction: Passage? { passages.first }

    var text: String { passages.map(\.string).joined(separator: " ") }

    /// The poses beside it.
    var poses: [String] {
        pictures.compactMap { if case .alternativeText(let pose?) = $0.kind { pose } else { nil } }
    }
}
