import CommonMark
import Exercises

/// What several parts of an exercise's file say, made once for all of them.
struct ExerciseTexts {
    let exercise: Exercise
    let prose: PlainProse
    let getReady: String
    /// The steps with the dose of the exercise.
    let steps: [String]
    /// What each step shows and which figures it says.
    let stepContents: [StepContent]
    /// The poses that the text shows, each with the author's description.
    let shownPoses: [(pose: String, description: String)]

    init(_ exercise: Exercise, doses: DosePhrasing) {
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        let body = exercise.body
        self.exercise = exercise
        self.prose = prose
        getReady = prose.text(body.getReady)
        steps = body.steps.map { prose.text($0.blocks) }
        stepContents = body.stepContents
        shownPoses = body.poseDescriptions
    }

    /// The steps for a changed dose; none where no step says a figure.
    var stepPatterns: [String]? {
        guard stepContents.contains(where: \.saysAFigure) else { return nil }
        var naming = prose
        naming.namesFigures = true
        let patterns = exercise.body.steps.indices.map { place in
            stepContents[place].saysAFigure ? naming.text(exercise.body.steps[place].blocks) : steps[place]
        }
        return patterns == steps ? nil : patterns
    }

    /// The steps that say no figure of the dose, which a session may have changed.
    var stepsWithoutFigures: [String] {
        steps.indices.filter { !stepContents[$0].saysAFigure }.map { steps[$0] }
    }

    /// The paragraphs of the preparation without those that only lead to another page, which a session cannot follow.
    var getReadyForSession: String {
        let own = exercise.body.getReady.filter { !$0.leadsElsewhere }
        return own.count == exercise.body.getReady.count ? getReady : prose.text(own)
    }

    /// The picture of the preparation, else the pose that is drawn first.
    var startPose: String? {
        StepContent(exercise.body.getReady).poses.first ?? exercise.figures?.poses.first?.name
    }

    /// The poses that pictures show: first those of the text, in its order, then those that only lists show.
    var poses: [String] {
        let shown = shownPoses.map(\.pose)
        return shown + (exercise.figures?.poses.map(\.name).filter { !shown.contains($0) } ?? [])
    }
}

extension Block {
    /// Whether the block has a link to another page of the library.
    fileprivate var leadsElsewhere: Bool {
        var leads = false
        CollectionOfOne(self).forEachLinkAndImage { inline in
            guard !inline.isImage else { return }
            switch inline.reference {
            case .exercise, .programme, .guidance: leads = true
            default: break
            }
        }
        return leads
    }
}
