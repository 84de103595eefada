/// Capital letters as strokes, so that a picture needs no font.
enum LetterGlyph {
    /// The height of a capital in the table's units.
    private static let height = 12.0

    /// Moves, lines and curves with absolute coordinates in a box of 10 by 12, y down.
    private static let table: [Character: String] = [
        "A": "M0 12 L5 0 L10 12 M1.7 8 L8.3 8",
        "B": "M1 6 L5.5 6 C10.3 6 10.3 12 5.5 12 L1 12 L1 0 L5 0 C9.3 0 9.3 6 5 6",
        "C": "M9.6 2.6 C6.5 -1.7 0 -.4 0 6 C0 12.4 6.5 13.7 9.6 9.4",
        "D": "M1 0 L4 0 C12 0 12 12 4 12 L1 12 L1 0",
        "E": "M8.5 0 L1.5 0 L1.5 12 L8.5 12 M1.5 6 L7.5 6",
        "F": "M8.5 0 L1.5 0 L1.5 12 M1.5 6 L7.5 6",
        "G": "M9.4 2.4 C6.3 -1.6 0 -.4 0 6 C0 13.4 9.6 14 9.6 6.6 L6 6.6",
        "H": "M1 0 L1 12 M9 0 L9 12 M1 6 L9 6",
        "I": "M5 0 L5 12",
        "J": "M7.5 0 L7.5 8.5 C7.5 13.2 1.5 13.2 1.5 9",
        "K": "M1 0 L1 12 M8.5 0 L1 7 M3.8 4.6 L9 12",
        "L": "M2 0 L2 12 L8.5 12",
        "M": "M0 12 L0 0 L5 7 L10 0 L10 12",
        "N": "M1 12 L1 0 L9 12 L9 0",
        "O": "M5 0 C-1.6 0 -1.6 12 5 12 C11.6 12 11.6 0 5 0",
        "P": "M1.5 12 L1.5 0 L5.5 0 C10.4 0 10.4 6.6 5.5 6.6 L1.5 6.6",
        "Q": "M5 0 C-1.6 0 -1.6 12 5 12 C11.6 12 11.6 0 5 0 M6.2 8.6 L9.6 12.6",
        "R": "M1.5 12 L1.5 0 L5.5 0 C10.2 0 10.2 6.4 5.5 6.4 L1.5 6.4 M5.2 6.4 L9 12",
        "S": "M8.8 2 C6.6 -.8 1.3 -.4 1.3 2.9 C1.3 7.2 9.2 4.8 9.2 9 C9.2 12.8 2.8 13 .8 9.8",
        "T": "M.5 0 L9.5 0 M5 0 L5 12",
        "U": "M1 0 L1 7.5 C1 13.5 9 13.5 9 7.5 L9 0",
        "V": "M.5 0 L5 12 L9.5 0",
        "W": "M-.5 0 L2.2 12 L5 2.5 L7.8 12 L10.5 0",
        "X": "M1 0 L9 12 M9 0 L1 12",
        "Y": "M.5 0 L5 6 L9.5 0 M5 6 L5 12",
        "Z": "M1 0 L9 0 L1 12 L9 12",
    ]

    /// A letter's strokes around an anchor, the right way round in mirrored pictures; small letters count as capitals, others as nothing.
    static func outlines(_ letter: Character, height size: Double, at anchor: Point) -> [Outline] {
        guard let glyph = table[Character(letter.uppercased().first.map(String.init) ?? "")] else { return [] }
        let scale = size / height
        return glyph.split(separator: "M").map { stroke in
            var numbers: [Double] = []
            var curves: [CubicCurve] = []
            var isCurve = false
            var current: Point?
            for word in stroke.split(separator: " ") {
                var digits = word
                if let first = word.first, first.isLetter {
                    isCurve = first == "C"
                    digits = word.dropFirst()
                }
                guard
                    let number = Double(
                        digits.hasPrefix("-.") ? "-0" + digits.dropFirst() : digits.hasPrefix(".") ? "0" + digits : digits[...])
                else { continue }
                numbers.append(number)
                guard numbers.count == (isCurve ? 6 : 2) else { continue }
                let points = stride(from: 0, to: numbers.count, by: 2).map { i in
                    (Point(numbers[i], numbers[i + 1]) - Point(5, height / 2)) * scale
                }
                if let start = current {
                    let controls = isCurve ? (points[0], points[1]) : (start, points[0])
                    curves.append(CubicCurve(start: start, control1: controls.0, control2: controls.1, end: points[points.count - 1]))
                }
                current = points[points.count - 1]
                numbers = []
            }
            return Outline(curves: curves, isClosed: false, anchor: anchor)
        }
    }
}
