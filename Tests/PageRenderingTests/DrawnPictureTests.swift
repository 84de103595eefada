import Exercises
import Foundation
import Testing

@testable import PageRendering

/// Drawn pictures on pages and in data.
struct DrawnPictureTests {
    private func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }

    private func pictures() throws -> DrawnPictures {
        let size = DrawnPictures.Size(width: 400, height: 200)
        return DrawnPictures(sizes: [try slug("bridge"): [.pose("start"): size, .pose("down"): size, .card: size, .motion: size]])
    }

    private func renderer(baseURL: String? = nil) throws -> PageRenderer {
        try PageFixture(baseURL: baseURL, hasFigures: true).renderer().showing(try pictures())
    }

    private func bridge(_ renderer: PageRenderer) throws -> String {
        let slug = try slug("bridge")
        return renderer.exercise(try #require(renderer.library.exercise(slug))).string
    }

    @Test func aDrawnPictureStandsBesideItsStepWithTheAuthorsWordsAndItsSize() throws {
        let page = try bridge(try renderer())
        let image = #"<img src="/figures/bridge/down.svg" alt="Not drawn" width="248" height="124" loading="lazy" decoding="async">"#
        let step = try #require(page.firstMatch(of: /<div class="step-text">\s*<p>Lower\. ?<\/p>\s*<\/div>\s*<div class="step-pictures">/))
        #expect(page[step.range.upperBound...].drop { $0.isWhitespace }.hasPrefix("<figure class=\"picture drawn\">\(image)"))
        #expect(page.matches(of: /class="has-picture"/).count == 2)
    }

    @Test func theCoverStandsAtAGlanceWithoutTheLetterOfItsStep() throws {
        let page = try bridge(try renderer())
        #expect(page.contains(#"<img src="/figures/bridge/card.svg" alt="Not drawn" width="248" height="124" decoding="async">"#))
    }

    @Test func aMovingPictureCanBeClosedAndStandsStillForThoseWhoAskForIt() throws {
        let page = try bridge(try renderer())
        #expect(page.contains("<details class=\"motion\" open>"))
        #expect(
            page.contains(
                #"<img class="motion-still" src="/figures/bridge/card.svg" alt="The movement of this exercise. Bridge: Lift." width="248""#)
        )
        #expect(
            page.contains(
                "<img class=\"motion-moving\" src=\"/figures/bridge/motion.svg\" alt=\"The movement of this exercise. Bridge: Lift.\""))
    }

    @Test func listsShowTheCardAsDecoration() throws {
        let renderer = try renderer(baseURL: "https://example.org/sub/")
        let image = #"<img src="/sub/figures/bridge/card.svg" alt="" width="184" height="92" loading="lazy" decoding="async">"#
        #expect(renderer.exerciseIndex().string.contains(image))
        let programme = try #require(renderer.library.programme(try slug("evening")))
        #expect(renderer.programme(programme).string.contains(image))
    }

    @Test func whatIsNotDrawnLeavesNoTrace() throws {
        let page = try bridge(try PageFixture(hasFigures: true).renderer())
        for absent in ["/figures/", "card-picture", "class=\"motion\"", "cover", "Not drawn"] {
            #expect(!page.contains(absent), "\(absent)")
        }
    }

    @Test func dataNamesThePicturesWithTheirSizesAndDescriptions() throws {
        let fixture = PageFixture(baseURL: "https://example.org/", hasFigures: true)
        let data = MachineReadable(
            library: try fixture.library(), phrasebook: try PageFixture.phrasebook(),
            address: SiteAddress(baseURL: BaseURL("https://example.org/"))
        ).showing(try pictures())
        let exercise = try #require(data.library.exercise(try slug("bridge")))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(data.output(for: exercise).text.bytes)) as? [String: Any])
        let figures = try #require(object["figures"] as? [[String: Any]])
        #expect(figures.map { $0["pose"] as? String } == ["up", "down", "start"])
        #expect(figures.map { $0["url"] as? String }.last == "https://example.org/figures/bridge/start.svg")
        #expect(figures.map { $0["width"] as? Int } == [nil, 400, 400])
        #expect(figures.map { $0["description"] as? String } == ["Hips up", "Not drawn", "Bridge: Lift."])
        #expect(data.jsonLD(for: .exercise(exercise.slug)).markup.contains(#""image":"https://example.org/figures/bridge/card.svg""#))
    }

    @Test(arguments: [
        (FigurePicture.pose("rounded"), "rounded"), (.pose("Left-1_b"), "Left-1_b"), (.pose("../x"), "~2e~2e~2fx"), (.pose("é"), "~c3~a9"),
        (.pose("motion"), "motion~"), (.pose("card"), "card~"), (.pose(""), "~"), (.motion, "motion"), (.card, "card"),
    ])
    func aPictureHasAFileOfItsOwnInItsExercisesFolder(picture: FigurePicture, file: String) throws {
        #expect(SitePath.figure(try slug("bridge"), picture).outputFile == "figures/bridge/\(file).svg")
    }
}
