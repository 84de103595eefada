extension PoseDescription {
    /// This pose on top of another: what this one says replaces what the other says, limb by limb.
    ///
    /// The last writer decides what leads a limb: angles drop an inherited place, a place drops inherited angles and kneeling.
    package func over(_ base: PoseDescription) -> PoseDescription {
        var pose = PoseDescription()
        pose.body = body.map { $0.over(base.body) } ?? base.body
        pose.hold = hold ?? base.hold
        pose.rest = rest ?? base.rest
        pose.headRest = headRest ?? base.headRest
        pose.spine = spine.map { $0.over(base.spine) } ?? base.spine
        pose.lumbar = lumbar.map { $0.over(base.lumbar) } ?? base.lumbar
        pose.thoracic = thoracic.map { $0.over(base.thoracic) } ?? base.thoracic
        // What is said of the whole spine also replaces what a base said of its regions.
        if let spine {
            if lumbar == nil { pose.lumbar = base.lumbar?.without(spine) }
            if thoracic == nil { pose.thoracic = base.thoracic?.without(spine) }
        }
        pose.neck = neck.map { $0.over(base.neck) } ?? base.neck
        pose.head = head.map { $0.over(base.head) } ?? base.head
        pose.legs = BothSides { legs[$0].over(base.legs[$0]) }
        pose.arms = BothSides { arms[$0].over(base.arms[$0]) }
        pose.camera = camera ?? base.camera
        pose.props = props ?? base.props
        if let own = partner.first {
            pose.partner = [base.partner.first.map(own.over) ?? own]
        } else {
            pose.partner = base.partner
        }
        return pose
    }
}

extension RegionAngles {
    /// The angles that `newer` says nothing of.
    fileprivate func without(_ newer: RegionAngles) -> RegionAngles {
        RegionAngles(
            flex: newer.flex == nil ? flex : nil, side: newer.side == nil ? side : nil, twist: newer.twist == nil ? twist : nil)
    }
}

extension LegPose {
    /// This leg on top of another, as `PoseDescription.over` puts a pose on top of another.
    package func over(_ base: LegPose) -> LegPose {
        var leg = LegPose()
        leg.ankle = ankle ?? base.ankle
        leg.toes = toes ?? base.toes
        leg.kneePoint = kneePoint ?? base.kneePoint
        if let foot {
            leg.foot = foot
        } else if let kneeling {
            leg.kneeling = kneeling
        } else if hip != nil || knee != nil {
            leg.hip = hip ?? base.hip
            leg.knee = knee ?? base.knee
        } else {
            (leg.hip, leg.knee, leg.foot, leg.kneeling) = (base.hip, base.knee, base.foot, base.kneeling)
        }
        return leg
    }
}

extension ArmPose {
    /// This arm on top of another, as `PoseDescription.over` puts a pose on top of another.
    package func over(_ base: ArmPose) -> ArmPose {
        var arm = ArmPose()
        arm.wrist = wrist ?? base.wrist
        arm.pronation = pronation ?? base.pronation
        arm.elbowPoint = elbowPoint ?? base.elbowPoint
        arm.girdle = girdle ?? base.girdle
        if let hand {
            arm.hand = hand
        } else if shoulder != nil || elbow != nil {
            arm.shoulder = shoulder ?? base.shoulder
            arm.elbow = elbow ?? base.elbow
        } else {
            (arm.shoulder, arm.elbow, arm.hand) = (base.shoulder, base.elbow, base.hand)
        }
        return arm
    }
}
