import CommonMark
import Diagnostics
import Exercises

/// Builds the pictures of one exercise from the `figures` of its front matter.
struct FiguresDecoding {
    /// The poses that an exercise can begin with.
    let basePoses: PoseLibrary
    /// Whom pictures show when the exercise does not say.
    let person: Person
    /// The poses that the text shows, in its order; asked for only where there are pictures.
    let shown: () -> [String]

    /// What an exercise shows: the author's own pictures by pose, and what is drawn.
    typealias Pictures = (own: [Picture], drawn: Figures?)

    /// `explains` is true for a page that explains and warns: it may show the author's pictures, but none that say how.
    func pictures(_ frontMatter: inout MappingDecoder, explains: Bool) -> Pictures {
        guard var keys = frontMatter.mapping("figures") else { return ([], nil) }
        var ground = PoseDescription()
        ground.camera = keys.camera("camera")
        ground.props = keys.props("scene")
        let person = keys.person(over: person)
        let show = keys.scalar("show", expected: "the name of a pose")
        let motion = motionNames(&keys)
        var written = WrittenFigures()
        if let start = keys.mapping("start") { written.readStart(start, place: keys.keyRange("start")) }
        if let poses = keys.mapping("poses") { written.readPoses(poses) }
        keys.finish()

        let names = written.names
        let poses = written.inherited(from: basePoses, ground: ground)
        let letters = letters(written)
        let drawn = written.figures.compactMap { figure -> DrawnPose? in
            guard let posture = names.posture(of: figure.mirrored ?? figure.item.name), let pose = poses[posture.item.name] else {
                return nil
            }
            return DrawnPose(
                name: figure.item.name, pose: pose, start: posture.ghost(names).flatMap { poses[$0] },
                camera: pose.camera ?? .side, props: pose.props ?? [], person: person, arrows: posture.arrows, sideMarks: posture.marks,
                isMirrored: figure.mirrored != nil, letter: letters[figure.item.name])
        }
        if explains, let range = written.figures.first?.item.place {
            keys.log.report(
                "figures-of-knowledge", "pages that explain and warn show no how-to pictures", range,
                fix: Fix("remove the poses, or show a picture of your own with `image:`"))
            return (written.own, nil)
        }
        if let show { names.check(show.text, at: show.range, as: "show", log: keys.log) }
        for name in motion ?? [] { names.check(name.text, at: name.range, as: "motion", log: keys.log) }
        let end = drawn.first { $0.name != "start" && !$0.isMirrored }
        let usualMotion = names.hasStart ? end.map { ["start", $0.name] } : nil
        return (written.own, Figures(poses: drawn, cover: show?.text, motion: motion?.map(\.text) ?? usualMotion ?? []))
    }

    /// The poses of a moving picture; empty for none, nil where nothing is said.
    private func motionNames(_ keys: inout MappingDecoder) -> [WrittenPose.Name]? {
        guard let value = keys.value("motion") else { return nil }
        if case .scalar("none", _) = value.kind { return [] }
        guard case .sequence(let items) = value.kind, items.count > 1 else {
            keys.log.report(
                "wrong-type", "`\(keys.path(of: "motion"))` must be two poses or more, not \(value.name)", value.range,
                notes: ["expected `none`, or names such as [start, rounded, start]"])
            return nil
        }
        return items.enumerated().compactMap { index, item in
            keys.scalar(item, "\(keys.path(of: "motion")).\(index)", expected: "the name of a pose").map {
                WrittenPose.Name(text: $0.text, range: $0.range)
            }
        }
    }

    /// A, B, C… in the order of the text, where it shows two drawn poses or more.
    private func letters(_ written: WrittenFigures) -> [String: Character] {
        let withLetter = Set(written.figures.filter(\.hasLetter).map(\.item.name))
        var seen: Set<String> = []
        let names = shown().filter { withLetter.contains($0) && seen.insert($0).inserted }
        guard names.count > 1 else { return [:] }
        return Dictionary(zip(names, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), uniquingKeysWith: { first, _ in first })
    }
}

extension ExerciseBody {
    /// The poses that its images name, in reading order.
    var shownPoses: [String] {
        var names: [String] = []
        forEachLinkAndImage { inline in
            if inline.isImage, case .figure(let name) = inline.reference { names.append(name) }
        }
        return names
    }
}
