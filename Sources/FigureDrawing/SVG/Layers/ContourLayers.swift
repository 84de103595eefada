/// The lines inside bodies and furniture.
enum ContourLayers {
    static let occlusionWidth = 2.1
    static let creaseWidth = 1.4

    static func layers(_ tracing: SceneTracing, _ palette: Palette) -> [Layer] {
        var occlusions: [Outline] = []
        var creases: [Outline] = []
        let scale = tracing.scale
        let field = InnerDistance(tracing.scene.buffer)
        let smoothing = GaussianSmoothing(sigma: tracing.detail.smoothing * 0.9 * scale)
        let fitting = CurveFitting(error: tracing.detail.error * scale, stride: 2)
        let simplification = LineSimplification(tolerance: 1.4 * scale)
        let joining = ContourJoining(gap: 40 * scale, foreignGap: 8 * scale, reach: 8 * scale)
        var grid = LineGrid(width: tracing.scene.buffer.width, height: tracing.scene.buffer.height, cell: 3 * scale)
        // The longest first: what runs beside them is left out.
        let contours = joining.joined(tracing.contours.contours).enumerated().sorted {
            ($1.element.chain.points.count, $0.offset) < ($0.element.chain.points.count, $1.offset)
        }
        for contour in contours.map(\.element) {
            var chain = contour.chain
            let isRound = tracing.scene.roundProps.contains(contour.prop)
            func isLongEnough(_ chain: Chain) -> Bool {
                let length = Double(chain.points.count - 1) / scale
                return length >= (contour.isCrease ? 26 : 16) || (contour.isJoined && length >= 4)
            }
            guard isLongEnough(chain) else { continue }
            if contour.prop.isProp, !isRound {
                creases.append(Outline(lines: simplification.simplified(chain).points.map(tracing.unit), isClosed: chain.isClosed))
                continue
            }
            if !contour.prop.isProp, !chain.isClosed {
                if !contour.isJoined {
                    guard let trimmed = trimmed(chain, field, scale) else { continue }
                    chain = trimmed
                }
                guard let remainder = grid.remainder(of: chain.points) else { continue }
                chain.points = remainder
                guard isLongEnough(chain) else { continue }
            }
            grid.add(chain.points)
            guard let outline = tracing.outline(fitting.curves(through: smoothing.smoothed(chain)), isClosed: chain.isClosed) else {
                continue
            }
            if contour.isCrease || contour.prop.isProp { creases.append(outline) } else { occlusions.append(outline) }
        }
        return [
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: occlusionWidth), outlines: occlusions),
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: creaseWidth), outlines: creases),
        ]
    }

    /// Without the ends that run along the silhouette, where they would double its edge; none when nothing worth a line is left.
    private static func trimmed(_ chain: Chain, _ field: InnerDistance, _ scale: Double) -> Chain? {
        guard !chain.isClosed else { return chain }
        let points = chain.points
        let near = 6.4 * scale
        /// Points at an end that a line may have near the edge: it comes out of the edge there.
        let reach = Int(12 * scale)
        let first = points.firstIndex { !field.isWithin(near, of: $0) } ?? points.count
        let last = points.lastIndex { !field.isWithin(near, of: $0) } ?? -1
        guard first <= last else { return nil }
        let from = first > reach ? first - reach / 4 : 0
        let to = points.count - 1 - last > reach ? last + reach / 4 : points.count - 1
        guard Double(to - from) >= 10 * scale else { return nil }
        return Chain(points: Array(points[from...to]), isClosed: false)
    }
}

/// Whether empty pixels lie near a place: looks in eight directions only, as it is asked for few places.
private struct InnerDistance {
    let buffer: GeometryBuffer

    init(_ buffer: GeometryBuffer) { self.buffer = buffer }

    func isWithin(_ radius: Double, of corner: Point) -> Bool {
        let straight = Int(radius)
        let slant = Int(radius * 0.7071)
        let (x, y) = (Int(corner.x), Int(corner.y))
        for (dx, dy) in [
            (straight, 0), (-straight, 0), (0, straight), (0, -straight), (slant, slant), (-slant, slant), (slant, -slant),
            (-slant, -slant),
        ] {
            let (column, row) = (x + dx, y + dy)
            guard column >= 0, row >= 0, column < buffer.width, row < buffer.height else { return true }
            if buffer.part[row * buffer.width + column] == 0 { return true }
        }
        return false
    }
}
