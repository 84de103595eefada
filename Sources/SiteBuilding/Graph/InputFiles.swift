import ContentHashing
import ContentLoading
import Foundation

/// The files that a site is made from, with what was in them at one moment.
struct InputFiles: Sendable {
    /// A file: its path below the library's folder, and what it held.
    struct File: Hashable, Sendable {
        let path: String
        let content: ContentHash
    }

    /// In the order of the paths.
    let files: [File]

    init(files: [File]) {
        self.files = files
    }

    /// Reads all files below folders of a library. What cannot be read counts with the reason, as whoever reads it for the site will report it.
    static func read(root: String, folders: [String] = ["Content", "Templates"], jobs: Int) async -> InputFiles {
        var paths: [String] = []
        for folder in folders { Self.walk(folder, root: root, depth: 0, into: &paths) }
        paths.sort()
        let parts = stride(from: 0, to: paths.count, by: partSize).map { paths[$0..<min($0 + partSize, paths.count)] }
        let files = await parts.concurrentMap(jobs: jobs) { part in
            var buffer: [UInt8] = []
            return part.map { File(path: $0, content: Self.content(of: root + "/" + $0, &buffer)) }
        }
        return InputFiles(files: files.flatMap(\.self))
    }

    /// How many files are read at one go.
    private static let partSize = 128
    /// Deeper folders are not read: a link that leads back to a folder above it would not end.
    private static let deepest = 16

    /// The files below a folder; hidden ones count too, since leaving one out that is read would be a mistake.
    private static func walk(_ folder: String, root: String, depth: Int, into paths: inout [String]) {
        guard depth < deepest else { return }
        for entry in FolderEntry.all(in: root + "/" + folder) {
            let path = folder + "/" + entry.name
            switch entry.kind {
            case .folder: walk(path, root: root, depth: depth + 1, into: &paths)
            case .file: paths.append(path)
            case .link, .other:
                var status = stat()
                let isFolder = stat(root + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
                if isFolder { walk(path, root: root, depth: depth + 1, into: &paths) } else { paths.append(path) }
            }
        }
    }

    private static func content(of path: String, _ buffer: inout [UInt8]) -> ContentHash {
        // Not blocking, so that a pipe in the place of a file cannot hold up a build.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return unreadable(errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return unreadable(EISDIR) }
        let size = Int(status.st_size) + 1
        if buffer.count < size { buffer = [UInt8](repeating: 0, count: max(size, 1 << 16)) }
        return buffer.withUnsafeMutableBytes { bytes in
            var count = 0
            while count < bytes.count {
                let step = Foundation.read(file, bytes.baseAddress.map { $0 + count }, bytes.count - count)
                if step < 0, errno == EINTR { continue }
                if step < 0 { return unreadable(errno) }
                if step == 0 { break }
                count += step
            }
            return ContentHash(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
    }

    private static func unreadable(_ code: Int32) -> ContentHash {
        ContentHash("unreadable \(code)".utf8)
    }
}

extension InputFiles {
    /// The paths of the files that came, went or hold something else than in an earlier state.
    func changes(since earlier: InputFiles) -> Set<String> {
        Set(files).symmetricDifference(earlier.files).reduce(into: []) { $0.insert($1.path) }
    }
}
