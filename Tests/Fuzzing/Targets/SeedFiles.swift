import Foundation

/// Files of the example library, as first inputs.
enum SeedFiles {
    static func texts(in folder: String, endingIn suffix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { text("\(folder)/\($0)") }
    }

    static func text(_ path: String) -> String? {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A library in a folder of its own, in which one file is written again and again.
final class ScratchLibrary {
    let root: String

    init(_ files: [String: String]) throws {
        root = "\(FuzzFolder.parent)/limber-fuzz-library-\(UUID().uuidString)"
        for (path, text) in files { try write(Array(text.utf8), to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        if (try? Data(bytes).write(to: url)) != nil { return }
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func remove(_ path: String) {
        unlink(root + "/" + path)
    }
}

/// Where files are written that are read once.
enum FuzzFolder {
    /// In memory where the system has such a folder: files on a disk would take most of the time.
    static let parent = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
}
