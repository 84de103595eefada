import Testing

@testable import SiteBuilding

struct StableHashTests {
    /// Test vectors of the FNV specification (draft-eastlake-fnv), 128-bit FNV-1a.
    @Test(arguments: [
        ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"), ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
    ])
    func theHashIsTheSpecified(text: String, digits: String) {
        #expect(StableHash(text.utf8).description == digits)
    }
}
