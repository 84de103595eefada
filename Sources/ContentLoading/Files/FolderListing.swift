import Diagnostics
import Foundation

/// The content files of one folder, by name.
struct FolderListing {
    /// Names that end in the wanted extension, in order.
    let names: [String]
    /// Files that are left out and look as if somebody expected otherwise.
    let diagnostics: [Diagnostic]

    /// Lists `folder` below `root`; hidden files and editors' backups are passed over. A missing folder is empty.
    init(root: String, folder: String, fileExtension: String) {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
        } catch {
            // A link that leads nowhere is no missing folder: everything in it would be silently lost.
            let isThere = (try? FileManager.default.attributesOfItem(atPath: root + "/" + folder)) != nil
            names = []
            diagnostics =
                isThere
                ? [
                    Diagnostic(
                        "folder-unreadable", "this folder cannot be read", in: SourceFile(path: folder, text: ""), nil,
                        fix: Fix("make it a folder that you may read"))
                ]
                : []
            return
        }
        let visible = entries.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") && !$0.hasPrefix("#") }.sorted()
        names = visible.filter { $0.hasSuffix("." + fileExtension) }
        diagnostics = visible.filter { !$0.hasSuffix("." + fileExtension) }.map { name in
            Diagnostic(
                "file-left-out", .warning, "only files that end in `.\(fileExtension)` are read here; this one is left out",
                in: SourceFile(path: folder + "/" + name, text: ""), nil)
        }
    }
}
