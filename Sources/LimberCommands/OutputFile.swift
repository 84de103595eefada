import ArgumentParser
import Foundation

/// A file that a command writes where `--output` says.
struct OutputFile {
    let path: String

    /// Files are written beside their place and renamed, which would put a file where a device, a pipe or a folder is: so those are wrong
    /// usage. `example` is a name for such a file.
    init(_ path: String, example: String) throws {
        guard !path.isEmpty else { throw ValidationError("--output is empty; expected a file such as \(example).") }
        self.path = path
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.deletingLastPathComponent().path, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw ValidationError("The folder of \(path) does not exist; make it first.")
        }
        guard let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType else { return }
        if type == .typeDirectory { throw ValidationError("\(path) is a folder; name a file in it, such as \(path)/\(example).") }
        if type != .typeRegular { throw ValidationError("\(path) is not a regular file, so it is not replaced; name another --output.") }
    }

    /// Writes it whole; a failure is said and ends the command.
    func write(_ bytes: Data) throws {
        do {
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Terminal.complain("error: \(path) cannot be written: \(error.localizedDescription)")
            throw ExitCode.toolFailure
        }
    }
}
