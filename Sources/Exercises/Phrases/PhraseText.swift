import CommonMark

/// What a phrase says, under construction: as bytes, since a string is looked through each time that something is put behind it.
struct PhraseText {
    private var bytes: [UInt8] = []

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Room for most sentences, so that they need not be moved while they grow.
    init() {
        bytes.reserveCapacity(128)
    }

    static func += (text: inout PhraseText, more: String) {
        more.withBytes { text.bytes.append(contentsOf: $0) }
    }

    static func += (text: inout PhraseText, more: [UInt8]) {
        text.bytes += more
    }
}
