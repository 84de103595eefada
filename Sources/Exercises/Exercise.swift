package import CommonMark

/// A technique: one that readers can do, or one (`kind` knowledge) that is only explained.
///
/// A value that never changes; a class, because exercises stand in many lists, and a copy of all their parts costs more than what most
/// lists do with them.
package final class Exercise: Hashable, Sendable {
    package let slug: Slug
    package let title: String
    package let aliases: [String]
    /// One sentence.
    package let summary: String
    package let kind: ExerciseKind
    package let position: Position
    package let regions: [Region]
    package let equipment: [Equipment]
    package let level: Level
    package let performedBy: Performer
    package let advice: Advice
    /// What the page recommends; none for knowledge.
    package let dose: Dose?
    /// Whose figures the recommended dose has, by field.
    package let doseOrigins: [DoseField: SourceID]
    /// Where it should be felt; none only for knowledge.
    package let feel: String?
    /// Reasons to stop, on top of the site-wide ones.
    package let stopIf: [String]
    /// Reasons not to do it, each a phrase that follows "if".
    package let avoidIf: [String]
    package let easier: [Slug]
    package let harder: [Slug]
    package let related: [Slug]
    package let sources: [SourceReport]
    package let review: Review
    package let pictures: [Picture]
    /// The pictures that are drawn from poses; none for a page that explains or warns.
    package let figures: Figures?
    package let isDraft: Bool
    package let body: ExerciseBody

    package init(
        slug: Slug, title: String, aliases: [String], summary: String, kind: ExerciseKind, position: Position, regions: [Region],
        equipment: [Equipment], level: Level, performedBy: Performer, advice: Advice, dose: Dose?, doseOrigins: [DoseField: SourceID],
        feel: String?, stopIf: [String], avoidIf: [String], easier: [Slug], harder: [Slug], related: [Slug], sources: [SourceReport],
        review: Review, pictures: [Picture], figures: Figures? = nil, isDraft: Bool, body: ExerciseBody
    ) {
        self.slug = slug
        self.title = title
        self.aliases = aliases
        self.summary = summary
        self.kind = kind
        self.position = position
        self.regions = regions
        self.equipment = equipment
        self.level = level
        self.performedBy = performedBy
        self.advice = advice
        self.dose = dose
        self.doseOrigins = doseOrigins
        self.feel = feel
        self.stopIf = stopIf
        self.avoidIf = avoidIf
        self.easier = easier
        self.harder = harder
        self.related = related
        self.sources = sources
        self.review = review
        self.pictures = pictures
        self.figures = figures
        self.isDraft = isDraft
        self.body = body
    }

    /// Whether it may stand in a programme or a handout: what a reader can do alone, and what is not advised against.
    package var mayBeHandedOut: Bool {
        kind != .knowledge && performedBy == .`self` && advice != .notRecommended
    }

    /// Whether it is done on the floor, so that the reader must get down and up again.
    package var isOnTheFloor: Bool {
        position.isOnTheFloor && !equipment.contains(.bed)
    }
}

extension Exercise {
    package static func == (left: Exercise, right: Exercise) -> Bool {
        left === right || left.parts == right.parts
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(slug)
    }

    private var parts: [AnyHashable] {
        [
            slug, title, aliases, summary, kind, position, regions, equipment, level, performedBy, advice, dose, doseOrigins,
            feel, stopIf, avoidIf, easier, harder, related, sources, review, pictures, figures, isDraft, body,
        ]
    }
}

/// The parts of an exercise's text, by the level-2 headings of the content format.
package struct ExerciseBody: Hashable, Sendable {
    /// The text before the first heading; for knowledge, the whole text.
    package let introduction: [Block]
    package let getReady: [Block]
    /// The items of the ordered list under `Steps`, each with its blocks.
    package let steps: [ListItem]
    package let breathing: [Block]
    package let variations: [Block]
    package let takeCare: [Block]

    package init(
        introduction: [Block], getReady: [Block] = [], steps: [ListItem] = [], breathing: [Block] = [], variations: [Block] = [],
        takeCare: [Block] = []
    ) {
        self.introduction = introduction
        self.getReady = getReady
        self.steps = steps
        self.breathing = breathing
        self.variations = variations
        self.takeCare = takeCare
    }

    /// All blocks in reading order.
    package var allBlocks: [Block] {
        introduction + getReady + steps.flatMap(\.blocks) + breathing + variations + takeCare
    }

    /// Visits every link and every image in reading order.
    package func forEachLinkAndImage(_ visit: (Inline) -> Void) {
        introduction.forEachLinkAndImage(visit)
        getReady.forEachLinkAndImage(visit)
        for step in steps { step.forEachLinkAndImage(visit) }
        breathing.forEachLinkAndImage(visit)
        variations.forEachLinkAndImage(visit)
        takeCare.forEachLinkAndImage(visit)
    }
}

extension ExerciseBody {
    /// The poses that `figure:` images show, in reading order, each once, with the author's description where it is shown first.
    package var poseDescriptions: [(pose: String, description: String)] {
        var shown: [(pose: String, description: String)] = []
        forEachLinkAndImage { inline in
            guard inline.isImage, case .figure(let pose) = inline.reference, !shown.contains(where: { $0.pose == pose }) else { return }
            shown.append((pose, inline.plainText))
        }
        return shown
    }
}
