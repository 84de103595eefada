/// Writes path data in tenths of a picture unit, in relative coordinates and the shortest notation.
///
/// Every point is rounded where it lies, and differences are taken between rounded points: errors do not add up.
struct PathText: Sendable {
    private(set) var bytes: [UInt8] = []
    private let frame: PictureFrame
    private var current = SIMD2<Int>(0, 0)
    /// The command that is written before a further group of numbers of its kind may stand without one.
    private var command: UInt8 = 0
    private var lastHasPoint = false
    private var needsSeparator = false

    init(_ frame: PictureFrame) { self.frame = frame }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ outline: Outline) {
        switch outline.pieces {
        case .curves(let curves):
            guard let first = curves.first else { return }
            move(frame.tenths(first.start, anchor: outline.anchor))
            for curve in curves { append(curve, outline.anchor) }
        case .lines(let points):
            guard points.count > 1 else { return }
            move(frame.tenths(points[0], anchor: outline.anchor))
            for point in points.dropFirst() { line(to: frame.tenths(point, anchor: outline.anchor)) }
        }
        if outline.isClosed {
            bytes.append(UInt8(ascii: "z"))
            command = 0
        }
    }

    private mutating func append(_ curve: CubicCurve, _ anchor: Point?) {
        let start = current
        let points = [curve.control1, curve.control2, curve.end].map { frame.tenths($0, anchor: anchor) }
        let chord = points[2] &- start
        // A curve whose handles lie within a tenth of its chord, in order, is a line.
        let length = Double(chord.x * chord.x + chord.y * chord.y).squareRoot()
        let isStraight = points[0...1].allSatisfy { point in
            let offset = point &- start
            let along = offset.x * chord.x + offset.y * chord.y
            return abs(Double(offset.x * chord.y - offset.y * chord.x)) <= length && along >= 0
                && along <= chord.x * chord.x + chord.y * chord.y
        }
        guard !isStraight else { return line(to: points[2]) }
        begin(UInt8(ascii: "c"))
        for point in points { write(point &- start) }
        current = points[2]
    }

    private mutating func move(_ point: SIMD2<Int>) {
        begin(UInt8(ascii: "M"))
        write(point)
        current = point
        // What follows a move without a command is an absolute line.
        command = 0
    }

    private mutating func line(to point: SIMD2<Int>) {
        let delta = point &- current
        if delta.y == 0 {
            begin(UInt8(ascii: "h"))
            write(delta.x)
        } else if delta.x == 0 {
            begin(UInt8(ascii: "v"))
            write(delta.y)
        } else {
            begin(UInt8(ascii: "l"))
            write(delta)
        }
        current = point
    }

    private mutating func begin(_ next: UInt8) {
        guard next != command else { return }
        bytes.append(next)
        command = next
        needsSeparator = false
    }

    private mutating func write(_ point: SIMD2<Int>) {
        write(point.x)
        write(point.y)
    }

    private mutating func write(_ tenths: Int) {
        let (whole, part) = (abs(tenths) / 10, abs(tenths) % 10)
        let startsWithPoint = whole == 0 && part != 0
        if tenths < 0 {
            bytes.append(UInt8(ascii: "-"))
        } else if needsSeparator, !(startsWithPoint && lastHasPoint) {
            bytes.append(UInt8(ascii: " "))
        }
        if !startsWithPoint { bytes.append(contentsOf: String(whole).utf8) }
        if part != 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(UInt8(ascii: "0") + UInt8(part))
        }
        lastHasPoint = part != 0
        needsSeparator = true
    }
}
