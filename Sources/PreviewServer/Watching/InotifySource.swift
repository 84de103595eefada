#if canImport(Glibc)
    import Glibc

    /// Is told of changes by the Linux kernel.
    ///
    /// inotify watches single folders, by inode. So every folder has its watch, and whenever one comes, goes or moves, the tree is read
    /// again and the watches are brought in line with it. The folder above each root is watched too, to see the root itself come and go.
    struct InotifySource: Sendable {
        /// The kernel has no watch to spare, or forgot some.
        struct Unavailable: Error {}

        /// What one watch stands for.
        private struct Watch: Sendable {
            /// Watched folders, as they are reported; the same one may have been asked for by two names.
            var folders: Set<String> = []
            /// Single names that matter in this folder: the path to report.
            var names: [String: Set<String>] = [:]
        }

        private static let mask =
            UInt32(
                IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
            | UInt32(IN_ONLYDIR)

        /// Readable when there is something to take; closed by the owner.
        let descriptor: Int32
        private let scope: WatchScope
        private var watches: [Int32: Watch] = [:]

        init(_ scope: WatchScope) throws(Unavailable) {
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            self.scope = scope
            guard descriptor >= 0 else { throw Unavailable() }
            do throws(Unavailable) {
                _ = try synchronise()
            } catch {
                close(descriptor)
                throw error
            }
        }

        /// What changed since the last call, without waiting.
        mutating func takeChanges() throws(Unavailable) -> Set<String> {
            var changes: Set<String> = []
            var mustSynchronise = false
            for event in readEvents() {
                if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
                    changes.formUnion(scope.roots)
                    mustSynchronise = true
                } else if let watch = watches[event.watch] {
                    mustSynchronise = take(event, of: watch, into: &changes) || mustSynchronise
                }
            }
            if mustSynchronise { changes.formUnion(try synchronise()) }
            return changes
        }

        /// Notes what an event means; true where folders may have come, gone or moved.
        private func take(_ event: Event, of watch: Watch, into changes: inout Set<String>) -> Bool {
            if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) != 0 { return true }
            guard !event.name.isEmpty else { return false }
            let isFolder = event.mask & UInt32(IN_ISDIR) != 0
            let isNew = event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
            var mustSynchronise = false
            if let paths = watch.names[event.name] {
                mustSynchronise = true
                changes.formUnion(scope.roots.intersection(paths).filter { isSettled(event, $0) })
            }
            for folder in watch.folders where !scope.ignores(event.name, in: folder) {
                let path = WatchScope.join(folder, event.name)
                if isFolder {
                    mustSynchronise = true
                    // The files of a new folder are found when the tree is read.
                    if !isNew, event.mask & UInt32(IN_ATTRIB) == 0 { changes.insert(path) }
                } else {
                    if isNew, FileStamp.isLink(path) { mustSynchronise = true }
                    if isSettled(event, path) { changes.insert(path) }
                }
            }
            return mustSynchronise
        }

        /// False for a file that has just been made, because whoever makes it is about to write it; closing it is the event that counts.
        private func isSettled(_ event: Event, _ path: String) -> Bool {
            event.mask & UInt32(IN_CREATE) == 0 || event.mask & UInt32(IN_ISDIR) != 0 || FileStamp.isLink(path)
                || FileStamp.hasOtherNames(path)
        }

        /// Brings the watches in line with the folders that there are now; returns the files of those that were not watched before.
        private mutating func synchronise() throws(Unavailable) -> Set<String> {
            var next: [Int32: Watch] = [:]
            var newFolders: Set<String> = []
            var newFiles: Set<String> = []
            // Each folder is watched before it is read, so that no file can come in between unseen.
            try scope.walk { folder throws(Unavailable) in
                guard let watch = try add(folder) else { return }
                next[watch, default: Watch()].folders.insert(folder)
                if watches[watch]?.folders.contains(folder) != true { newFolders.insert(folder) }
            } visiting: { file, folder, _ in
                if newFolders.contains(folder) { newFiles.insert(file) }
            }
            for root in scope.roots {
                newFiles.formUnion(try anchor(root, in: &next))
            }
            for watch in watches.keys where next[watch] == nil { inotify_rm_watch(descriptor, watch) }
            watches = next
            return newFiles
        }

        /// Watches the nearest folder above a root for the name that leads to it; returns the root if it is a file that was not seen before.
        private func anchor(_ root: String, in next: inout [Int32: Watch]) throws(Unavailable) -> Set<String> {
            var path = root
            while path != ".", path != "/" {
                let parent = WatchScope.parent(of: path)
                if let watch = try add(parent) {
                    next[watch, default: Watch()].names[WatchScope.name(of: path), default: []].insert(path)
                    let isNew = watches[watch]?.names[WatchScope.name(of: path)]?.contains(path) != true
                    return isNew && path == root && FileStamp(path: root)?.isFolder == false ? [root] : []
                }
                path = parent
            }
            return []
        }

        /// The watch of a folder, the same as before if it has one; nil where there is no such folder or it cannot be read.
        private func add(_ folder: String) throws(Unavailable) -> Int32? {
            let watch = inotify_add_watch(descriptor, folder, Self.mask)
            if watch >= 0 { return watch }
            if errno == ENOSPC || errno == ENOMEM { throw Unavailable() }
            return nil
        }

        private struct Event {
            let watch: Int32
            let mask: UInt32
            let name: String
        }

        private func readEvents() -> [Event] {
            var events: [Event] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { return events }
                buffer.withUnsafeBytes { bytes in
                    var offset = 0
                    let header = MemoryLayout<inotify_event>.size
                    while offset + header <= count {
                        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                        let end = min(offset + header + Int(event.len), count)
                        let name = bytes[(offset + header)..<end].prefix { $0 != 0 }
                        events.append(Event(watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
                        offset = end
                    }
                }
            }
        }
    }
#endif
