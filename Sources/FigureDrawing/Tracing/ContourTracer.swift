/// Finds the lines inside a picture: where one limb passes in front of another, where parts touch, and creases.
struct ContourTracer: Sendable {
    /// A chain of pixel edges, in pixels.
    struct Contour: Sendable {
        var chain: Chain
        /// The piece of furniture that the line belongs to; nothing for the body's own lines.
        var prop: PartID
        /// The limb or thing that it bounds, as `Crack.line`.
        var line: UInt16
        /// Whether it is a mere change of direction of the surface.
        var isCrease: Bool
        /// Whether both ends meet other lines.
        var isJoined: Bool
    }

    /// Metres by which the depth jumps, beyond the slope of the surface, where something passes in front of something else.
    static let depthJump: Float = 0.013
    /// The dot product of normals under which two adjacent parts meet in a crease: 65°.
    static let bodyCrease: Float = 0.42
    /// The same between faces of furniture: 46°.
    static let propCrease: Float = 0.7

    private(set) var contours: [Contour] = []
    /// For each piece of furniture by `PartID.raw`: edges where it hides a body, less edges where a body hides it.
    private(set) var coverage = [Int](repeating: 0, count: 256)

    init(_ buffer: GeometryBuffer) {
        let count = buffer.width * buffer.height
        guard buffer.width > 3, buffer.height > 3, buffer.depth.count == count, buffer.part.count == count,
            buffer.triangle.count == count
        else { return }
        var chains = CrackChains(width: buffer.width, height: buffer.height)
        contours = chains.contours(of: sortedCracks(buffer))
    }

    /// Bucketed by the line they belong to, in the order of the rows within a bucket.
    private mutating func sortedCracks(_ buffer: GeometryBuffer) -> [Crack] {
        let cracks = cracks(buffer)
        var starts = [Int](repeating: 0, count: Crack.lineCount + 1)
        for crack in cracks { starts[Int(crack.line) + 1] += 1 }
        for i in 1...Crack.lineCount { starts[i] += starts[i - 1] }
        var order = [Int](repeating: 0, count: cracks.count)
        for (index, crack) in cracks.enumerated() {
            order[starts[Int(crack.line)]] = index
            starts[Int(crack.line)] += 1
        }
        return order.map { cracks[$0] }
    }

    private mutating func cracks(_ buffer: GeometryBuffer) -> [Crack] {
        let (width, height) = (buffer.width, buffer.height)
        var cracks: [Crack] = []
        cracks.reserveCapacity(8192)
        var coverage = coverage
        let table = PartTable()
        buffer.part.withUnsafeBufferPointer { parts in
            buffer.depth.withUnsafeBufferPointer { depth in
                buffer.triangle.withUnsafeBufferPointer { triangles in
                    let pixels = Pixels(parts: parts, depth: depth, triangles: triangles, normals: buffer.normals)
                    for y in 1..<height - 2 {
                        let row = y * width
                        var next = row + 1
                        while next < row + width - 2 {
                            let i = next
                            next += 1
                            let part = parts[i]
                            if part == 0 {
                                // Most of a picture is empty: eight pixels at a time.
                                if i + 8 <= row + width - 2,
                                    UnsafeRawBufferPointer(parts).loadUnaligned(fromByteOffset: i, as: UInt64.self) == 0
                                {
                                    next = i + 8
                                }
                                continue
                            }
                            var direction = 0
                            while direction < 2 {
                                let isVertical = direction == 0
                                direction += 1
                                let step = isVertical ? 1 : width
                                let other = parts[i + step]
                                if other == 0 { continue }
                                let rise = depth[i + step] - depth[i]
                                if part == other, abs(rise) <= Self.depthJump, part < 64 || triangles[i] == triangles[i + step] { continue }
                                let (a, b) = (PartID(raw: part), PartID(raw: other))
                                if a.isProp != b.isProp {
                                    // The silhouette draws this edge.
                                    let isPropInFront = a.isProp == (rise > 0)
                                    coverage[Int(a.isProp ? part : other)] += isPropInFront ? 1 : -1
                                    continue
                                }
                                guard let kind = pixels.kind(i, step, table) else { continue }
                                let isTouching = kind == .touch && abs(rise) < Self.depthJump
                                let owner = isTouching ? min(part, other) : rise > 0 ? part : other
                                cracks.append(
                                    Crack(
                                        x: Int32(truncatingIfNeeded: i - row + (isVertical ? 1 : 0)),
                                        y: Int32(truncatingIfNeeded: y + (isVertical ? 0 : 1)), isVertical: isVertical,
                                        line: Crack.line(of: PartID(raw: owner), isCrease: kind == .crease)))
                            }
                        }
                    }
                }
            }
        }
        self.coverage = coverage
        return cracks
    }
}

