import ArgumentParser
import Foundation

/// The option that every command takes: which library.
struct LibraryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The library's folder. (default: the folder holding Content/, here or above)", valueName: "folder"))
    var root: String?

    /// The library's folder, as an absolute path.
    func library() throws -> String {
        if let root {
            let path = URL(fileURLWithPath: root).standardizedFileURL.path
            guard Self.isLibrary(path) else { throw ValidationError("There is no folder Content/ in \(root).") }
            return path
        }
        var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL
        while true {
            if Self.isLibrary(folder.path) { return folder.path }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            guard parent.path != folder.path, folder.path != "/" else { break }
            folder = parent
        }
        throw ValidationError("There is no folder Content/ here or above. Start a library with `limber init`, or name one with --root.")
    }

    private static func isLibrary(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path + "/Content", isDirectory: &isFolder) && isFolder.boolValue
    }
}
