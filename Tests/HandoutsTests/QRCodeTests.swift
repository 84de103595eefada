import Testing

@testable import Handouts

@Suite struct QRCodeTests {
    @Test func hasTheThreeFinderPatternsAndTheTimingPattern() throws {
        let modules = QRCode("https://example.org/exercises/cat-camel/")?.modules ?? []
        try #require(!modules.isEmpty)
        let size = modules.count
        #expect((size - 17) % 4 == 0 && modules.allSatisfy { $0.count == size })
        let finder = [
            "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
        ]
        func corner(_ top: Int, _ left: Int) -> [String] {
            (0..<7).map { row in (0..<7).map { modules[top + row][left + $0] ? "#" : "." }.joined() }
        }
        #expect(corner(0, 0) == finder)
        #expect(corner(0, size - 7) == finder)
        #expect(corner(size - 7, 0) == finder)
        #expect((8..<(size - 8)).allSatisfy { modules[6][$0] == $0.isMultiple(of: 2) })
    }

    @Test(arguments: ["", "a\0b", String(repeating: "x", count: 5000)])
    func noCodeOfATextThatDoesNotFit(text: String) {
        let code = QRCode(text)
        let isNone = code == nil
        #expect(isNone)
    }
}
