import ContentLoading
import Exercises
import Foundation
import Testing

@testable import PageRendering

struct MachineReadableAPITests {
    @Test(arguments: [
        (
            TimeQuantity(.exactly, 10...10, .second)!,
            #"{"text":"10 seconds","hedge":"exactly","min":10,"max":10,"unit":"second","seconds":10}"#
        ),
        (TimeQuantity(.about, 1...1, .minute)!, #"{"text":"about 1 minute","hedge":"about","min":1,"max":1,"unit":"minute","seconds":60}"#),
        (
            TimeQuantity(.upTo, 30...60, .second)!,
            #"{"text":"up to 30 to 60 seconds","hedge":"upTo","min":30,"max":60,"unit":"second","seconds":30}"#
        ),
        (TimeQuantity(.several, .second)!, #"{"text":"several seconds","vague":"several","unit":"second","seconds":7}"#),
    ])
    func saysATimeWithItsHedge(time: TimeQuantity, expected: String) throws {
        let machine = try MachineReadableSample().machineReadable()
        let json = JSONWriter.script { machine.write(Dose(hold: Hold(time)), to: &$0) }.markup
        #expect(json == #"{"text":"Hold for \#(machine.doses.phrase(time)).","hold":[{"time":\#(expected)}],"sides":"none"}"#)
    }

    @Test(arguments: [
        (CountQuantity(.atLeast, 3...3, .times)!, #"{"text":"at least 3","hedge":"atLeast","min":3,"max":3,"count":3}"#),
        (CountQuantity(.asNeeded, .times)!, #"{"text":"as needed","vague":"asNeeded","count":1}"#),
    ])
    func saysACountWithItsHedge(count: CountQuantity, expected: String) throws {
        let machine = try MachineReadableSample().machineReadable()
        let json = JSONWriter.script { machine.write(Dose(repetitions: count), to: &$0) }.markup
        #expect(json.contains(#""repetitions":\#(expected)"#))
    }

    @Test func namesThePhasesOfAHold() throws {
        let few = TimeQuantity(.aFew, .second)!
        let dose = Dose(hold: Hold(phases: [(name: "rounded", time: few), (name: "sagged", time: few)]))
        let machine = try MachineReadableSample().machineReadable()
        let json = try JSONText.object(JSONWriter.script { machine.write(dose, to: &$0) }.markup)
        #expect((json["hold"] as? [[String: Any]])?.map { $0["phase"] as? String } == ["rounded", "sagged"])
    }

    @Test func ordersTheOriginsAsADoseIsSaid() throws {
        let source = MachineReadableSample.source
        let machine = try MachineReadableSample().machineReadable()
        let origins: [DoseField: SourceID] = [
            .sets: source, .hold(phase: "sagged"): source, .repetitions: source, .hold(phase: nil): source, .hold(phase: "rounded"): source,
        ]
        let json = JSONWriter.script { machine.write(origins: origins, to: &$0) }.markup
        let names = json.matches(of: /"([A-Za-z.]+)":"/).map { String($0.output.1) }
        #expect(names == ["hold", "hold.rounded", "hold.sagged", "repetitions", "sets"])
    }

    @Test func stepsSayTheDoseInForce() throws {
        let exercise = try MachineReadableSample().machineReadable().object("api/v1/exercises/twist.json")
        #expect((exercise["steps"] as? [String])?.first == "Hold for about 30 seconds.")
    }

    @Test func programmesSayTheirOwnDose() throws {
        let sample = MachineReadableSample()
        let library = try sample.library()
        var change = DoseChange()
        let isSet = change.set(.repetitions, to: .count(CountQuantity(.exactly, 7...7, .times)!))
        #expect(isSet)
        let entry = Programme.Entry(exercise: Slug("twist")!, doseChange: change, note: nil)
        let programme = Programme(
            slug: Slug("break")!, title: "Break", summary: "S", audience: "A", readySeconds: 5, transitionSeconds: 10, entries: [entry],
            review: sample.review, isDraft: false, body: [])
        let machine = MachineReadable(
            library: Library(
                site: library.site, safety: library.safety, exercises: library.exercises, programmes: [programme], guidance: [],
                sources: library.sources), phrasebook: MachineReadableSample.phrasebook, address: SiteAddress(baseURL: nil))
        #expect(try machine.text("api/v1/programmes.json").contains("Repeat 7 times on each side."))
    }

    @Test func namesAReviewerOnlyWithTheDay() throws {
        let day = CalendarDate("2026-11-21")
        for (reviewer, date, isNamed) in [("A reviewer", day, true), ("A reviewer", nil, false), (nil, day, false)]
            as [(String?, CalendarDate?, Bool)]
        {
            let review = Review(author: nil, reviewedBy: reviewer, reviewed: date, next: nil)
            let machine = try MachineReadableSample(review: review).machineReadable()
            let json = try #require(try machine.object("api/v1/exercises/twist.json")["review"] as? [String: String])
            #expect(json == (isNamed ? ["reviewedBy": "A reviewer", "reviewed": "2026-11-21"] : ["notice": "Plain"]))
        }
    }

    @Test func givesThePlaceOfAPictureThereIs() throws {
        let sample = MachineReadableSample(text: "turned", steps: ["Turn.\n\n![Turned to the left](figure:turned)", "![No](figure:other)"])
        let exercise = try sample.machineReadable().object("api/v1/exercises/twist.json")
        let figures = try #require(exercise["figures"] as? [[String: String]])
        #expect(figures.map { $0["description"] } == ["Turned to the left", "No"])
        #expect(figures.map { $0["url"] } == ["/media/a%20picture.svg", nil])
    }

    @Test func addressesAreAbsoluteOnlyWhereTheBaseURLIsKnown() throws {
        let local = try MachineReadableSample().machineReadable().object("api/v1/exercises/twist.json")
        #expect(local["url"] as? String == "/exercises/twist/")
        let known = try MachineReadableSample(baseURL: MachineReadableSample.knownAddress).machineReadable()
        #expect(try known.object("api/v1/exercises/twist.json")["url"] as? String == "https://example.org/back/exercises/twist/")
        #expect(try known.object("api/v1/schema.json")["$id"] as? String == "https://example.org/back/api/v1/schema.json")
    }

    @Test func saysTheSameTwice() throws {
        let machine = try Self.example()
        let library = machine.library
        let shuffled = Library(
            site: library.site, safety: library.safety, exercises: library.exercises.reversed(), programmes: library.programmes.reversed(),
            guidance: library.guidance.reversed(), sources: library.sources)
        let again = MachineReadable(library: shuffled, phrasebook: MachineReadableSample.phrasebook, address: machine.address)
        #expect(machine.outputs() == again.outputs())
    }

    @Test func theExampleLibraryHasNoUnsaidWordAndNoMarkup() throws {
        let machine = try Self.example()
        for output in machine.outputs() where output.path != "api/v1/schema.json" {
            for key in ["[dose.", "[site.", "[vocabulary.", "](", "dose:hold", "figure:"] {
                #expect(!output.text.string.contains(key), "\(output.path) says \(key)")
            }
        }
        #expect(Set(machine.outputs().map(\.path)).count == machine.outputs().count)
    }

    private static func example() throws -> MachineReadable {
        let loaded = ContentLoader(root: MachineReadableSample.root, headings: MachineReadableSample.phrasebook).load()
        return MachineReadable(
            library: try #require(loaded.library), phrasebook: MachineReadableSample.phrasebook,
            address: SiteAddress(baseURL: MachineReadableSample.knownAddress))
    }
}
