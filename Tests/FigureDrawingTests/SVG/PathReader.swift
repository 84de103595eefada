@testable import FigureDrawing

/// Reads path data back: the points that a viewer sees, in picture units.
enum PathReader {
    static func points(_ text: String) -> [Point] {
        var points: [Point] = []
        var current = Point.zero
        for (command, numbers) in commands(text) {
            switch command {
            case "M":
                current = Point(numbers[0], numbers[1])
                points.append(current)
            case "l", "c":
                let group = command == "l" ? 2 : 6
                for start in stride(from: 0, to: numbers.count, by: group) {
                    let offsets = stride(from: start, to: start + group, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
                    points += offsets.map { current + $0 }
                    current = current + offsets[offsets.count - 1]
                }
            case "h", "v":
                for number in numbers {
                    current = current + (command == "h" ? Point(number, 0) : Point(0, number))
                    points.append(current)
                }
            default: break
            }
        }
        return points
    }

    private static func commands(_ text: String) -> [(Character, [Double])] {
        var result: [(Character, [Double])] = []
        var number = ""
        func flush() {
            if let value = Double(number.hasPrefix("-.") ? "-0" + number.dropFirst() : number.hasPrefix(".") ? "0" + number : number) {
                result[result.count - 1].1.append(value)
            }
            number = ""
        }
        for character in text {
            if character.isLetter {
                flush()
                result.append((character, []))
            } else if character == " " {
                flush()
            } else if character == "-" || (character == "." && number.contains(".")) {
                flush()
                number = String(character)
            } else {
                number.append(character)
            }
        }
        flush()
        return result
    }
}
