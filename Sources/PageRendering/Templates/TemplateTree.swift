import Diagnostics

/// A name in a tag: a path of components and the transforms around it, as in `{{count(steps)}}`.
struct TemplateName: Hashable, Sendable {
    struct Part: Hashable, Sendable {
        let text: String
        let range: SourceRange
    }

    /// The components between the dots; none for `.` and for `index()`.
    let components: [Part]
    /// Outermost first.
    let transforms: [Part]
    /// Whether it begins with a dot: then it is looked up in the innermost object only.
    let isLocal: Bool
    /// The whole as written, without the surrounding blanks.
    let whole: Part

    var path: String { components.map(\.text).joined(separator: ".") }
}

/// A part of a template that is not plain text.
indirect enum TemplateNode: Sendable {
    case variable(TemplateName, isRaw: Bool)
    case section(TemplateName, isInverted: Bool, [TemplateNode])
    case partial(TemplateName.Part)
    /// A parent with the blocks that replace its own.
    case parent(TemplateName.Part, blocks: [TemplateBlock])
    case block(TemplateBlock)
}

/// A named block: in a parent's text the place and what stands there by default, in a child what replaces it.
struct TemplateBlock: Sendable {
    let name: TemplateName.Part
    let nodes: [TemplateNode]
}

/// One template, read: its tags as a tree and the text that is compiled.
struct TemplateTree: Sendable {
    let file: SourceFile
    let nodes: [TemplateNode]
    /// The variables with two braces, in order: where the tag stands and its name.
    let escapedVariables: [(range: SourceRange, name: TemplateName)]

    /// The text to compile, with every variable unescaped: values are escaped when they are made, once and by bytes (see `HTML`).
    /// What is the same on every page, which is what `constant` gives, is written out, so that it is not looked up for each page.
    func compiledText(constant: (TemplateName) -> HTML?) -> String {
        let bytes = Array(file.text.utf8)
        var compiled: [UInt8] = []
        var position = 0
        for (range, name) in escapedVariables {
            compiled += bytes[position..<range.lowerBound]
            if let constant = constant(name) {
                // A brace in it must not begin a tag.
                compiled += constant.markup.replacing("{", with: "&#123;").utf8
            } else {
                compiled.append(UInt8(ascii: "{"))
                compiled += bytes[range.lowerBound..<range.upperBound]
                compiled.append(UInt8(ascii: "}"))
            }
            position = range.upperBound
        }
        return String(decoding: compiled + bytes[position...], as: UTF8.self)
    }
}
