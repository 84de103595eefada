import Exercises

/// The line down the front of the shirt: it shows which way the trunk turns.
enum ShirtSeam {
    static func layers(_ scene: Scene, _ palette: Palette) -> [Layer] {
        var outlines: [Outline] = []
        let view = scene.viewport.view
        for (index, posture) in scene.postures.prefix(2).enumerated() {
            let spine = SpineCurve(posture.spine)
            let surface = BodySurface(index < scene.persons.count ? scene.persons[index].build : .average)
            let part = index == 0 ? PartID.torso : PartID.torso.ofPartner
            var stretches: [[Vector]] = [[]]
            for step in 0...25 {
                let distance = 0.105 + 0.357 * Double(step) / 25
                let frame = spine.frame(at: distance)
                // Seen from the side, the seam would double the belly's outline.
                if frame.x.dot(view.towardsEye) > 0.3 {
                    let front = surface.torso(at: distance).front - 0.001
                    stretches[stretches.count - 1].append(spine.position(at: distance) + frame.x * front)
                } else {
                    stretches.append([])
                }
            }
            for places in stretches {
                let runs = SurfaceLine(places: places, part: part, tolerance: 0.012).visibleRuns(in: scene)
                for run in runs where run.count > 4 {
                    let curves = CurveFitting(error: 0.8).curves(through: Chain(points: run, isClosed: false))
                    outlines.append(Outline(curves: curves, isClosed: false))
                }
            }
        }
        return [Layer(paint: Paint(stroke: palette.ink, strokeWidth: ContourLayers.creaseWidth), outlines: outlines)]
    }
}
