import ContentHashing
import Foundation

/// Writes a site into a fresh folder beside the old one and renames it into its place, so that the last good site stays until the new
/// one is whole, and a failed build changes nothing.
struct SiteWriter {
    /// Why a site cannot be written where it should.
    enum Problem: Error {
        /// The folder holds something that Limber did not make; replacing it would lose it.
        case notASite(path: String)
        /// The folder holds the library, or is inside it in a place where content is read.
        case containsLibrary(path: String)
        case system(path: String, reason: String)
    }

    /// A file in every site that Limber wrote, by which it knows that it may replace the folder.
    static let marker = ".limber-site"

    private let output: String
    /// The folder in which the new site comes together.
    let staging: String

    /// Makes the staging folder beside `output`.
    init(output: String, root: String) throws(Problem) {
        let output = try Self.destination(of: output)
        self.output = output
        let root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        let contentFolders = ["Content", "Templates", "Sources"].map { root + "/" + $0 }
        let folder = self.output + "/"
        if (root + "/").hasPrefix(folder) || contentFolders.contains(where: { folder.hasPrefix($0 + "/") }) {
            throw .containsLibrary(path: output)
        }
        try Self.checkReplaceable(output)
        Self.removeAbandonedStaging(beside: output)
        staging = output + Self.stagingSuffix + "\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try? FileManager.default.removeItem(atPath: staging)
            try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: staging + "/" + Self.marker))
        } catch {
            throw .system(path: staging, reason: error.localizedDescription)
        }
    }

    /// Followed by the number of the process that writes there.
    private static let stagingSuffix = ".new-"

    private static let oldSuffix = ".old"

    /// Where the site goes in truth: a symbolic link stays, and what it leads to is replaced.
    static func destination(of path: String) throws(Problem) -> String {
        let path = URL(fileURLWithPath: path).standardizedFileURL.path
        let url = URL(fileURLWithPath: path)
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        if isLink, !FileManager.default.fileExists(atPath: path) {
            throw .system(path: path, reason: "it is a symbolic link that leads nowhere")
        }
        let folder = url.deletingLastPathComponent().resolvingSymlinksInPath()
        return isLink ? url.resolvingSymlinksInPath().path : folder.appendingPathComponent(url.lastPathComponent).path
    }

    /// Removes what builds left behind that were ended before their time; the folder of a build that still runs stays.
    static func removeAbandonedStaging(beside output: String) {
        let url = URL(fileURLWithPath: output)
        let (folder, prefix) = (url.deletingLastPathComponent().path, url.lastPathComponent + stagingSuffix)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
            let path = folder + "/" + name
            let rest = name.dropFirst(prefix.count)
            let number = rest.hasSuffix(oldSuffix) ? rest.dropLast(oldSuffix.count) : rest
            guard let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH,
                let entries = try? FileManager.default.contentsOfDirectory(atPath: path), entries.isEmpty || entries.contains(marker)
            else { continue }
            // Ended between the two renames of `commit`: the last good site goes back to its place.
            if name.hasSuffix(oldSuffix), !FileManager.default.fileExists(atPath: output), rename(path, output) == 0 { continue }
            remove(path)
        }
    }

    /// Removes a site with its marker last, so that what a removal left that was ended before its time is still known to be Limber's.
    private static func remove(_ site: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: site)) ?? [] where name != marker {
            try? FileManager.default.removeItem(atPath: site + "/" + name)
        }
        try? FileManager.default.removeItem(atPath: site)
    }

    private static func checkReplaceable(_ path: String) throws(Problem) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue, let entries = try? FileManager.default.contentsOfDirectory(atPath: path),
            entries.isEmpty || entries.contains(marker)
        else { throw .notASite(path: path) }
    }

    /// Writes one file of the new site; `path` is relative, as planned.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String) throws(Problem) -> FileState {
        let whole = staging + "/" + path
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        // Nearly every page has a folder of its own; other files go into one that is there. No folder is looked for beforehand.
        if path.hasSuffix("/index.html") { _ = mkdir(String(Substring(whole.utf8.dropLast("/index.html".utf8.count))), 0o777) }
        var file = open(whole, flags, 0o666)
        if file < 0, errno == ENOENT {
            try makeFolder(of: path)
            file = open(whole, flags, 0o666)
        }
        guard file >= 0 else { throw .system(path: path, reason: String(cString: strerror(errno))) }
        let code = bytes.withUnsafeBytes { Self.write($0, to: file) }
        let state = FileState(descriptor: file)
        let isClosed = close(file) == 0
        guard code == 0, isClosed, let state else { throw .system(path: path, reason: String(cString: strerror(code != 0 ? code : errno))) }
        return state
    }

    /// The state of a file of the old site; nil where there is none.
    func oldState(of path: String) -> FileState? {
        FileState(path: output + "/" + path)
    }

    /// Takes a file of the old site over, as another name for the same file; its bytes where the disk gives it no second name. Nil when it is
    /// not the file that it is said to be.
    func takeOver(_ path: String, _ old: BuildRecord.Output) throws(Problem) -> FileState? {
        let (from, to) = (output + "/" + path, staging + "/" + path)
        var isLinked = link(from, to) == 0
        if !isLinked, errno == ENOENT {
            try makeFolder(of: path)
            isLinked = link(from, to) == 0
        }
        if isLinked {
            if FileState(path: to) == old.state { return old.state }
            // Another build has put its own file there. Writing here would write into that one.
            unlink(to)
        }
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: from)), ContentHash(bytes) == old.content else { return nil }
        return try write(Array(bytes), to: path)
    }

    /// Makes the folder that a file stands in, with those around it.
    private func makeFolder(of path: String) throws(Problem) {
        var folder = staging
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .system(path: path, reason: String(cString: strerror(errno))) }
        }
    }

    /// Writes all bytes; the number of the system's error, or 0.
    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Puts the new site in the place of the old one. Where another build does the same at this moment, the later one stays.
    func commit() throws(Problem) {
        let old = staging + Self.oldSuffix
        for attempt in 1... {
            let hadOld = rename(output, old) == 0
            if rename(staging, output) == 0 {
                if hadOld { Self.remove(old) }
                return
            }
            let code = errno
            // Another build has put its site into the gap: what was here before it is of no use any more.
            let isTaken = code == ENOTEMPTY || code == EEXIST
            if hadOld, rename(old, output) != 0 { Self.remove(old) }
            guard isTaken, attempt < 100 else { throw .system(path: output, reason: String(cString: strerror(code))) }
        }
    }

    /// Removes what was written so far; the old site stays.
    func abandon() {
        Self.remove(staging)
    }
}
