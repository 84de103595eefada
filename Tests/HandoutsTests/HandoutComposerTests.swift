import CommonMark
import Diagnostics
import Exercises
import Testing

@testable import Handouts

@Suite struct HandoutComposerTests {
    func change(_ field: DoseField, _ notation: String) throws -> DoseChange {
        var change = DoseChange()
        let figure: DoseFigure =
            field.isTime ? .time(try QuantityNotation.time(notation)) : .count(try QuantityNotation.count(notation))
        let fits = change.set(field, to: figure)
        try #require(fits)
        return change
    }

    func plainText(_ blocks: [HandoutBlock]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let content), .heading(let content): plainText(content)
            case .list(_, let items): items.map(plainText).joined(separator: " ")
            case .quotation(let blocks): plainText(blocks)
            case .picture(let picture): "[\(picture.description)]"
            }
        }.joined(separator: " ")
    }

    func plainText(_ content: [HandoutInline]) -> String {
        content.map { inline in
            switch inline {
            case .text(let text): text
            case .lineBreak: "\n"
            case .strong(let content), .link(_, let content): plainText(content)
            }
        }.joined()
    }

    @Test func aChangedDoseRunsThroughTextTableAndGrid() throws {
        var request = HandoutRequest(slugs: ["chair-twist"])
        var changed = try change(.hold(phase: nil), "about 20 s")
        _ = changed.set(.sessionsPerDay, to: .count(try QuantityNotation.count("4")))
        request.doseChanges = ["chair-twist": changed]
        let document = try SmallLibrary.composer().document(request)
        let exercise = try #require(document.exercises.first)
        #expect(plainText(exercise.steps.items[0].blocks) == "Hold for about 20 seconds.")
        #expect(exercise.dose.sentence.hasPrefix("Hold for about 20 seconds. Repeat 3 times on each side."))
        #expect(exercise.dose.rows.first?.value == "about 20 seconds")
        #expect(document.record.rows.map(\.boxes) == [4])
        #expect(document.sources.lines.contains { $0.contains("Book (2010)") && $0.contains("changed for this handout") })
        #expect(!document.sources.lines.joined().contains("Hold: Journal"))
    }

    @Test func aProgrammeHasItsOwnDosesNotesAndTime() throws {
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["desk-break"]))
        #expect(document.title == "Desk break")
        #expect(document.exercises.map(\.title) == ["Chair-Twist", "Side-Bend"])
        #expect(document.exercises[0].note == "Slowly.")
        #expect(document.overview?.rows.first?.dose.contains("Repeat 5 times on each side") == true)
        #expect(document.overview?.total.value == "about 4 minutes")
        #expect(document.record.rows.map(\.label) == ["Chair-Twist", "Side-Bend"])
        #expect(document.sources.lines.first?.contains("set for this programme") == true)
    }

    @Test func everyHandoutHasStopRulesAnEmergencyCardAndTheNotice() throws {
        for slugs in [["chair-twist"], ["chair-twist", "side-bend"], ["desk-break"]] {
            let document = try SmallLibrary.composer().document(HandoutRequest(slugs: slugs))
            #expect(document.safety.stop.lines == ["Stop at once if you feel any pain."])
            #expect(document.safety.levels.first?.urgency == "emergency")
            #expect(document.safety.levels.first?.contacts == ["Call for help. Number: 112"])
            #expect(document.about.lines.contains("Nobody has reviewed this."))
        }
    }

    @Test func saysOnceWhatSpeaksAgainstAllExercises() throws {
        let composer = try SmallLibrary.composer([
            SmallLibrary.exercise("knee-roll", dose: Dose(), avoidIf: ["you have hurt your back recently", "your knees hurt"])
        ])
        let document = try composer.document(HandoutRequest(slugs: ["chair-twist", "knee-roll"]))
        #expect(document.avoid?.lines == ["you have hurt your back recently"])
        #expect(document.exercises[0].caution == nil)
        #expect(document.exercises[1].caution?.avoid?.lines == ["your knees hurt"])
        let single = try composer.document(HandoutRequest(slugs: ["knee-roll"]))
        #expect(single.avoid == nil)
        #expect(single.exercises[0].caution?.avoid?.lines.count == 2)
    }

    @Test func saysOnceWhatAllExercisesAskToTakeCareOf() throws {
        let composer = try SmallLibrary.composer([
            SmallLibrary.exercise("one", dose: Dose(), avoidIf: [], takeCare: "- Stop at any pain.\n- Turn slowly.\n"),
            SmallLibrary.exercise("two", dose: Dose(), avoidIf: [], takeCare: "- Rest.\n- Stop at any pain.\n"),
        ])
        let several = try composer.document(HandoutRequest(slugs: ["one", "two"]))
        #expect(several.care.map { plainText($0.blocks) } == "Stop at any pain.")
        #expect(several.exercises.compactMap(\.caution).map { plainText($0.blocks) } == ["Turn slowly.", "Rest."])
        let single = try composer.document(HandoutRequest(slugs: ["one"]))
        #expect(single.care == nil)
        #expect(single.exercises[0].caution.map { plainText($0.blocks) } == "Stop at any pain. Turn slowly.")
    }

    @Test(arguments: [([], ["a", "c", "d"]), (["b", "a", "b"], ["a", "b"]), (["d"], ["d"])])
    func aReminderHasAtMostThreePicturesOfTheMovement(motion: [String], shown: [String]) throws {
        let poses = ["a", "b", "c", "d"]
        let exercise = SmallLibrary.exercise(
            "moving", dose: Dose(), steps: poses.map { "1. Do \($0). ![\($0)](figure:\($0))\n" }.joined(),
            figures: Figures(poses: poses.map { DrawnPose(name: $0, pose: PoseDescription()) }, cover: "a", motion: motion))
        let drawing = HandoutDrawing(svg: "<svg/>", width: 200, height: 300)
        let drawings = HandoutDrawings([exercise.slug: Dictionary(uniqueKeysWithValues: poses.map { (.pose($0), drawing) })])
        let document = try SmallLibrary.composer([exercise], drawings: drawings).document(HandoutRequest(slugs: ["moving"]))
        #expect(document.exercises[0].keyPictures.map(\.description) == shown)
    }

    @Test func everyExerciseOfAHandoutHasAnAddressOnceTheSiteHasOne() throws {
        let request = HandoutRequest(slugs: ["chair-twist", "side-bend"])
        #expect(try SmallLibrary.composer().document(request).exerciseAddresses.isEmpty)
        let known = try SmallLibrary.composer([], baseURL: "https://b.example/").document(request)
        #expect(
            known.exerciseAddresses.map(\.address) == [
                "https://b.example/exercises/chair-twist/", "https://b.example/exercises/side-bend/",
            ])
    }

    @Test(arguments: [
        ([], "a handout needs at least one exercise, or a programme"),
        (["chair-twits"], "there is no exercise and no programme `chair-twits`"),
        (["Not a slug!"], "there is no exercise and no programme `Not a slug!`"),
        (["crack"], "`crack` (Crack) cannot be in a handout: only a trained professional may do it"),
        (["chair-twist", "chair-twist"], "`chair-twist` is asked for twice"),
        (["who-may-treat-your-back"], "`who-may-treat-your-back` is a guidance page, and a handout is made of exercises or a programme"),
        (
            ["side-bend", "desk-break"],
            "`desk-break` is a programme, and a handout holds one programme or a list of exercises, not both"
        ),
    ])
    func refuses(slugs: [String], message: String) throws {
        let composer = try SmallLibrary.composer()
        let refusal = #expect(throws: HandoutRefusal.self) { try composer.document(HandoutRequest(slugs: slugs)) }
        #expect(refusal?.diagnostics.map(\.message) == [message])
    }

    @Test func suggestsAndExplains() throws {
        let composer = try SmallLibrary.composer()
        let refusal = #expect(throws: HandoutRefusal.self) { try composer.document(HandoutRequest(slugs: ["chair-twits", "crack"])) }
        let diagnostics = try #require(refusal?.diagnostics)
        #expect(diagnostics.map(\.id) == ["unknown-slug", "not-for-readers"])
        #expect(diagnostics[0].fix?.message == "did you mean `chair-twist`?")
        #expect(diagnostics[1].notes == ["the guidance page `who-may-treat-your-back` (Who may treat your back) says more"])
    }

    @Test(arguments: [
        (Performer.partner, Advice.suitable, ExerciseKind.stretch), (.professional, .suitable, .stretch),
        (.`self`, .notRecommended, .stretch),
        (.`self`, .suitable, .knowledge),
    ])
    func noRouteLeadsAForbiddenTechniqueIntoAHandout(performer: Performer, advice: Advice, kind: ExerciseKind) throws {
        let forbidden = SmallLibrary.exercise("forbidden", kind: kind, performedBy: performer, advice: advice, dose: Dose())
        var library = try SmallLibrary.library([forbidden])
        let review = Review(author: nil, reviewedBy: nil, reviewed: nil, next: nil)
        library = Library(
            site: library.site, safety: library.safety, exercises: library.exercises,
            programmes: [
                Programme(
                    slug: SmallLibrary.slug("sneaky"), title: "", summary: "", audience: "", readySeconds: 0, transitionSeconds: 0,
                    entries: [.init(exercise: SmallLibrary.slug("forbidden"), doseChange: DoseChange(), note: nil)], review: review,
                    isDraft: false, body: [])
            ], guidance: [], sources: [])
        let composer = HandoutComposer(library: library, phrasebook: try Repository.phrasebook(), baseURL: nil)
        for slugs in [["forbidden"], ["chair-twist", "forbidden"], ["sneaky"]] {
            let refusal = #expect(throws: HandoutRefusal.self) { try composer.document(HandoutRequest(slugs: slugs)) }
            #expect(refusal?.diagnostics.map(\.id) == ["not-for-readers"])
        }
    }

    @Test func refusesADoseThatWouldChangeNothing() throws {
        var request = HandoutRequest(slugs: ["chair-twist"])
        request.doseChanges = ["side-bend": try change(.repetitions, "3"), "chair-twist": try change(.hold(phase: "rounded"), "5 s")]
        let composer = try SmallLibrary.composer()
        let refusal = #expect(throws: HandoutRefusal.self) { try composer.document(request) }
        #expect(refusal?.diagnostics.map(\.id) == ["dose-of-absent-exercise", "unknown-phase"])
    }

    @Test func linksAreTextUntilTheAddressIsKnown() throws {
        let exercise = SmallLibrary.exercise(
            "linked", dose: Dose(),
            introduction: "See [the twist](exercise:chair-twist) of [a book](source:book) or [us](https://a.example).")
        let bare = try SmallLibrary.composer([exercise]).document(HandoutRequest(slugs: ["linked"]))
        #expect(bare.address == nil)
        #expect(
            bare.exercises[0].introduction == [
                .paragraph([
                    .text("See "), .text("the twist"), .text(" of "), .text("a book"), .text(" or "),
                    .link(address: "https://a.example", [.text("us")]), .text("."),
                ])
            ])
        let known = try SmallLibrary.composer([exercise], baseURL: "https://b.example/x").document(HandoutRequest(slugs: ["linked"]))
        #expect(known.address?.address == "https://b.example/x/exercises/linked/")
        guard case .paragraph(let content)? = known.exercises[0].introduction.first else { return }
        #expect(content.contains(.link(address: "https://b.example/x/exercises/chair-twist/", [.text("the twist")])))
    }

    @Test func picturesStandBesideTheirStep() throws {
        let exercise = SmallLibrary.exercise(
            "pictured", dose: Dose(), steps: "1. Sit tall.\n\n   ![Sitting tall](figure:tall)\n\n2. Turn.\n",
            pictures: [Picture(pose: "tall", image: "tall.svg", author: "", licence: "")])
        let document = try SmallLibrary.composer([exercise]).document(HandoutRequest(slugs: ["pictured"]))
        let steps = document.exercises[0].steps.items
        #expect(steps[0].pictures == [HandoutPicture(source: .file(path: "/Content/Media/tall.svg"), description: "Sitting tall")])
        #expect(plainText(steps[0].blocks) == "Sit tall.")
        #expect(steps[1].pictures.isEmpty)
    }

    @Test func drawnPicturesAreGivenOnceAndNamedWhereTheyAreShown() throws {
        let figures = Figures(
            poses: [DrawnPose(name: "tall", pose: PoseDescription(), letter: "A"), DrawnPose(name: "turned", pose: PoseDescription())],
            cover: "tall", motion: [])
        let exercise = SmallLibrary.exercise(
            "drawn", dose: Dose(),
            steps: "1. Sit tall. ![Sitting tall](figure:tall)\n2. Turn. ![Turned](figure:turned)\n3. ![Tall](figure:tall)\n",
            figures: figures)
        let drawing = HandoutDrawing(svg: "<svg/>", width: 200, height: 300)
        let drawings = HandoutDrawings([exercise.slug: [.pose("tall"): drawing, .card: drawing]])
        let composer = try SmallLibrary.composer([exercise], drawings: drawings)
        let single = try composer.document(HandoutRequest(slugs: ["drawn"]))
        #expect(
            single.exercises[0].steps.items.map(\.pictures) == [
                [
                    HandoutPicture(
                        source: .drawing(name: "drawn/tall", width: drawing.width, height: drawing.height), description: "Sitting tall",
                        letter: "A")
                ], [],
                [
                    HandoutPicture(
                        source: .drawing(name: "drawn/tall", width: drawing.width, height: drawing.height), description: "Tall", letter: "A"
                    )
                ],
            ])
        #expect(single.drawings == ["drawn/tall": drawing])
        // Typst remembers more when what differs from handout to handout stays in files of its own.
        let files = try HandoutInput(single, format: HandoutFormat()).files
        #expect(files.keys.sorted() == ["document.json", "drawings/drawn/tall.svg", "format.json"])
        #expect(files["drawings/drawn/tall.svg"] == drawing.svg)
        #expect(files["document.json"]?.contains("<svg") == false)
        #expect(files["format.json"]?.contains(try #require(single.accent)) == true)
        let several = try composer.document(HandoutRequest(slugs: ["drawn", "side-bend"]))
        #expect(several.drawings.keys.sorted() == ["drawn card", "drawn/tall"])
        #expect(
            several.overview?.rows.map(\.picture?.source) == [
                .drawing(name: "drawn card", width: drawing.width, height: drawing.height), nil,
            ])
        #expect(several.overview?.rows[0].picture?.description == "")
    }

    @Test(arguments: [("2", 2, 0), ("2–3", 2, 1), ("at least 2", 2, 1), ("up to 3", 1, 2), ("a few", 3, 0), ("20", 6, 0), ("3–9", 3, 3)])
    func theGridHasABoxForEachSession(sessions: String, certain: Int, optional: Int) throws {
        let boxes = HandoutComposer.boxes(for: Dose(sessionsPerDay: try QuantityNotation.count(sessions)))
        #expect(boxes == (certain, optional))
    }

    @Test func theEditionFollowsWhatIsSaidAndNotWhomItIsFor() throws {
        let composer = try SmallLibrary.composer()
        func edition(_ request: HandoutRequest) throws -> String? { try composer.document(request).about.lines.last }
        let plain = try edition(HandoutRequest(slugs: ["chair-twist"]))
        #expect(plain == (try edition(HandoutRequest(slugs: ["chair-twist"], preparedFor: "Ana"))))
        var changed = HandoutRequest(slugs: ["chair-twist"])
        changed.doseChanges = ["chair-twist": try change(.hold(phase: nil), "11 s")]
        #expect(plain != (try edition(changed)))
    }

    @Test func anAccentThatWhiteTextCannotStandOnIsLeftOut() {
        func onPaper(_ colour: String) -> String? {
            Theme(accent: Theme.Colour(colour).map { Theme.Tone(onLight: $0) }).accentOnPaper
        }
        #expect(onPaper("#0b6e6e") == "#0b6e6e")
        #expect(onPaper("#ffcc00") == nil)
        #expect(Theme().accentOnPaper == nil)
    }

    @Test func thePhrasebookHasEveryWord() throws {
        #expect(try Repository.phrasebook().problems(with: HandoutPhrase.self) == [])
    }
}
