/// A picture that moves: frames shown in turn by a style sheet, forwards and back again, with rests at held frames.
///
/// Where motion is unwanted or impossible (reduced motion, print, no style sheets) the last frame shows.
struct FlipBook: Sendable {
    /// Seconds that a held frame and a frame in between are shown.
    private static let hold = 1.1
    private static let step = 0.2

    /// Names the file; its layers are drawn below every frame.
    var document: SVGDocument
    var frames: [[Layer]]
    /// Whether each frame is held.
    var holds: [Bool]

    var text: String {
        let id = XMLText.identifier(document.id)
        guard frames.count > 1 else {
            var document = document
            document.layers += frames.first ?? []
            return document.text
        }
        var text = document.head + "<style>\(styleSheet(id))</style>" + document.group(document.layers)
        for (index, layers) in frames.enumerated() {
            let visibility = index < frames.count - 1 ? " visibility=\"hidden\"" : ""
            text += document.group(layers, attributes: " class=\"\(id)-f \(id)-\(index)\"\(visibility)")
        }
        return text + "</svg>"
    }

    private func styleSheet(_ id: String) -> String {
        let times = times
        let total = (times.last?.end ?? 1)
        func percent(_ seconds: Double) -> String {
            let hundredths = Int((seconds / total * 10_000).rounded())
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
        }
        var css = ".\(id)-f{animation:\(Int((total * 10).rounded()))00ms step-end infinite}"
        for index in frames.indices {
            var states: [String] = []
            var isShown = false
            for time in times where (time.frame == index) != isShown || time.start == 0 {
                isShown = time.frame == index
                states.append("\(percent(time.start)){visibility:\(isShown ? "visible" : "hidden")}")
            }
            css += "@keyframes \(id)-\(index){\(states.joined())}.\(id)-\(index){animation-name:\(id)-\(index)}"
        }
        return css + "@media (prefers-reduced-motion:reduce),print{.\(id)-f{animation:none}}"
    }

    /// Which frame shows when, once to and fro: the first and the last frame come once, the others twice.
    private var times: [(frame: Int, start: Double, end: Double)] {
        var times: [(frame: Int, start: Double, end: Double)] = []
        var now = 0.0
        for frame in Array(frames.indices) + frames.indices.dropFirst().dropLast().reversed() {
            let isHeld = frame < holds.count && holds[frame]
            let end = now + (isHeld ? Self.hold : Self.step)
            times.append((frame, now, end))
            now = end
        }
        return times
    }
}
