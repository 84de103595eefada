import Foundation

/// One name of a folder, with what stands under it. Symbolic links are not followed.
package struct FolderEntry: Sendable {
    package enum Kind: Sendable {
        case file
        case folder
        case link
        /// Such as a pipe.
        case other
    }

    package let name: String
    package let kind: Kind

    /// Everything in a folder, hidden names too, in no order; nothing where it cannot be read.
    ///
    /// The listing itself tells the kinds: to ask for each of ten thousand files takes longer than to list them.
    package static func all(in folder: String) -> [FolderEntry] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(kind(entry.pointee.d_type).map { FolderEntry(name: name, kind: $0) } ?? FolderEntry(name: name, in: folder))
        }
        return entries
    }

    private static func kind(_ type: UInt8) -> Kind? {
        switch Int32(type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        // A disk that does not tell.
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
    }

    private init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// What stands under one name of a folder; something other where nothing does.
    init(name: String, in folder: String) {
        var status = stat()
        let isThere = lstat(folder + "/" + name, &status) == 0
        self.name = name
        switch status.st_mode & S_IFMT {
        case S_IFREG where isThere: kind = .file
        case S_IFDIR where isThere: kind = .folder
        case S_IFLNK where isThere: kind = .link
        default: kind = .other
        }
    }
}
