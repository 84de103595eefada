/// Angles of a region of the spine or of the head, in degrees from neutral.
package struct RegionAngles: Hashable, Sendable, Encodable {
    /// Positive rounds forward, negative extends backward.
    package var flex: Double?
    /// Positive bends to the right.
    package var side: Double?
    /// Positive turns to the right.
    package var twist: Double?

    package init(flex: Double? = nil, side: Double? = nil, twist: Double? = nil) {
        self.flex = flex
        self.side = side
        self.twist = twist
    }

    /// These angles, and those of `base` where these say nothing.
    package func over(_ base: RegionAngles?) -> RegionAngles {
        RegionAngles(flex: flex ?? base?.flex, side: side ?? base?.side, twist: twist ?? base?.twist)
    }
}

/// Angles of a hip or a shoulder, in degrees from hanging straight down.
package struct JointAngles: Hashable, Sendable, Encodable {
    /// Forward.
    package var flexion: Double
    /// Away from the middle of the body.
    package var abduction: Double
    /// Outward rotation about the limb's own length.
    package var rotation: Double

    package init(flexion: Double, abduction: Double = 0, rotation: Double = 0) {
        self.flexion = flexion
        self.abduction = abduction
        self.rotation = rotation
    }
}

/// How the whole body is turned and where it is, in degrees and metres. What is nil is not said.
package struct BodyPlacement: Hashable, Sendable, Encodable {
    /// Positive leans the trunk forward: 90 is face down, -90 is on the back.
    package var pitch: Double?
    /// Positive turns the whole person to the right.
    package var yaw: Double?
    /// Positive rolls the lying or standing body to its right about its own length.
    package var roll: Double?
    /// Positive leans the body to its right.
    package var tilt: Double?
    /// Along the room's forward axis.
    package var ahead: Double?
    /// Towards the first person's right.
    package var right: Double?

    package init(
        pitch: Double? = nil, yaw: Double? = nil, roll: Double? = nil, tilt: Double? = nil, ahead: Double? = nil, right: Double? = nil
    ) {
        self.pitch = pitch
        self.yaw = yaw
        self.roll = roll
        self.tilt = tilt
        self.ahead = ahead
        self.right = right
    }

    /// This placement, and that of `base` where this says nothing.
    package func over(_ base: BodyPlacement?) -> BodyPlacement {
        BodyPlacement(
            pitch: pitch ?? base?.pitch, yaw: yaw ?? base?.yaw, roll: roll ?? base?.roll, tilt: tilt ?? base?.tilt,
            ahead: ahead ?? base?.ahead, right: right ?? base?.right)
    }
}
