import Foundation
import Testing

@testable import ContentHashing

struct ContentHashTests {
    /// What `xxh128sum` of xxHash prints.
    @Test(arguments: [
        ("", "99aa06d3014798d86001c324468d497f"), ("a", "a96faf705af16834e6c632b61e964e1f"),
        ("exercise", "9d03947b3867779a121a3e9fd5c61a50"),
    ])
    func theHashIsTheOneOfTheLibrary(text: String, digits: String) {
        #expect(ContentHash(text.utf8).description == digits)
    }

    @Test func everyKindOfSequenceHasTheHashOfItsBytes() {
        let bytes = (0..<1000).map { UInt8($0 % 251) }
        let hash = ContentHash(bytes)
        #expect(ContentHash(Data(bytes)) == hash)
        #expect(ContentHash(bytes.lazy.map { $0 }) == hash)
        #expect(bytes.withUnsafeBytes { ContentHash($0) } == hash)
        #expect(ContentHash(bytes.dropLast()) != hash)
    }
}
