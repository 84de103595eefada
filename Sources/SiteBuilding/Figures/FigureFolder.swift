import Foundation

/// Pictures kept between builds, one file each, in `.limber/figures/` of the library.
///
/// Keeping them only saves time, so nothing here fails: a folder that cannot be written keeps nothing. Symbolic links are not followed, so
/// that a library from elsewhere cannot have files read or written outside of itself.
struct FigureFolder: Sendable {
    private let parent: String
    private let folder: String
    private static let suffix = ".svg"
    private static let unfinished = ".new-"
    /// Above any picture; what is larger is not read.
    private static let maximumBytes = 4_000_000

    init(root: String) {
        parent = root + "/.limber"
        folder = parent + "/figures"
    }

    /// The picture that is kept under a key; none where there is none, or where the file is not as it was written.
    func read(_ key: String) -> DrawnFigure? {
        guard isRealFolder, let bytes = Self.regularFile(folder + "/" + key + Self.suffix) else { return nil }
        return Self.figure(in: String(decoding: bytes, as: UTF8.self), key: key)
    }

    /// Keeps a picture. The file is written beside its place and renamed, so that a reader never sees half of it.
    func write(_ figure: DrawnFigure, _ key: String) {
        for path in [parent, folder] {
            mkdir(path, 0o777)
            guard Self.isRealFolder(path) else { return }
        }
        let path = folder + "/" + key + Self.suffix
        let temporary = path + Self.unfinished + "\(ProcessInfo.processInfo.processIdentifier)"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { return }
        let bytes = Array((figure.svg + Self.lastLine(of: figure, key: key)).utf8)
        let isWritten = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) } == bytes.count
        close(file)
        if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
    }

    /// Removes the pictures that are not among these, and what an interrupted build left of them.
    func keep(only keys: Set<String>) {
        guard isRealFolder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names {
            let key = String(name.prefix { $0.isHexDigit })
            let rest = name.dropFirst(key.count)
            guard key.count == 32, rest == Self.suffix && !keys.contains(key) || rest.hasPrefix(Self.suffix + Self.unfinished) else {
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

    private static func regularFile(_ path: String) -> Data? {
        // Not blocking, so that a pipe in the place of a picture cannot hold up a build.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= maximumBytes else { return nil }
        return try? file.readToEnd()
    }

    /// Behind the picture, where it is a comment: its key, its size, and a checksum of all that stands before.
    private static func lastLine(of figure: DrawnFigure, key: String) -> String {
        let start = "\n<!-- \(key) \(figure.width) \(figure.height) "
        return start + "\(StableHash((figure.svg + start).utf8)) -->\n"
    }

    private static func figure(in text: String, key: String) -> DrawnFigure? {
        guard let start = text.range(of: "\n<!-- ", options: .backwards) else { return nil }
        let fields = text[start.upperBound...].split(separator: " ")
        guard fields.count == 5, let width = Int(fields[1]), let height = Int(fields[2]) else { return nil }
        let figure = DrawnFigure(svg: String(text[..<start.lowerBound]), width: width, height: height)
        return figure.svg + lastLine(of: figure, key: key) == text ? figure : nil
    }
}
