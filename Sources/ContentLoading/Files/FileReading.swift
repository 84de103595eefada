import CommonMark
package import Diagnostics
import Foundation

/// Reads text files of a library, with limits, so that no input can crash or hang a build.
package struct FileReading: Sendable {
    /// The library's folder.
    let root: String
    /// The most bytes that a content file may have: 1 MiB, some hundred times a long exercise.
    static let largestFile = 1 << 20

    package init(root: String) {
        self.root = root
    }

    /// The text of a file named by its path below the root, or why it cannot be read.
    package func read(_ path: String) -> Result<SourceFile, Diagnostic> {
        let nowhere = SourceFile(path: path, text: "")
        func failure(_ id: String, _ message: String, _ notes: [String] = [], fix: Fix? = nil) -> Result<SourceFile, Diagnostic> {
            .failure(Diagnostic(id, message, in: nowhere, nil, notes: notes, fix: fix))
        }
        // Non-blocking, so that a named pipe in the place of a file cannot make a build wait for ever.
        let descriptor = open(root + "/" + path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT:
                return failure("file-missing", "this file does not exist", fix: Fix("add it; `limber init` makes a library that has one"))
            case ELOOP: return failure("symlink-loop", "this symbolic link leads back to itself", fix: Fix("replace the link by the file"))
            case EACCES: return failure("file-unreadable", "no permission to read this file")
            default: return failure("file-unreadable", "this file cannot be read: \(String(cString: strerror(errno)))")
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return failure("not-a-file", "this is not a regular file")
        }
        guard status.st_size <= Self.largestFile else {
            return failure(
                "file-too-large", "this file has \(status.st_size) bytes; a content file may have \(Self.largestFile) at most",
                fix: Fix("split it, or move pictures to `Content/Media/`"))
        }
        guard let bytes = Self.bytes(of: descriptor, expected: Int(status.st_size)) else {
            return failure("file-unreadable", "this file cannot be read: \(String(cString: strerror(errno)))")
        }
        return decode(bytes, path: path)
    }

    /// What a file holds; no more than a content file may, should it grow meanwhile.
    private static func bytes(of descriptor: Int32, expected: Int) -> [UInt8]? {
        var isRead = true
        // One byte more than expected, so that the end is found without another buffer.
        let bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            while count < buffer.count {
                let step = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if step < 0, errno == EINTR { continue }
                isRead = step >= 0
                guard step > 0 else { return }
                count += step
            }
        }
        return isRead ? bytes : nil
    }

    /// UTF-8 without a byte order mark; anything else is named with its place.
    private func decode(_ data: [UInt8], path: String) -> Result<SourceFile, Diagnostic> {
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
        if let text = String(validating: bytes, as: UTF8.self) {
            let file = SourceFile(path: path, text: text)
            return Self.unwantedCharacter(in: bytes, of: file).map { .failure($0) } ?? .success(file)
        }
        // Swift's repair gives one replacement character an error: the first one that the bytes do not hold themselves is the place.
        let repaired = String(decoding: bytes, as: UTF8.self)
        let place = zip(repaired.utf8, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? bytes.count
        let isUTF16 = data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF])
        return .failure(
            Diagnostic(
                "not-utf-8", "this file is not UTF-8" + (isUTF16 ? ", but UTF-16" : ""), in: SourceFile(path: path, text: repaired),
                SourceRange(at: place), fix: Fix("save it with the encoding UTF-8")))
    }

    /// What no text may hold: characters that turn its direction, which right-to-left languages do not need, zero bytes, and control
    /// characters but tabs and line endings; of these, what only YAML takes for one is found where YAML is read.
    private static func unwantedCharacter(in bytes: ArraySlice<UInt8>, of file: SourceFile) -> Diagnostic? {
        var control: SourceRange?
        var zero: SourceRange?
        var direction: SourceRange?
        bytes.withUnsafeBufferPointer { bytes in
            var next = 0
            while direction == nil {
                let start = bytes.place(from: next, where: { $0 < 0x20 || $0 >= 0x7F }, marks: { $0.otherThanPrintableASCII })
                guard start < bytes.count else { break }
                switch bytes[start] {
                case 0x09, 0x0A, 0x0D: break
                case 0xE2 where bytes[start + 1] == 0x80 && (bytes[start + 2] == 0xAD || bytes[start + 2] == 0xAE):
                    direction = SourceRange(start, start + 3)
                case 0xC2 where bytes[start + 1] < 0xA0 && bytes[start + 1] != 0x85: control = control ?? SourceRange(start, start + 2)
                case 0: zero = zero ?? SourceRange(at: start)
                case 0..<0x20, 0x7F: control = control ?? SourceRange(start, start + 1)
                default: break
                }
                next = start + 1
            }
        }
        if let direction {
            return Diagnostic(
                "direction-override", "an invisible character here turns the direction of the text", in: file, direction,
                notes: ["it could show a number or a side turned round"], fix: Fix("delete it"))
        }
        if let zero { return Diagnostic("zero-byte", "a zero byte cannot stand in text", in: file, zero, fix: Fix("delete it")) }
        return control.map { place in
            Diagnostic(
                "control-character", "an invisible control character stands here", in: file, place,
                notes: ["terminals obey such characters, and no page can show them"], fix: Fix("delete it"))
        }
    }
}
