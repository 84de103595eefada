/// Walks round regions of pixels along the cracks between pixels, with the region always on the right hand.
///
/// Pixels that touch at a corner only are apart, so that a boundary never crosses itself.
struct RegionTracer {
    private let map: RegionMap
    /// The round in which the left edge of each pixel was last walked.
    private var visited: [UInt8]
    private var round: UInt8 = 0

    init(_ map: RegionMap) {
        self.map = map
        visited = [UInt8](repeating: 0, count: map.width * map.height)
    }

    /// The boundaries of the region of some labels, in pixels: round it clockwise, round its holes anticlockwise.
    mutating func loops(of labels: RegionMap.Labels) -> [Chain] {
        if round == .max { self = RegionTracer(map) }
        round += 1
        var loops: [Chain] = []
        for y in 0..<map.height {
            var wasInside = false
            for index in map.rowStarts[y]..<map.rowStarts[y + 1] {
                let run = map.runs[index]
                let isInside = labels.has(run.label)
                if isInside, !wasInside, visited[y * map.width + Int(run.start)] != round {
                    loops.append(loop(x: Int(run.start), y: y, labels))
                }
                wasInside = isInside
            }
        }
        return loops
    }

    /// Starts upwards along the left edge of a pixel.
    private mutating func loop(x: Int, y: Int, _ labels: RegionMap.Labels) -> Chain {
        let (width, height, round) = (map.width, map.height, round)
        var points: [Point] = []
        map.labels.withUnsafeBufferPointer { pixels in
            visited.withUnsafeMutableBufferPointer { visited in
                func isInside(_ x: Int, _ y: Int) -> Bool {
                    x >= 0 && y >= 0 && x < width && y < height && labels.has(pixels[y * width + x])
                }
                let start = (x, y + 1)
                var (x, y) = start
                // 0 right, 1 down, 2 left, 3 up.
                var direction = 3
                repeat {
                    points.append(Point(Double(x), Double(y)))
                    // The pixels ahead, on the right hand and on the left.
                    let right: Bool
                    let left: Bool
                    switch direction {
                    case 0:
                        x += 1
                        (right, left) = (isInside(x, y), isInside(x, y - 1))
                    case 1:
                        y += 1
                        (right, left) = (isInside(x - 1, y), isInside(x, y))
                    case 2:
                        x -= 1
                        (right, left) = (isInside(x - 1, y - 1), isInside(x - 1, y))
                    default:
                        y -= 1
                        visited[y * width + x] = round
                        (right, left) = (isInside(x, y - 1), isInside(x - 1, y - 1))
                    }
                    if !right { direction = (direction + 1) & 3 } else if left { direction = (direction + 3) & 3 }
                } while !((x, y) == start && direction == 3)
            }
        }
        return Chain(points: points, isClosed: true)
    }
}
