package import Diagnostics
import Foundation

/// The edge of a library: a build reads nothing outside of its folder.
///
/// Paths in content cannot name such a thing, but a symbolic link can lead there, and what it leads to would be published.
package enum LibraryBoundary {
    /// The symbolic links below `Content/` and `Templates/` that lead out of the library, each an error. The library's own folder may be a
    /// link, and links inside of it may lead to each other.
    package static func problems(root: String) -> [Diagnostic] {
        guard let whole = realPath(root) else { return [] }
        var found: [Diagnostic] = []
        var folders = ["."]
        while let folder = folders.popLast() {
            let entries =
                folder == "."
                ? ["Content", "Templates"].map { FolderEntry(name: $0, in: root) } : FolderEntry.all(in: root + "/" + folder)
            for entry in entries where !entry.name.hasPrefix(".") {
                let path = folder == "." ? entry.name : folder + "/" + entry.name
                switch entry.kind {
                case .folder: folders.append(path)
                case .link:
                    // One that leads nowhere is found where it is read.
                    guard let target = realPath(root + "/" + path), target != whole, !target.hasPrefix(whole + "/") else { continue }
                    found.append(
                        Diagnostic(
                            "link-outside", "this symbolic link leads out of the library", in: SourceFile(path: path, text: ""), nil,
                            notes: ["nothing outside of the library's folder is read"], fix: Fix("replace the link by what it leads to")))
                case .file, .other: break
                }
            }
        }
        return found.inReadingOrder()
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
