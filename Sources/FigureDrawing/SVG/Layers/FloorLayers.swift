/// What lies on the floor: the mat and the shadow.
enum FloorLayers {
    static func layers(_ tracing: SceneTracing, _ palette: Palette) -> [Layer] {
        var layers: [Layer] = []
        let scene = tracing.scene
        if scene.mat.count > 2 {
            let corners = scene.mat.map(scene.viewport.point)
            layers.append(Layer(paint: Paint(fill: palette.mat), outlines: [Outline(lines: corners, isClosed: true)]))
        }
        if tracing.detail.hasShadow, let shadow = scene.shadow {
            let outlines = tracing.curves(shadow, smoothing: 7, error: 2, minimumArea: 200)
            layers.append(Layer(paint: Paint(fill: "#000", fillOpacity: palette.floorShade), outlines: outlines))
        }
        return layers
    }
}
