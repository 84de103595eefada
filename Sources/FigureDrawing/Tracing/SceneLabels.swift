import Exercises

/// The regions of a picture: every pixel's part and material come down to one label.
///
/// Bodies: the material, plus 8 on a far limb, plus 16 for the second person. Furniture: 32, plus 1 for the shaded material, 2 when round,
/// 4 when it stands before a body.
struct SceneLabels {
    /// What to trace.
    enum Choice: Hashable, Sendable {
        case bodies
        case body(person: Int)
        case material(Material, person: Int)
        /// The skin of far limbs: clothes go on without an edge from a limb to the trunk.
        case farLimbs
        case props(isShaded: Bool, isRound: Bool, isInFront: Bool)
    }

    private var bases = [UInt8](repeating: 0, count: 256)
    private(set) var present: RegionMap.Labels = []

    /// `coverage` tells for each piece of furniture whether it hides more of a body than the body hides of it.
    init(_ scene: Scene, coverage: [Int]) {
        let far = Self.farParts(scene)
        var hasPart = [Bool](repeating: false, count: 256)
        scene.buffer.part.withUnsafeBytes { parts in
            var previous: UInt8 = 0
            var i = 0
            while i < parts.count {
                // Most pixels are as the ones before them: eight at a time.
                if i + 8 <= parts.count,
                    parts.loadUnaligned(fromByteOffset: i, as: UInt64.self) == UInt64(previous) &* 0x0101_0101_0101_0101
                {
                    i += 8
                    continue
                }
                previous = parts[i]
                hasPart[Int(previous)] = true
                i += 1
            }
        }
        for raw in 1...255 where hasPart[raw] {
            let part = PartID(raw: UInt8(raw))
            if part.isProp {
                bases[raw] = 32 + (scene.roundProps.contains(part) ? 2 : 0) + (coverage[raw] > 0 ? 4 : 0)
                present.formUnion(RegionMap.Labels([bases[raw], bases[raw] + 1]))
            } else {
                bases[raw] = UInt8(part.person) * 16 + (far.contains(part) ? 8 : 0)
                present.formUnion(RegionMap.Labels((1...4).map { bases[raw] + $0 }))
            }
        }
    }

    func map(of buffer: GeometryBuffer) -> RegionMap {
        let count = buffer.width * buffer.height
        guard count > 0, buffer.part.count == count, buffer.material.count == count else {
            return RegionMap(width: 0, height: 0, labels: [])
        }
        let labels = [UInt8](unsafeUninitializedCapacity: count) { labels, initialized in
            buffer.part.withUnsafeBufferPointer { parts in
                buffer.material.withUnsafeBufferPointer { materials in
                    bases.withUnsafeBufferPointer { bases in
                        for i in 0..<count {
                            let part = parts[i]
                            if part == 0 {
                                labels[i] = 0
                            } else if part >= 64 {
                                labels[i] = bases[Int(part)] + (materials[i] == Material.propShade.rawValue ? 1 : 0)
                            } else {
                                labels[i] = bases[Int(part)] + min(materials[i], Material.hair.rawValue)
                            }
                        }
                    }
                }
            }
            initialized = count
        }
        return RegionMap(width: buffer.width, height: buffer.height, labels: labels)
    }

    static func labels(_ choice: Choice) -> RegionMap.Labels {
        switch choice {
        case .bodies: RegionMap.Labels((1..<32).filter { $0 % 8 != 0 })
        case .body(let person): RegionMap.Labels((1..<16).filter { $0 % 8 != 0 }.map { $0 + UInt8(person & 1) * 16 })
        case .material(let material, let person):
            RegionMap.Labels([0, 8].map { material.rawValue & 7 + $0 + UInt8(person & 1) * 16 })
        case .farLimbs: RegionMap.Labels([9, 25])
        case .props(let isShaded, let isRound, let isInFront):
            RegionMap.Labels([32 + (isShaded ? 1 : 0) + (isRound ? 2 : 0) + (isInFront ? 4 : 0)])
        }
    }

    /// The limb that lies deeper in the picture than its sibling by more than 13 cm on average.
    private static func farParts(_ scene: Scene) -> Set<PartID> {
        let view = scene.viewport.view
        var far: Set<PartID> = []
        func add(_ depths: BothSides<Double>, _ right: [PartID], _ left: [PartID], isSecond: Bool) {
            guard abs(depths.right - depths.left) > 0.13 else { return }
            far.formUnion((depths.right > depths.left ? right : left).map { isSecond ? $0.ofPartner : $0 })
        }
        func depth(_ places: [Vector]) -> Double {
            places.reduce(0) { $0 + view.project($1).z } / Double(places.count)
        }
        for (index, posture) in scene.postures.prefix(2).enumerated() {
            add(
                BothSides { depth([posture.legs[$0].hip, posture.legs[$0].knee, posture.legs[$0].ankle]) }, [.thighR, .shankR, .footR],
                [.thighL, .shankL, .footL], isSecond: index == 1)
            add(
                BothSides { depth([posture.arms[$0].shoulder, posture.arms[$0].elbow, posture.arms[$0].wrist]) },
                [.upperArmR, .forearmR, .handR], [.upperArmL, .forearmL, .handL], isSecond: index == 1)
        }
        return far
    }
}
