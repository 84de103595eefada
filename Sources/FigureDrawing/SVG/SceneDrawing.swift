/// Turns projected scenes into SVG files.
enum SceneDrawing {
    /// A picture's file is not larger than this many bytes where coarser curves can help it.
    private static let largest = 12_000
    /// The same of a moving picture.
    private static let largestMotion = 40_000

    /// One picture. The id must be unique on the page that shows it.
    static func drawing(of scene: Scene, style: FigureStyle, title: String, description: String, id: String) -> Drawing {
        var drawing = Drawing(svg: "", width: 0, height: 0)
        for detail in [TracingDetail.still, .coarse, .coarsest] {
            drawing = self.drawing(of: scene, detail: detail, style: style, title: title, description: description, id: id)
            if drawing.svg.utf8.count <= largest { break }
        }
        return drawing
    }

    private static func drawing(
        of scene: Scene, detail: TracingDetail, style: FigureStyle, title: String, description: String, id: String
    ) -> Drawing {
        let palette = Palette(style)
        var tracing = SceneTracing(scene, detail: detail)
        var layers = FloorLayers.layers(tracing, palette)
        layers += PropLayers.layers(&tracing, palette, isInFront: false)
        layers += GhostLayer.layers(tracing, palette)
        layers += figureLayers(&tracing, palette)
        let annotations = Annotations(scene, palette)
        layers += annotations.layers
        let frame = PictureFrame(from: annotations.least, to: annotations.most, isMirrored: scene.isMirrored)
        let document = SVGDocument(
            frame: frame, ink: palette.ink, title: title, description: description, id: id, layers: layers)
        return Drawing(svg: document.text, width: frame.width, height: frame.height)
    }

    /// A picture that moves through frames and back, resting at the held ones. All scenes share a viewport; the background has no bodies.
    static func motion(
        of frames: [Scene], holds: [Bool], background: Scene, style: FigureStyle, title: String, description: String, id: String
    ) -> Drawing {
        var drawing = Drawing(svg: "", width: 0, height: 0)
        for detail in [TracingDetail.motion, .coarseMotion] {
            drawing = motion(
                of: frames, holds: holds, background: background, detail: detail, style: style, title: title, description: description,
                id: id)
            if drawing.svg.utf8.count <= largestMotion { break }
        }
        return drawing
    }

    private static func motion(
        of frames: [Scene], holds: [Bool], background: Scene, detail: TracingDetail, style: FigureStyle, title: String,
        description: String, id: String
    ) -> Drawing {
        let palette = Palette(style)
        var ground = SceneTracing(background, detail: detail)
        let below = FloorLayers.layers(ground, palette) + PropLayers.layers(&ground, palette, isInFront: false)
        let contours = ContourLayers.layers(&ground, palette)
        let drawn = frames.map { scene -> [Layer] in
            var tracing = SceneTracing(scene, detail: detail)
            return figureLayers(&tracing, palette)
        }
        let size = background.viewport.size * Viewport.unitsPerMetre
        let frame = PictureFrame(from: .zero, to: size, isMirrored: background.isMirrored)
        let document = SVGDocument(
            frame: frame, ink: palette.ink, title: title, description: description, id: id, layers: below + contours)
        let text = FlipBook(document: document, frames: drawn, holds: holds).text
        return Drawing(svg: text, width: frame.width, height: frame.height)
    }

    /// Bodies with what stands before them.
    private static func figureLayers(_ tracing: inout SceneTracing, _ palette: Palette) -> [Layer] {
        var layers = BodyLayers.layers(&tracing, palette)
        layers += PropLayers.layers(&tracing, palette, isInFront: true)
        layers += ContourLayers.layers(&tracing, palette)
        if tracing.detail.hasSeam { layers += ShirtSeam.layers(tracing.scene, palette) }
        layers += FaceDecals.layers(tracing.scene, palette)
        return layers
    }
}
