import ContentHashing
import Foundation

/// A file that a build made, with a few numbers that are known of it.
struct KeptFile: Hashable, Sendable {
    let bytes: [UInt8]
    /// Such as a picture's width and height.
    let numbers: [Int]
}

/// Files kept between builds, each under a key, in a folder of the library's `.limber/`.
///
/// Keeping them only saves time, so nothing here fails: a folder that cannot be written keeps nothing. Symbolic links are not followed, so
/// that a library from elsewhere cannot have files read or written outside of itself.
struct KeptFiles: Sendable {
    /// What is kept: the folder's name, and how a line of comment stands at the end of such a file.
    struct Kind: Sendable {
        let folder: String
        let suffix: String
        let commentStart: String
        let commentEnd: String
        /// How many numbers belong to a file.
        let numberCount: Int
        /// Above any such file; what is larger is not read.
        let maximumBytes: Int
    }

    private let kind: Kind
    private let parent: String
    private let folder: String
    private static let unfinished = ".new-"

    init(root: String, _ kind: Kind) {
        self.kind = kind
        parent = root + "/.limber"
        folder = parent + "/" + kind.folder
    }

    /// What is kept under a key; none where there is nothing, or where the file is not as it was written.
    func read(_ key: String) -> KeptFile? {
        guard isRealFolder, let data = regularFile(folder + "/" + key + kind.suffix) else { return nil }
        return file(in: [UInt8](data), key: key)
    }

    /// Keeps a file. It is written beside its place and renamed, so that a reader never sees half of it.
    func write(_ kept: KeptFile, _ key: String) {
        for path in [parent, folder] {
            mkdir(path, 0o777)
            guard Self.isRealFolder(path) else { return }
        }
        let path = folder + "/" + key + kind.suffix
        let temporary = path + Self.unfinished + "\(ProcessInfo.processInfo.processIdentifier)"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { return }
        let bytes = kept.bytes + lastLine(of: kept, key: key)
        let isWritten = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) } == bytes.count
        close(file)
        if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
    }

    /// Removes what is kept under a key.
    func remove(_ key: String) {
        if isRealFolder { unlink(folder + "/" + key + kind.suffix) }
    }

    /// Removes the files that are not among these, and what an interrupted build left of them.
    func keep(only keys: Set<String>) {
        guard isRealFolder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names {
            let key = String(name.prefix { $0.isHexDigit })
            let rest = name.dropFirst(key.count)
            guard key.count == 32, rest == kind.suffix && !keys.contains(key) || rest.hasPrefix(kind.suffix + Self.unfinished) else {
                continue
            }
            unlink(folder + "/" + name)
        }
    }

    private var isRealFolder: Bool {
        [parent, folder].allSatisfy(Self.isRealFolder)
    }

    /// Not a link to one.
    private static func isRealFolder(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeDirectory
    }

    private func regularFile(_ path: String) -> Data? {
        // Not blocking, so that a pipe in the place of a file cannot hold up a build.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= kind.maximumBytes else { return nil }
        return try? file.readToEnd()
    }

    /// Behind the file, where it is a comment: its key, its numbers, and a checksum of all that stands before.
    private func lastLine(of kept: KeptFile, key: String) -> [UInt8] {
        let start = "\n\(kind.commentStart)\(key) \(kept.numbers.map { "\($0) " }.joined())"
        return Array((start + "\(ContentHash(kept.bytes + Array(start.utf8)))\(kind.commentEnd)\n").utf8)
    }

    private func file(in bytes: [UInt8], key: String) -> KeptFile? {
        guard bytes.last == UInt8(ascii: "\n"), let lineFeed = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = String(decoding: bytes[(lineFeed + 1)...].dropLast(), as: UTF8.self)
        guard line.hasPrefix(kind.commentStart), line.hasSuffix(kind.commentEnd) else { return nil }
        let fields = line.dropFirst(kind.commentStart.count).dropLast(kind.commentEnd.count).split(separator: " ")
        let numbers = fields.dropFirst().dropLast().compactMap { Int($0) }
        guard numbers.count == kind.numberCount, fields.count == numbers.count + 2 else { return nil }
        let kept = KeptFile(bytes: Array(bytes[..<lineFeed]), numbers: numbers)
        return lastLine(of: kept, key: key) == Array(bytes[lineFeed...]) ? kept : nil
    }
}
