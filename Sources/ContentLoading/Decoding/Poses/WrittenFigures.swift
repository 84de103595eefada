import Diagnostics
import Exercises

/// The poses of one exercise as they are written: drawn ones, mirror images and the author's own pictures.
struct WrittenFigures {
    /// One drawn picture.
    struct Figure {
        let item: PoseInheritance.Item
        /// The pose whose mirror image it is.
        var mirrored: String?
        var arrows: [DrawnPose.Arrow] = []
        var marks: [BodyAnchor] = []
        /// What is drawn pale behind; nil where nothing is said, `none` for nothing.
        var ghost: WrittenPose.Name?
        var hasLetter = true

        /// The name of the pose that is drawn pale behind.
        func ghost(_ names: FigureNames) -> String? {
            if item.name == "start" { return nil }
            guard let ghost else { return names.hasStart ? "start" : nil }
            return ghost.text == "none" ? nil : ghost.text
        }
    }

    /// The start first.
    private(set) var figures: [Figure] = []
    private(set) var own: [Picture] = []

    static let pictureKeys = ["image", "author", "licence"]

    mutating func readStart(_ mapping: MappingDecoder, place: SourceRange?) {
        mapping.log.ranges[mapping.path] = place
        var decoding = PoseDecoding(mapping)
        let written = decoding.pose()
        var figure = Figure(item: item("start", written, place, mapping, usual: nil))
        figure.marks = decoding.marks()
        figure.hasLetter = decoding.letter()
        decoding.keys.finish(expected: PoseDecoding.expectedKeys + "; camera, props, partner, mark, letter")
        figures.append(figure)
    }

    mutating func readPoses(_ poses: MappingDecoder) {
        let hasStart = !figures.isEmpty
        for entry in poses.allEntries {
            let path = poses.path(of: entry.key)
            poses.log.ranges[path] = entry.keyRange
            guard PoseFileDecoding.isName(entry, in: poses.log), var keys = MappingDecoder(entry.value, path: path, log: poses.log) else {
                continue
            }
            if Self.pictureKeys.contains(where: keys.has) {
                if let picture = picture(entry.key, &keys) { own.append(picture) }
            } else if keys.has("mirror") {
                if let figure = mirrorImage(entry, &keys) { figures.append(figure) }
            } else {
                figures.append(drawn(entry, keys, hasStart: hasStart))
            }
        }
        checkNames(log: poses.log)
    }

    private func drawn(_ entry: YAMLEntry, _ keys: MappingDecoder, hasStart: Bool) -> Figure {
        var decoding = PoseDecoding(keys)
        let written = decoding.pose()
        var figure = Figure(item: item(entry.key, written, entry.keyRange, keys, usual: hasStart ? "start" : nil))
        figure.ghost = decoding.poseName("ghost")
        figure.arrows = decoding.arrows()
        figure.marks = decoding.marks()
        figure.hasLetter = decoding.letter()
        // Not written here, but known: a misspelt one is told so.
        _ = decoding.keys.value("mirror")
        decoding.keys.finish(expected: PoseDecoding.expectedKeys + "; camera, props, partner, ghost, arrow, mark, letter, mirror")
        if !hasStart, !keys.has("from"), !keys.has("rest") {
            keys.log.report(
                "no-start", "nothing says what `\(entry.key)` begins with", entry.keyRange,
                fix: Fix("add `start: {from: standing}` under `figures:`, or `from:` to this pose"))
        }
        let hasGhost = figure.ghost.map { $0.text != "none" } ?? hasStart
        if !figure.arrows.isEmpty, !hasGhost {
            keys.log.report(
                "arrow-without-ghost", "an arrow shows the way from a pale picture behind, but there is none",
                decoding.keys.keyRange("arrow"),
                fix: Fix("remove `arrow`, or name a pose with `ghost:`"))
        }
        return figure
    }

    private func item(
        _ name: String, _ written: WrittenPose, _ place: SourceRange?, _ keys: MappingDecoder, usual: String?
    ) -> PoseInheritance.Item {
        PoseInheritance.Item(name: name, place: place, path: keys.path, written: written, usual: usual, log: keys.log)
    }

