import Exercises
import Testing

@testable import PageRendering

struct MachineReadableJSONLDTests {
    private let twist = MachineReadableSample.twist

    private func plan(_ dose: Dose) throws -> [String: Any] {
        try #require(try MachineReadableSample(dose: dose).machineReadable().things("ExercisePlan", on: twist).first)
    }

    @Test func aFigureIsANumberOnlyWhereTheNumberIsTrue() throws {
        func numbers(_ count: CountQuantity?) throws -> [String: Int]? {
            (try plan(Dose(repetitions: count))["repetitions"] as? [String: Any])?.compactMapValues { $0 as? Int }
        }
        #expect(try numbers(CountQuantity(.exactly, 5...5, .times)) == ["value": 5])
        #expect(try numbers(CountQuantity(.exactly, 2...3, .times)) == ["minValue": 2, "maxValue": 3])
        #expect(try numbers(CountQuantity(.atLeast, 3...3, .times)) == ["minValue": 3])
        #expect(try numbers(CountQuantity(.upTo, 30...30, .times)) == ["maxValue": 30])
        #expect(try plan(Dose(repetitions: CountQuantity(.aFew, .times)))["repetitions"] as? String == "a few")
        #expect(try plan(Dose(repetitions: CountQuantity(.about, 5...5, .times)))["repetitions"] as? String == "about 5")
    }

    @Test func saysTheRestOfTheDoseAsThePagesTableDoes() throws {
        let plan = try plan(MachineReadableSample().dose)
        #expect(
            plan["additionalVariable"] as? [String] == [
                "Hold: about 30 seconds", "Sides: Left side first, then the right", "Doing more: Plain",
            ])
        #expect(plan["activityFrequency"] as? String == "Sessions a day: at least 2")
        #expect(plan["exerciseType"] as? String == "Stretch")
    }

    @Test func givesStepsInOrderWithTheDoseInForce() throws {
        let howTo = try #require(try MachineReadableSample().machineReadable().things("HowTo", on: twist).first)
        let steps = try #require(howTo["step"] as? [[String: Any]])
        #expect(steps.map { $0["text"] as? String } == ["Hold for about 30 seconds.", "Plain"])
        #expect(steps.map { $0["position"] as? Int } == [1, 2])
        #expect(howTo["text"] as? String == "Plain\n\nPlain\n\nPlain", "how to get ready, what to take care of, the stop rules")
    }

    @Test func prescribesNothingThatIsAdvisedAgainst() throws {
        let machine = try MachineReadableSample(advice: .notRecommended).machineReadable()
        #expect(try machine.things("ExercisePlan", on: twist).isEmpty)
        #expect(try machine.things("HowTo", on: twist).isEmpty)
        #expect(try machine.things("MedicalWebPage", on: twist).count == 1)
        #expect(try machine.object("api/v1/exercises/twist.json")["minutes"] == nil)
    }

    @Test func claimsAReviewOnlyByANamedPersonOnADay() throws {
        let day = CalendarDate("2026-11-21")
        for page in MachineReadableSample.pages {
            for review in [
                Review(author: "A", reviewedBy: nil, reviewed: day, next: day),
                Review(author: "A", reviewedBy: "B", reviewed: nil, next: nil),
            ] {
                let text = try MachineReadableSample(review: review).machineReadable().jsonLD(for: page).markup
                #expect(!text.contains("eviewed"))
            }
        }
        let review = Review(author: nil, reviewedBy: "A reviewer", reviewed: day, next: nil)
        let page = try #require(try MachineReadableSample(review: review).machineReadable().things("MedicalWebPage", on: twist).first)
        #expect(page["lastReviewed"] as? String == "2026-11-21")
        #expect((page["reviewedBy"] as? [String: String])?["name"] == "A reviewer")
    }

    @Test func namesAnOrganizationOnlyWhereThereIsAClinic() throws {
        #expect(try MachineReadableSample().machineReadable().things("Organization", on: .home).isEmpty)
        let clinic = Site.Clinic(name: "Clinic", phone: nil, email: nil, address: nil)
        let machine = try MachineReadableSample(clinic: clinic).machineReadable()
        #expect(try machine.things("Organization", on: .home).first?["name"] as? String == "Clinic")
        #expect(try machine.things("WebSite", on: .home).count == 1)
    }

    @Test func inventsNoHost() throws {
        let machine = try MachineReadableSample().machineReadable()
        for page in MachineReadableSample.pages {
            let addresses = machine.jsonLD(for: page).markup.split(separator: "https://").dropFirst()
            let hosts = addresses.map { $0.prefix { $0 != "/" && $0 != "\"" } }
            #expect(Set(hosts).isSubset(of: ["schema.org", "example.org"]), "only the source's own address")
        }
        let crumbs = try #require(try machine.things("BreadcrumbList", on: twist).first?["itemListElement"] as? [[String: Any]])
        #expect(crumbs.map { $0["item"] as? String } == ["/", "/exercises/", "/exercises/twist/"])
    }

    @Test func listsTheExercisesOfAProgramme() throws {
        let machine = try MachineReadableSample().machineReadable()
        let list = try #require(try machine.things("ItemList", on: .programme(Slug("break")!)).first)
        #expect(list["numberOfItems"] as? Int == 2)
    }

    @Test func isEmptyForWhatIsNoPage() throws {
        let machine = try MachineReadableSample().machineReadable()
        #expect(machine.jsonLD(for: .notFound) == .empty)
        #expect(machine.jsonLD(for: .exercise(Slug("unknown")!)) == .empty)
    }
}
