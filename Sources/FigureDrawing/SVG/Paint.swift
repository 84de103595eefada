/// How a layer's outlines are filled and stroked, as presentation attributes: they work in any page and under any content security policy.
struct Paint: Hashable, Sendable {
    /// None for lines.
    var fill: Colour?
    var fillOpacity = 1.0
    /// None for fills without an edge.
    var stroke: Colour?
    /// Picture units.
    var strokeWidth = 1.0
    var dashes: String?
    /// Whether the stroke lies below the fill, so that only its outer half shows.
    var isStrokeBelow = false

    /// The attributes that differ from what the document sets for all: no fill, and strokes in ink with round ends and joins.
    func attributes(ink: Colour) -> String {
        var text = ""
        if let fill { text += " fill=\"\(fill.hex)\"" }
        if fillOpacity < 1 { text += " fill-opacity=\"\(Self.hundredths(fillOpacity))\"" }
        if let stroke {
            if stroke != ink { text += " stroke=\"\(stroke.hex)\"" }
            if strokeWidth != 1 { text += " stroke-width=\"\(Self.hundredths(strokeWidth))\"" }
            if let dashes { text += " stroke-dasharray=\"\(dashes)\"" }
            if isStrokeBelow { text += " paint-order=\"stroke\"" }
        } else {
            text += " stroke=\"none\""
        }
        return text
    }

    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int((min(1000, max(0, value)) * 100).rounded())
        let digits = hundredths % 100
        guard digits != 0 else { return String(hundredths / 100) }
        let fraction = digits % 10 == 0 ? "\(digits / 10)" : digits < 10 ? "0\(digits)" : "\(digits)"
        return (hundredths < 100 ? "" : String(hundredths / 100)) + "." + fraction
    }
}

/// Outlines of one paint, drawn together.
struct Layer: Hashable, Sendable {
    var paint: Paint
    var outlines: [Outline]
}
