import Exercises

extension PoseSolver {
    /// Moves the body up or down until it rests on its contact; with two, tilts it first until both are equally high.
    mutating func settle() {
        let contacts = pose.rest ?? [.parts([.footR, .footL], height: 0)]
        guard let first = contacts.first else { return }
        if contacts.count > 1 { tilt(between: first, and: contacts[1]) }
        move(by: Vector(0, -gap(first), 0))
    }

    /// Searches the smallest tilt within 48° at which both contacts are equally high.
    private mutating func tilt(between first: PoseContact, and second: PoseContact) {
        var best: Double?
        var nearest = (tilt: 0.0, miss: Double.infinity)
        var previous: (tilt: Double, difference: Double)?
        for step in -8...8 {
            let candidate = Double(step) * 6
            let difference = difference(first, second, at: candidate)
            if abs(difference) < nearest.miss { nearest = (candidate, abs(difference)) }
            if let previous, previous.difference * difference <= 0 {
                let crossing = bisect(first, second, from: previous, to: candidate)
                if best.map({ abs(crossing) < abs($0) }) ?? true { best = crossing }
            }
            previous = (candidate, difference)
        }
        tilt = best ?? nearest.tilt
        refresh()
    }

    private mutating func bisect(
        _ first: PoseContact, _ second: PoseContact, from start: (tilt: Double, difference: Double), to end: Double
    ) -> Double {
        var (low, high) = (start.tilt, end)
        var differenceAtLow = start.difference
        for _ in 0..<12 {
            let middle = (low + high) / 2
            let difference = difference(first, second, at: middle)
            if differenceAtLow * difference <= 0 {
                high = middle
            } else {
                (low, differenceAtLow) = (middle, difference)
            }
        }
        return (low + high) / 2
    }

    private mutating func difference(_ first: PoseContact, _ second: PoseContact, at candidate: Double) -> Double {
        tilt = candidate
        refresh()
        return gap(first) - gap(second)
    }

    /// Metres from a contact down to what it rests on.
    func gap(_ contact: PoseContact) -> Double {
        switch contact {
        case .parts(let parts, let height):
            return (parts.map { RestSurface.lowest(of: $0, in: posture) }.min() ?? 0) - height
        case .zone(let zone, let height):
            return RestSurface.lowest(ofTrunk: zone, in: posture) - height
        case .point(let anchor, let height):
            return (place(of: anchor, for: .right)?.position.y ?? 0) - height
        case .knees:
            let kneeling = [Side.right, .left].filter { pose.legs[$0].kneeling != nil }
            guard let leg = kneeling.first.flatMap({ pose.legs[$0].kneeling }) else { return 0 }
            let height = Self.hipHeight(kneeling: leg)
            return (kneeling.map { posture.legs[$0].hip.y }.min() ?? height) - height
        case .arms(let fraction):
            let shoulders = (shoulder(.right, towards: -.up).y + shoulder(.left, towards: -.up).y) / 2
            return shoulders - ((Proportions.upperArm + Proportions.forearm) * fraction + 0.022)
        }
    }

    /// How high the hips of a kneeling person are, the knee's thickness included.
    static func hipHeight(kneeling leg: LegPose.Kneeling) -> Double {
        let square = Proportions.thigh * Proportions.thigh - leg.ahead * leg.ahead - leg.out * leg.out
        return kneeThickness + max(1e-4, square).squareRoot()
    }

    /// From the middle of the knee joint to the floor under it.
    static let kneeThickness = 0.054
}