    private func picture(_ pose: String, _ keys: inout MappingDecoder) -> Picture? {
        let image = keys.requiredText("image", expected: "the name of a file in Content/Media/")
        let author = keys.requiredText("author", expected: "who made the picture")
        let licence = keys.requiredText("licence", expected: "the licence of the picture, such as `CC BY 4.0`")
        for entry in keys.allEntries where !Self.pictureKeys.contains(entry.key) {
            _ = keys.value(entry.key)
            keys.log.report(
                "picture-and-pose", "`\(pose)` is a picture of your own, which `\(entry.key)` cannot change", entry.keyRange,
                fix: Suggestion.fix(for: entry.key, among: Self.pictureKeys) ?? Fix("remove it, or remove `image`, `author` and `licence`"))
        }
        guard let image, let author, let licence else { return nil }
        return Picture(pose: pose, image: image, author: author, licence: licence)
    }

    private func mirrorImage(_ entry: YAMLEntry, _ keys: inout MappingDecoder) -> Figure? {
        var decoding = PoseDecoding(keys)
        let name = decoding.poseName("mirror")
        let hasLetter = decoding.letter()
        for other in keys.allEntries where other.key != "mirror" && other.key != "letter" {
            keys.log.report(
                "mirror-with-other-keys", "`\(entry.key)` is a mirror image, which `\(other.key)` cannot change", other.keyRange,
                fix: Fix("change the pose that it mirrors, or write this pose out"))
        }
        guard let name else { return nil }
        var figure = Figure(item: item(entry.key, WrittenPose(), entry.keyRange, keys, usual: nil))
        figure.mirrored = name.text
        figure.hasLetter = hasLetter
        return figure
    }

    /// Reports mirrors and ghosts that name nothing that they could show.
    private func checkNames(log: DecodingLog) {
        let names = names
        for figure in figures {
            let path = figure.item.path
            if let mirrored = figure.mirrored, let range = log.ranges["\(path).mirror"] {
                names.checkPosture(mirrored, at: range, as: "mirror", of: figure.item.name, log: log)
            }
            if let ghost = figure.ghost, ghost.text != "none" {
                names.checkPosture(ghost.text, at: ghost.range, as: "ghost", of: figure.item.name, log: log)
            }
        }
    }

    var names: FigureNames { FigureNames(figures: figures, own: own.map(\.pose)) }

    /// The poses that are not mirror images, by name, with what they inherit.
    func inherited(from basePoses: PoseLibrary, ground: PoseDescription) -> [String: PoseDescription] {
        let items = figures.filter { $0.mirrored == nil }.map(\.item)
        var inheritance = PoseInheritance(items, outside: basePoses, ground: ground, pictures: names.notPostures)
        return Dictionary(zip(items.map(\.name), inheritance.poses()), uniquingKeysWith: { first, _ in first })
    }
}

extension PoseDecoding {
    /// `arrow`: the place whose way is shown, `turn`, or a list of them.
    mutating func arrows() -> [DrawnPose.Arrow] {
        oneOrMore("arrow").compactMap { path, value in
            if case .scalar("turn", _) = value.kind { return .turn }
            return keys.sidedAnchor(value, path, of: [.own, .partner]).map { .path($0) }
        }
    }

    /// `mark`: the limbs that get the letter of their side.
    mutating func marks() -> [BodyAnchor] {
        oneOrMore("mark").compactMap { path, value in
            guard let anchor = keys.sidedAnchor(value, path, of: [.own, .partner]) else { return nil }
            guard anchor.side == nil else { return anchor }
            keys.log.report("mark-without-side", "`\(anchor.notation)` has no side that could be marked", value.range)
            return nil
        }
    }

    /// Whether the picture gets a letter when there are several: `letter: none` says no.
    mutating func letter() -> Bool {
        guard let (text, _, range) = keys.scalar("letter", expected: "`none`") else { return true }
        guard text != "none" else { return false }
        keys.log.report(
            "wrong-type", "`\(keys.path(of: "letter"))` can only be `none`: letters follow the order of the text", range,
            fix: Fix("write `none`, or remove it"))
        return true
    }

    private mutating func oneOrMore(_ key: String) -> [(path: String, value: YAMLValue)] {
        guard let value = keys.value(key) else { return [] }
        guard case .sequence(let items) = value.kind else { return [(keys.path(of: key), value)] }
        return items.enumerated().map { ("\(keys.path(of: key)).\($0.offset)", $0.element) }
    }
}
