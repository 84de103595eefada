import Exercises
import Testing

struct LibraryReadsTests {
    @Test func whatIsAskedForIsNotedWhileSomethingIsMade() async throws {
        let library = try ExampleLibrary.library()
        let slug = try #require(Slug("cat-camel"))
        let (_, parts) = await LibraryReads.noting {
            _ = library.exercise(slug)
            await withTaskGroup(of: Void.self) { group in group.addTask { _ = library.guidance } }
            _ = library.site
        }
        #expect(parts == [.exercise(slug), .guidancePages])
        let (_, none) = await LibraryReads.noting {}
        #expect(none.isEmpty)
    }

    @Test func whatWasMadeEarlierIsNotedWhenItIsUsedAgain() async {
        let (_, parts) = await LibraryReads.noting { LibraryReads.note([.programmes]) }
        #expect(parts == [.programmes])
    }
}
