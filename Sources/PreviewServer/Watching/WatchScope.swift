import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which files are watched.
package struct WatchScope: Hashable, Sendable {
    /// Watched with everything below them, also what is made later; they need not exist yet.
    package let folders: [String]
    /// Watched one by one; they need not exist yet.
    package let files: [String]
    private let excluded: Set<String>

    /// Changed paths are reported beginning as the folder or file does here. Nothing in an excluded folder, such as the output, counts.
    package init(folders: [String], files: [String] = [], excluding excluded: [String] = []) {
        self.folders = folders.map(Self.withoutTrailingSlash)
        self.files = files.map(Self.withoutTrailingSlash)
        self.excluded = Set(excluded.map(Self.absolute))
    }

    /// Everything that was asked for, for when it is unknown what exactly changed.
    var roots: Set<String> {
        Set(folders + files)
    }

    /// Whether a change of this entry of a watched folder means nothing: hidden files, what editors write beside a file, the output.
    func ignores(_ name: String, in folder: String) -> Bool {
        if name.hasPrefix(".") || name.hasSuffix("~") || name == "4913" { return true }
        if name.hasPrefix("#") && name.hasSuffix("#") { return true }
        if name.contains("___jb_") { return true }
        if [".swp", ".swo", ".swx", ".tmp"].contains(where: name.hasSuffix) { return true }
        return excluded.contains(where: { $0.hasSuffix(name) }) && excluded.contains(Self.absolute(Self.join(folder, name)))
    }

    /// Visits each folder, before it is read, and then each file in it; last the single files.
    ///
    /// Symbolic links are followed, but no folder is entered twice from the same root.
    func walk<Failure: Error>(
        entering enter: (_ folder: String) throws(Failure) -> Void, visiting visit: (_ file: String, _ folder: String, FileStamp) -> Void
    ) throws(Failure) {
        for root in folders {
            var entered: Set<FileStamp.Identity> = []
            var waiting = [root]
            while let folder = waiting.popLast() {
                guard let stamp = FileStamp(path: folder), stamp.isFolder, entered.insert(stamp.identity).inserted else { continue }
                try enter(folder)
                for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !ignores(name, in: folder) {
                    let path = Self.join(folder, name)
                    guard let stamp = FileStamp(path: path) else { continue }
                    if stamp.isFolder {
                        waiting.append(path)
                    } else {
                        visit(path, folder, stamp)
                    }
                }
            }
        }
        for file in files {
            guard let stamp = FileStamp(path: file) else { continue }
            visit(file, Self.parent(of: file), stamp)
        }
    }

    static func join(_ folder: String, _ name: String) -> String {
        if folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder that holds a path: `.` for a bare name, and of `/` and `.` themselves.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func withoutTrailingSlash(_ path: String) -> String {
        var path = path.isEmpty ? "." : path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func absolute(_ path: String) -> String {
        let base = path.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath
        var parts: [Substring] = []
        for part in "\(base)/\(path)".split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
