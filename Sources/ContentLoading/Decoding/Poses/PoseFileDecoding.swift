import Diagnostics
import Exercises

/// Reads the poses of files in `Content/Poses/`, and then puts them on top of each other: a pose may come from one in another file.
struct PoseFileDecoding {
    private var items: [PoseInheritance.Item] = []
    private var files: [String: DecodingLog] = [:]

    /// Names that mean something else where poses are named.
    static let reservedNames = ["start", "none", "turn"]

    /// The poses of one file. Those that follow see which names are taken.
    mutating func read(_ top: MappingDecoder) {
        for entry in top.allEntries {
            top.log.ranges[entry.key] = entry.keyRange
            guard Self.isName(entry, in: top.log) else { continue }
            guard let mapping = MappingDecoder(entry.value, path: entry.key, log: top.log) else { continue }
            var decoding = PoseDecoding(mapping)
            let written = decoding.pose()
            decoding.keys.finish(expected: PoseDecoding.expectedKeys + "; camera, props, partner")
            if let other = files[entry.key] {
                let line = other.ranges[entry.key].map { other.file.position(of: $0.lowerBound).line } ?? 1
                top.log.report(
                    "duplicate-pose", "there is a pose `\(entry.key)` already", entry.keyRange,
                    notes: ["it is in \(other.file.path), line \(line)"],
                    fix: Fix("rename one of the two"))
                continue
            }
            files[entry.key] = top.log
            items.append(
                PoseInheritance.Item(
                    name: entry.key, place: entry.keyRange, path: entry.key, written: written, usual: nil, log: top.log))
        }
    }

    /// All poses with what they inherit.
    func library() -> PoseLibrary {
        var inheritance = PoseInheritance(items)
        let poses = inheritance.poses()
        return PoseLibrary(zip(items, poses).map { PoseLibrary.Entry(name: $0.name, pose: $1) })
    }

    /// The file of each pose.
    func origins() -> [String: Origin] {
        var ranges: [ObjectIdentifier: FieldRanges] = [:]
        return files.mapValues { log in
            let file = ranges[ObjectIdentifier(log)] ?? FieldRanges(log.ranges)
            ranges[ObjectIdentifier(log)] = file
            return Origin(file: log.file, ranges: file)
        }
    }

    /// Whether a key can name a pose: in kebab-case, and not a word with a meaning of its own.
    static func isName(_ entry: YAMLEntry, in log: DecodingLog) -> Bool {
        guard Slug(entry.key) != nil else {
            log.report(
                "not-a-slug", "`\(entry.key)` cannot be the name of a pose", entry.keyRange,
                notes: ["a name has lower-case letters, digits and single hyphens, such as `turned-left`"])
            return false
        }
        guard reservedNames.contains(entry.key) else { return true }
        let fix = entry.key == "start" ? "write `start:` directly under `figures:`, or choose another name" : "choose another name"
        log.report("reserved-name", "`\(entry.key)` has a meaning of its own, so no pose can have this name", entry.keyRange, fix: Fix(fix))
        return false
    }
}
