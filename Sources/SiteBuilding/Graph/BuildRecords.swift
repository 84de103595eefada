import ContentHashing

/// Where a library keeps the record of the last build into a folder: `.limber/builds/`.
struct BuildRecords: Sendable {
    private let files: KeptFiles
    private let key: String

    init(root: String, output: String) {
        files = KeptFiles(
            root: root,
            KeptFiles.Kind(
                folder: "builds", suffix: ".record", commentStart: "", commentEnd: "", numberCount: 0, maximumBytes: 1_000_000_000))
        key = ContentHash(output.utf8).description
    }

    /// The record, where there is one that is whole.
    func read() -> BuildRecord? {
        files.read(key).flatMap { BuildRecord(encoded: $0.bytes) }
    }

    /// Keeps a record, as `encoded` gives it.
    func write(_ encoded: [UInt8]) {
        files.write(KeptFile(bytes: encoded, numbers: []), key)
    }

    /// Forgets the last build, where what it left is not known for certain.
    func remove() {
        files.remove(key)
    }
}
