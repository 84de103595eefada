#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What tells two states of a file apart without reading it.
struct FileStamp: Hashable, Sendable {
    /// Which file it is, whatever it is called.
    struct Identity: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64
    }

    let identity: Identity
    let isFolder: Bool
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// The state of what is at a path, a symbolic link followed; nil where there is nothing.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int64(status.st_size)
        // The time of the last change of status, not of content: it also moves when an old file is renamed to this name.
        #if canImport(Glibc)
            (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
        #else
            (seconds, nanoseconds) = (status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec)
        #endif
    }

    /// Whether a path is a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether a file has more than one name, so that this one may have come without any writing.
    static func hasOtherNames(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_nlink > 1
    }
}
