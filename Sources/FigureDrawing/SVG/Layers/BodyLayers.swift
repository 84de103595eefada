import Exercises

/// Bodies: the silhouette with its bold edge, clothes and hair on it, and the shade of far limbs.
enum BodyLayers {
    /// The silhouette's stroke, of which the outer half shows, in picture units.
    static let strokeWidth = 5.6

    static func layers(_ tracing: inout SceneTracing, _ palette: Palette) -> [Layer] {
        guard !tracing.isEmpty(.bodies) else { return [] }
        let persons = tracing.scene.persons + [Person](repeating: Person(), count: max(0, 2 - tracing.scene.persons.count))
        let detail = tracing.detail
        let silhouette = tracing.curves(.bodies, smoothing: detail.smoothing, error: detail.error)
        var layers = [
            Layer(
                paint: Paint(fill: palette.skin(of: persons[0]), stroke: palette.ink, strokeWidth: strokeWidth, isStrokeBelow: true),
                outlines: silhouette)
        ]
        if !tracing.isEmpty(.body(person: 1)), palette.skin(of: persons[1]) != palette.skin(of: persons[0]) {
            let outlines = tracing.curves(.body(person: 1), smoothing: detail.smoothing, error: detail.error)
            layers.append(Layer(paint: Paint(fill: palette.skin(of: persons[1])), outlines: outlines))
        }
        for index in 0..<2 where !tracing.isEmpty(.body(person: index)) {
            let person = persons[index]
            for (material, colour) in [
                (Material.top, palette.top(of: person, isSecond: index == 1)),
                (.shorts, palette.shorts(of: person, isSecond: index == 1)), (.hair, palette.hair(of: person)),
            ] {
                let outlines = tracing.curves(.material(material, person: index), smoothing: 1.6, error: detail.error)
                layers.append(Layer(paint: Paint(fill: colour, stroke: palette.ink), outlines: outlines))
            }
        }
        if !tracing.isEmpty(.farLimbs) {
            let outlines = tracing.curves(.farLimbs, smoothing: 1.6, error: detail.error + 0.1, minimumArea: 60)
            layers.append(Layer(paint: Paint(fill: palette.ink, fillOpacity: palette.farShade), outlines: outlines))
        }
        return layers
    }
}
