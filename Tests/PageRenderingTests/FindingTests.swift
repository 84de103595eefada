import ContentLoading
import Exercises
import Foundation
import Testing

@testable import PageRendering

struct FindingTests {
    private func renderer() throws -> PageRenderer { try PageFixture().renderer() }

    @Test func aCategorysPageCannotStandWhereAnExercisesDoes() throws {
        for category in Catalogue(try PageFixture().library()).categories {
            for part in SitePath.category(category).text.split(separator: "/").dropFirst() {
                // An exercise may be called like a facet or an answer.
                let slug = try #require(Slug(String(part)))
                #expect(SitePath.exercise(slug).outputFile != SitePath.category(category).outputFile)
            }
            #expect(SitePath.category(category).text.split(separator: "/").count == 3)
        }
    }

    @Test func onlyWhatReadersCanDoIsInACategory() throws {
        let catalogue = Catalogue(try PageFixture().library())
        #expect(!catalogue.categories.isEmpty)
        for category in catalogue.categories {
            let others = catalogue.exercises(in: category).filter { !$0.mayBeHandedOut }
            #expect(others.isEmpty)
            #expect(!catalogue.exercises(in: category).isEmpty || !catalogue.programmes(in: category).isEmpty)
        }
    }

    @Test(arguments: [([1, 1, 2, 4], [1, 2, 5]), ([7], [10]), ([], []), ([1, 31, 200], [1, 45])])
    func limitsOfMinutesEachLetInSomethingNew(lengths: [Int], limits: [Int]) {
        #expect(Catalogue.limits(lengths) == limits)
    }

    @Test func everyCategoryHasATitleOfItsOwn() throws {
        let phrases = SitePhrasing(try PageFixture.phrasebook())
        let categories = Facet.allCases.flatMap { facet in facet.values.map { Category(facet: facet, value: $0) } }
        let titles = categories.map(phrases.title)
        #expect(Set(titles).count == titles.count)
        let missing = titles.filter { $0.contains("[") }
        #expect(missing.isEmpty)
    }

    @Test func aCategorysPageHasItsTitleItsCardsAndTheWayToTheFilters() throws {
        let library = try PageFixture().library()
        let category = try #require(Catalogue(library).categories(.position).first)
        let page = try renderer().category(category).string
        #expect(page.contains("<h1>\(SitePhrasing(try PageFixture.phrasebook()).title(category))</h1>"))
        #expect(page.contains("href=\"/exercises/?position=\(category.value)\""))
        for exercise in Catalogue(library).exercises(in: category) { #expect(page.contains("/exercises/\(exercise.slug)/")) }
    }

    @Test func namesAreSortedWithoutCaseAndAccentsUnderTheirFirstLetter() throws {
        let exercise = try #require(try PageFixture().library().exercises.first)
        let aliases = ["éclair stretch", "Eagle", "apple", "Zebra", "90-90 stretch", "\"Quoted\""]
        let index = NameIndex([exercise.renamed(title: "cat-camel", aliases: aliases)])
        let letters = index.letters.map(\.title)
        #expect(letters == ["0–9", "A", "C", "E", "Q", "Z"])
        let names = index.letters[3].entries.map(\.name)
        #expect(names == ["Eagle", "éclair stretch"])
        let areAliases = index.letters[2].entries.map(\.isAlias)
        #expect(areAliases == [false])
    }

    @Test func webAssemblyMayRunOnlyOnTheSearchPageOfASiteWithAnIndex() throws {
        let renderer = try renderer()
        #expect(renderer.withSearchIndex().search().string.contains("wasm-unsafe-eval"))
        #expect(!renderer.search().string.contains("wasm-unsafe-eval"))
        #expect(!renderer.withSearchIndex().names().string.contains("wasm-unsafe-eval"))
    }

    @Test func theFullTextOfPagesThatOnlyLeadElsewhereIsNotSearched() throws {
        let renderer = try renderer()
        let exercise = try #require(renderer.library.exercises.first)
        #expect(renderer.exercise(exercise).string.contains("data-pagefind-body"))
        #expect(!renderer.exerciseIndex().string.contains("data-pagefind-body"))
        #expect(!renderer.names().string.contains("data-pagefind-body"))
    }
}

extension Exercise {
    fileprivate func renamed(title: String, aliases: [String]) -> Exercise {
        Exercise(
            slug: slug, title: title, aliases: aliases, summary: summary, kind: kind, position: position, regions: regions,
            equipment: equipment, level: level, performedBy: performedBy, advice: advice, dose: dose, doseOrigins: doseOrigins, feel: feel,
            stopIf: stopIf, avoidIf: avoidIf, easier: easier, harder: harder, related: related, sources: sources, review: review,
            pictures: pictures, figures: figures, isDraft: isDraft, body: body)
    }
}
