/// Where a picture is seen from: an orthographic view.
package struct Camera: Hashable, Sendable, Encodable {
    /// Degrees from the person's right side towards their front: 0 is square from the right, 90 from the front, 180 from the left.
    package let azimuth: Double
    /// Degrees above the floor.
    package let elevation: Double

    package init(azimuth: Double, elevation: Double) {
        self.azimuth = azimuth
        self.elevation = elevation
    }

    /// The views that have names. "Side" is a little from the front and above: a square side view leaves slivers.
    package static let named: [String: Camera] = [
        "side": Camera(azimuth: 14, elevation: 11),
        "side34": Camera(azimuth: 28, elevation: 14),
        "three-quarter": Camera(azimuth: 42, elevation: 16),
        "front34": Camera(azimuth: 62, elevation: 14),
        "front": Camera(azimuth: 90, elevation: 8),
        "back34": Camera(azimuth: -38, elevation: 16),
        "back": Camera(azimuth: -90, elevation: 8),
        "other-side": Camera(azimuth: 166, elevation: 11),
        "top34": Camera(azimuth: 35, elevation: 38),
        "high": Camera(azimuth: 25, elevation: 30),
    ]

    package static let side = Camera(azimuth: 14, elevation: 11)
}
