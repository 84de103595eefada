import ArgumentParser
import Foundation

/// The folder that sheets are written to: filled beside its place and then renamed, so that the last whole one stays until the new one is.
struct QualityFolder {
    let path: String
    private let place: String

    /// A file in every such folder, by which it is known that it may be replaced.
    private static let marker = ".limber-quality"

    /// Wrong usage is a folder that holds anything else, or the library itself.
    init(_ path: String, library: String) throws {
        guard !path.isEmpty else { throw ValidationError("--output is empty; expected a folder such as quality.") }
        self.path = path
        let url = URL(fileURLWithPath: path).standardizedFileURL
        place = url.deletingLastPathComponent().resolvingSymlinksInPath().appendingPathComponent(url.lastPathComponent).path
        var isFolder: ObjCBool = false
        let files = FileManager.default
        guard files.fileExists(atPath: url.deletingLastPathComponent().path, isDirectory: &isFolder), isFolder.boolValue else {
            throw ValidationError("The folder of \(path) does not exist; make it first.")
        }
        let root = URL(fileURLWithPath: library).resolvingSymlinksInPath().path
        if (root + "/").hasPrefix(place + "/") || ["Content", "Templates"].contains(where: { (place + "/").hasPrefix("\(root)/\($0)/") }) {
            throw ValidationError("\(path) is part of the library itself; name another --output.")
        }
        guard (try? files.attributesOfItem(atPath: place)) != nil else { return }
        guard let entries = try? files.contentsOfDirectory(atPath: place), entries.isEmpty || entries.contains(Self.marker) else {
            throw ValidationError("\(path) holds files that `limber quality` did not make, so it is not replaced; name another --output.")
        }
    }

    /// Replaces the folder by one of these files; a failure is said, ends the command, and leaves the old one.
    func write(_ contents: [(name: String, text: String)]) throws {
        let files = FileManager.default
        let staging = place + ".new-\(ProcessInfo.processInfo.processIdentifier)"
        let old = staging + ".old"
        do {
            try? files.removeItem(atPath: staging)
            try files.createDirectory(atPath: staging, withIntermediateDirectories: false)
            for content in contents + [(Self.marker, "")] {
                try Data(content.text.utf8).write(to: URL(fileURLWithPath: staging + "/" + content.name))
            }
            let hadOld = rename(place, old) == 0
            do {
                try files.moveItem(atPath: staging, toPath: place)
            } catch {
                if hadOld { rename(old, place) }
                throw error
            }
            if hadOld { try? files.removeItem(atPath: old) }
        } catch {
            try? files.removeItem(atPath: staging)
            Terminal.complain("error: \(path) cannot be written: \(error.localizedDescription)")
            throw ExitCode.toolFailure
        }
    }
}
