/// An SVG file: a named picture of layers.
struct SVGDocument: Sendable {
    var frame: PictureFrame
    var ink: Colour
    var title: String
    var description: String
    var id: String
    /// Drawn first to last.
    var layers: [Layer]

    var text: String { head + group(layers) + "</svg>" }

    /// The start tag with title and description.
    var head: String {
        let id = XMLText.identifier(id)
        let hasDescription = !description.allSatisfy(\.isWhitespace)
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(frame.width) \(frame.height)" width="\(frame.width)" \
            height="\(frame.height)" role="img" aria-labelledby="\(id)-t\(hasDescription ? " \(id)-d" : "")">\
            <title id="\(id)-t">\(XMLText.escaped(title))</title>
            """
        if hasDescription { text += "<desc id=\"\(id)-d\">\(XMLText.escaped(description))</desc>" }
        return text
    }

    /// Layers in one group that sets what they share; further attributes start with a space.
    func group(_ layers: [Layer], attributes: String = "") -> String {
        var text = "<g\(attributes) fill=\"none\" stroke=\"\(ink.hex)\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
        for layer in layers {
            var path = PathText(frame)
            for outline in layer.outlines { path.append(outline) }
            if !path.bytes.isEmpty { text += "<path\(layer.paint.attributes(ink: ink)) d=\"\(path.text)\"/>" }
        }
        return text + "</g>"
    }
}
