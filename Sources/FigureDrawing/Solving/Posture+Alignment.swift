import Exercises

extension Posture {
    /// This posture, moved along the floor so that what stays in place between two poses is in the same place as in `other`.
    func aligned(with other: Posture, by anchor: AlignmentAnchor) -> Posture {
        let offset: Vector =
            switch anchor {
            case .chest: other.chest.position - chest.position
            case .pelvis: other.pelvis.position - pelvis.position
            case .knees(let sides): mean(sides) { other.legs[$0].knee - legs[$0].knee }
            case .feet(let sides): mean(sides) { other.legs[$0].ankle - legs[$0].ankle }
            }
        return moved(by: Vector(offset.x, 0, offset.z))
    }

    private func mean(_ sides: [Side], _ offset: (Side) -> Vector) -> Vector {
        sides.isEmpty ? Vector() : sides.map(offset).reduce(Vector(), +) / Double(sides.count)
    }
}

/// What stays in place while one pose turns into another.
enum AlignmentAnchor: Hashable, Sendable {
    case chest
    case pelvis
    case knees([Side])
    case feet([Side])

    /// The shoulders of people who lie on their back, the knees of people who kneel, the pelvis of people who sit or lie, else the feet.
    init(from start: PoseDescription, to end: PoseDescription) {
        let kneeling = [Side.right, .left].filter { start.legs[$0].kneeling != nil && end.legs[$0].kneeling != nil }
        if start.hold == .chest, end.hold == .chest {
            self = .chest
        } else if !kneeling.isEmpty {
            self = .knees(kneeling)
        } else if start.restsOnPelvis, end.restsOnPelvis {
            self = .pelvis
        } else {
            // A foot that is lifted in one of them does not stay.
            let standing = [Side.right, .left].filter { start.legs[$0].isOnFloor && end.legs[$0].isOnFloor }
            self = .feet(standing.isEmpty ? [.right, .left] : standing)
        }
    }
}

extension PoseDescription {
    fileprivate var restsOnPelvis: Bool {
        (rest ?? []).contains { contact in
            switch contact {
            case .parts(let parts, _): parts.contains { [.trunk, .thighR, .thighL].contains($0) }
            case .zone(let zone, _): zone.lowerBound < 0.12
            case .point, .knees, .arms: false
            }
        }
    }
}

extension LegPose {
    fileprivate var isOnFloor: Bool {
        switch foot?.place {
        case .floor, .below, nil: kneeling == nil
        case .anchor, .room: false
        }
    }
}
