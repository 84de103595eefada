import Diagnostics
import Exercises

/// Puts written poses on top of those that they come from, however long the way is.
struct PoseInheritance {
    /// A pose with what is needed to speak of it.
    struct Item {
        let name: String
        /// Where its name stands.
        let place: SourceRange?
        /// The path of its mapping, for the places of its keys.
        let path: String
        let written: WrittenPose
        /// The pose that it comes from when it does not say.
        let usual: String?
        let log: DecodingLog
    }

    /// Where something that a pose names is found.
    private enum Found {
        case item(Int)
        case outside(PoseDescription)
        case nothing
    }

    private let items: [Item]
    private let index: [String: Int]
    /// Poses that the items can name, though they are not among them.
    private let outside: PoseLibrary
    /// Lies under everything: the camera and the props of an exercise's pictures.
    private let ground: PoseDescription
    /// Names that stand for pictures nothing can come from, with the reason.
    private let pictures: [String: String]
    private var merged: [PoseDescription?]

    init(
        _ items: [Item], outside: PoseLibrary = PoseLibrary(), ground: PoseDescription = PoseDescription(), pictures: [String: String] = [:]
    ) {
        self.items = items
        self.outside = outside
        self.ground = ground
        self.pictures = pictures
        index = Dictionary(zip(items.map(\.name), items.indices), uniquingKeysWith: { first, _ in first })
        merged = Array(repeating: nil, count: items.count)
    }

    /// Each item's pose with everything that it inherits, in the items' order. What cannot be found is reported and left out.
    mutating func poses() -> [PoseDescription] {
        for start in items.indices where merged[start] == nil { merge(from: start) }
        return merged.map { $0 ?? PoseDescription() }
    }

    /// Goes down to what an item comes from first, with a stack of its own: a chain may be longer than the thread's.
    private mutating func merge(from start: Int) {
        var path = [start]
        var positions = [start: 0]
        while let item = path.last {
            let (base, partner) = (find(items[item].written.from?.text ?? items[item].usual, for: item), findPartner(of: item))
            let missing = [base, partner].compactMap { found in
                if case .item(let other) = found, merged[other] == nil, positions[other] == nil { other } else { nil }
            }
            if let next = missing.first {
                positions[next] = path.count
                path.append(next)
                continue
            }
            for case .item(let other) in [base, partner] where merged[other] == nil { reportCycle(path[(positions[other] ?? 0)...]) }
            merged[item] = merge(item, base: pose(base), partner: pose(partner))
            path.removeLast()
            positions[item] = nil
        }
    }

    private func find(_ name: String?, for item: Int) -> Found {
        guard let name else { return .nothing }
        // A pose can bear the name of a base pose and come from it.
        if let other = index[name], other != item || outside[name] == nil { return .item(other) }
        return outside[name].map { .outside($0) } ?? .nothing
    }

    private func findPartner(of item: Int) -> Found {
        find(items[item].written.partnerFrom?.text, for: item)
    }

    private func pose(_ found: Found) -> PoseDescription? {
        switch found {
        case .item(let index): return merged[index]
        case .outside(var pose):
            pose.camera = ground.camera ?? pose.camera
            pose.props = ground.props ?? pose.props
            return pose
        case .nothing: return nil
        }
    }

    private func merge(_ index: Int, base: PoseDescription?, partner: PoseDescription?) -> PoseDescription {
        let item = items[index]
        var (own, base) = (item.written.pose, base ?? ground)
        if let name = item.written.from, case .nothing = find(name.text, for: index) { reportUnknown(name, for: item) }
        if let name = item.written.partnerFrom {
            if case .nothing = find(name.text, for: index) { reportUnknown(name, for: item) }
            if var whole = partner {
                (whole.partner, whole.camera, whole.props) = ([], nil, nil)
                own.partner = own.partner.map { $0.over(whole) }
                base.partner = []
            }
        }
        let pose = own.over(base)
        if pose.partner.isEmpty { reportPartnerless(item) }
        return pose
    }

    /// Reports that the last pose of a way comes from the first.
    private func reportCycle(_ way: ArraySlice<Int>) {
        // The last one that says what it comes from; a pose that comes from the start need not say so.
        guard let first = way.first, let last = way.last(where: { items[$0].written.from != nil }) ?? way.last else { return }
        let item = items[last]
        let names = way.prefix(8).map { "`\(items[$0].name)`" } + [way.count > 8 ? "…" : "`\(items[first].name)`"]
        item.log.report(
            "pose-cycle", "`\(item.name)` comes from itself", item.written.from?.range ?? item.place,
            notes: names.count > 2 ? ["\(names[0]) comes from \(names.dropFirst().joined(separator: ", that from "))"] : [],
            fix: Fix("let one of them come from another pose"))
    }

    private func reportUnknown(_ name: WrittenPose.Name, for item: Item) {
        if let reason = pictures[name.text] {
            item.log.report("not-a-posture", "`\(name.text)` is \(reason), so no pose can come from it", name.range)
            return
        }
        let fix = item.log.suggestion(for: name.text, among: items.map(\.name) + outside.entries.map(\.name))
        item.log.report("unknown-pose", "there is no pose `\(name.text)`", name.range, fix: fix)
    }

    /// Reports the keys of an item that aim at a partner who is not there.
    private func reportPartnerless(_ item: Item) {
        for (key, anchor) in item.written.pose.limbAnchors where anchor.owner == .partner {
            item.log.report(
                "no-partner", "`\(item.name)` has no partner that `\(anchor.notation)` could be on", item.log.ranges["\(item.path).\(key)"],
                fix: Fix("add `partner:` with their pose"))
        }
    }
}

extension PoseDescription {
    /// The places on bodies that its limbs go to, with the keys of the limbs.
    fileprivate var limbAnchors: [(key: String, anchor: BodyAnchor)] {
        [Side.right, .left].flatMap { side in
            [("hand", arms[side].hand), ("foot", legs[side].foot)].compactMap { stem, target in
                switch target?.place {
                case .anchor(let anchor), .below(let anchor, _, _), .floor(_, _, let anchor?): (stem + side.letter, anchor)
                case .floor(_, _, nil), .room, nil: nil
                }
            }
        }
    }
}
