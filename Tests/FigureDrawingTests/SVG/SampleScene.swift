import Exercises

@testable import FigureDrawing

extension GeometryBuffer {
    static func empty(width: Int, height: Int) -> GeometryBuffer {
        let count = width * height
        return GeometryBuffer(
            width: width, height: height, depth: [Float](repeating: .infinity, count: count), part: [UInt8](repeating: 0, count: count),
            material: [UInt8](repeating: 0, count: count), triangle: [Int32](repeating: -1, count: count), normals: [SIMD3(0, 0, 1)])
    }

    mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ part: PartID, _ material: Material, depth: Float) {
        for y in rows {
            for x in columns {
                let i = y * width + x
                (self.depth[i], self.part[i], self.material[i], triangle[i]) = (depth, part.raw, material.rawValue, 0)
            }
        }
    }
}

extension Scene {
    /// Pixels without a body's joints.
    init(buffer: GeometryBuffer) {
        let size = Point(Double(buffer.width), Double(buffer.height)) / 2 / Viewport.unitsPerMetre
        let viewport = Viewport(view: View(.side), origin: .zero, size: size, pixelsPerUnit: 2)
        self.init(buffer: buffer, viewport: viewport, postures: [], persons: [Person()])
    }

    /// A trunk with shorts and an arm before it, on a box.
    static var blocks: Scene {
        var buffer = GeometryBuffer.empty(width: 300, height: 240)
        buffer.fill(80..<220, 60..<140, .torso, .top, depth: 1)
        buffer.fill(80..<220, 140..<180, .torso, .shorts, depth: 1)
        buffer.fill(120..<150, 80..<170, .forearmR, .skin, depth: 0.8)
        buffer.fill(60..<240, 180..<230, .prop(0), .prop, depth: 1.1)
        return Scene(buffer: buffer)
    }
}