/// Which parts grow out of each other, so that no line runs between them.
private struct PartTable {
    private var rows = [UInt32](repeating: 0, count: 32)

    init() {
        let pairs: [(PartID, PartID)] = [
            (.torso, .neck), (.neck, .head), (.torso, .upperArmR), (.upperArmR, .forearmR), (.forearmR, .handR),
            (.torso, .upperArmL), (.upperArmL, .forearmL), (.forearmL, .handL), (.torso, .thighR), (.thighR, .shankR),
            (.shankR, .footR), (.torso, .thighL), (.thighL, .shankL), (.shankL, .footL), (.thighR, .thighL),
        ]
        for (a, b) in pairs {
            rows[Int(a.raw)] |= 1 << UInt32(b.raw)
            rows[Int(b.raw)] |= 1 << UInt32(a.raw)
        }
    }

    /// Of two different parts of bodies.
    func areAdjacent(_ a: UInt8, _ b: UInt8) -> Bool { a >> 5 == b >> 5 && rows[Int(a & 31)] >> UInt32(b & 31) & 1 != 0 }
}

/// A view of the buffer's arrays for the hot loop.
private struct Pixels {
    enum Kind { case occlusion, touch, crease }

    let parts: UnsafeBufferPointer<UInt8>
    let depth: UnsafeBufferPointer<Float>
    let triangles: UnsafeBufferPointer<Int32>
    let normals: [SIMD3<Float>]

    /// What runs between a pixel and the next one, `step` further; neither is empty, and both are of bodies or both of furniture.
    func kind(_ i: Int, _ step: Int, _ table: PartTable) -> Kind? {
        let (a, b) = (parts[i], parts[i + step])
        let rise = depth[i + step] - depth[i]
        let isSame = a == b
        let isEarOnHead = isEar(a) && b & 31 == PartID.head.raw || isEar(b) && a & 31 == PartID.head.raw
        let isProp = a >= 64
        // Fingers are all of one part: only a hand before something else is a line, not finger before finger.
        if isSame, !isProp, PartID(raw: a).isHand, abs(rise) < 0.03 { return nil }
        if abs(rise) > ContourTracer.depthJump {
            // The surface that is in front keeps its own slope: what goes beyond it is a jump.
            let slope: Float
            if rise > 0 {
                slope = parts[i - step] == a ? abs(depth[i] - depth[i - step]) : 0
            } else {
                slope = parts[i + 2 * step] == b ? abs(depth[i + 2 * step] - depth[i + step]) : 0
            }
            if abs(rise) - min(slope, 2 * ContourTracer.depthJump) > ContourTracer.depthJump, !isEarOnHead { return .occlusion }
        }
        if isProp { return normalsDot(i, i + step) < ContourTracer.propCrease ? .crease : nil }
        if isSame { return nil }
        // An ear is too small for a bold line.
        if isEarOnHead { return .crease }
        if !table.areAdjacent(a, b) { return .touch }
        let isNeck = a & 31 == PartID.neck.raw || b & 31 == PartID.neck.raw
        return !isNeck && normalsDot(i, i + step) < ContourTracer.bodyCrease ? .crease : nil
    }

    private func isEar(_ part: UInt8) -> Bool { part < 64 && part & 31 == PartID.ear.raw }

    private func normalsDot(_ i: Int, _ j: Int) -> Float {
        let (a, b) = (Int(triangles[i]), Int(triangles[j]))
        guard a != b, normals.indices.contains(a), normals.indices.contains(b) else { return 1 }
        return (normals[a] * normals[b]).sum()
    }
}

extension PartID {
    fileprivate var isHand: Bool { anatomical == .handR || anatomical == .handL }
}
