import Diagnostics

/// Reads a template into its tree and says what is wrong with its tags.
///
/// `TemplateCompiler` reads the same text again to render it, and takes it to be without errors.
struct TemplateParser {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var scanner: TemplateScanner
    private var place = MarkupPlace()
    /// How far `place` has come.
    private var placeOffset = 0
    private var escapedVariables: [(range: SourceRange, name: TemplateName)] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ file: SourceFile) {
        self.file = file
        bytes = Array(file.text.utf8)
        scanner = TemplateScanner(file.text)
    }

    /// The whole template. When `diagnostics` then holds errors the tree is incomplete.
    mutating func parse() -> TemplateTree {
        let nodes = parseNodes(inside: nil).nodes
        return TemplateTree(file: file, nodes: nodes, escapedVariables: escapedVariables)
    }

    /// The nodes up to the tag that closes `open`, and where that tag begins.
    private mutating func parseNodes(inside open: TemplateTag?) -> (nodes: [TemplateNode], end: Int) {
        var nodes: [TemplateNode] = []
        while let tag = nextTag() {
            switch tag.kind {
            case .comment: break
            case .unsupported:
                report("template-not-supported", "set delimiters and pragmas are not supported here", tag.content.range)
            case .variable, .rawVariable:
                guard let name = name(tag.content) else { continue }
                nodes.append(.variable(name, isRaw: tag.kind == .rawVariable))
                if tag.kind == .variable { escapedVariables.append((tag.range, name)) }
            case .section, .invertedSection:
                let children = parseNodes(inside: tag).nodes
                if let name = name(tag.content) { nodes.append(.section(name, isInverted: tag.kind == .invertedSection, children)) }
            case .partial:
                if let name = templateName(tag.content) { nodes.append(.partial(name)) }
            case .parent:
                let blocks = parseBlocks(of: tag)
                if let name = templateName(tag.content) { nodes.append(.parent(name, blocks: blocks)) }
            case .block:
                let children = parseNodes(inside: tag).nodes
                if checkBlockName(tag.content) { nodes.append(.block(TemplateBlock(name: tag.content, nodes: children))) }
            case .close:
                guard let open else {
                    report("template-syntax", "`\(tag.content.text)` is closed here but was never opened", tag.content.range)
                    continue
                }
                checkClose(tag, of: open)
                return (nodes, tag.range.lowerBound)
            }
        }
        if let open { report("template-syntax", "`\(open.content.text)` is opened here but never closed", open.content.range) }
        return (nodes, file.text.utf8.count)
    }

    /// What stands inside a parent: only blocks count there, all else would silently not be shown.
    private mutating func parseBlocks(of open: TemplateTag) -> [TemplateBlock] {
        var blocks: [TemplateBlock] = []
        var textStart = open.range.upperBound
        while let tag = nextTag() {
            checkNoText(from: textStart, to: tag.range.lowerBound)
            textStart = tag.range.upperBound
            switch tag.kind {
            case .comment: break
            case .block:
                let (nodes, end) = parseNodes(inside: tag)
                textStart = end
                skipCloseTag(&textStart)
                if checkBlockName(tag.content) { blocks.append(TemplateBlock(name: tag.content, nodes: nodes)) }
            case .close:
                checkClose(tag, of: open)
                return blocks
            case .section, .invertedSection, .parent:
                report("template-syntax", "only blocks may stand between a parent and its end", tag.range, notes: [Self.blockHint])
                textStart = parseNodes(inside: tag).end
                skipCloseTag(&textStart)
            case .variable, .rawVariable, .partial, .unsupported:
                report("template-syntax", "only blocks may stand between a parent and its end", tag.range, notes: [Self.blockHint])
            }
        }
        report("template-syntax", "`\(open.content.text)` is opened here but never closed", open.content.range)
        return blocks
    }

    private static let blockHint = "a block is written {{$name}}…{{/name}}"

    private func skipCloseTag(_ offset: inout Int) {
        let rest = Substring(file.text.utf8.dropFirst(offset))
        if let end = rest.firstRange(of: "}}")?.upperBound { offset += rest.utf8.distance(from: rest.startIndex, to: end) }
    }

    private mutating func nextTag() -> TemplateTag? {
        do {
            let tag = try scanner.next()
            if let tag { follow(tag) }
            return tag
        } catch {
            report("template-syntax", "this tag is not closed; expected `\(error.expected)`", error.range)
            return nil
        }
    }

    /// Moves on to a tag and checks that what it shows is safe where it stands.
    private mutating func follow(_ tag: TemplateTag) {
        place.advance(over: bytes[placeOffset..<tag.range.lowerBound])
        placeOffset = tag.range.upperBound
        guard tag.kind == .variable || tag.kind == .rawVariable else { return }
        if let objection = place.objection(isRaw: tag.kind == .rawVariable) {
            report("template-unsafe-place", objection, tag.range)
        }
    }

    private mutating func checkClose(_ tag: TemplateTag, of open: TemplateTag) {
        guard tag.content.text != open.content.text else { return }
        let opened = file.position(of: open.content.range.lowerBound).line
        report(
            "template-syntax", "`\(tag.content.text)` is closed here, but `\(open.content.text)` is open since line \(opened)",
            tag.content.range, fix: Fix("close `\(open.content.text)`", edit: Edit(tag.content.range, open.content.text)))
    }

    private mutating func checkNoText(from start: Int, to end: Int) {
        let bytes = file.text.utf8.prefix(end).dropFirst(start)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return }
        let offset = file.text.utf8.distance(from: file.text.startIndex, to: first)
        report("template-syntax", "text outside of a block is never shown", SourceRange(offset, end), notes: [Self.blockHint])
    }

    private mutating func checkBlockName(_ part: TemplateName.Part) -> Bool {
        let isName = !part.text.isEmpty && part.text.utf8.allSatisfy { Self.isNameByte($0) }
        if !isName { report("template-syntax", "expected the name of a block", part.range) }
        return isName
    }

    private mutating func templateName(_ part: TemplateName.Part) -> TemplateName.Part? {
        if part.text.hasPrefix("*") {
            report("template-not-supported", "dynamic names are not supported here", part.range)
            return nil
        }
        guard !part.text.isEmpty, part.text.utf8.allSatisfy({ Self.isNameByte($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") })
        else {
            report("template-syntax", "expected the name of a template", part.range)
            return nil
        }
        return part
    }

    /// Reads `a.b`, `.`, `.a`, `count(a.b)`, `index()`.
    private mutating func name(_ whole: TemplateName.Part) -> TemplateName? {
        var transforms: [TemplateName.Part] = []
        var rest = Substring(whole.text)
        var offset = whole.range.lowerBound
        while let bracket = rest.firstIndex(of: "(") {
            let text = String(rest[..<bracket])
            transforms.append(TemplateName.Part(text: text, range: SourceRange(offset, offset + text.utf8.count)))
            rest = rest[rest.index(after: bracket)...]
            offset += text.utf8.count + 1
        }
        let closing = String(repeating: ")", count: transforms.count)
        let isBalanced = rest.hasSuffix(closing)
        if isBalanced { rest = rest.dropLast(closing.count) }
        let isLocal = rest.first == "." && rest.count > 1
        if isLocal {
            rest = rest.dropFirst()
            offset += 1
        }
        var components: [TemplateName.Part] = []
        if rest != ".", !(rest.isEmpty && !transforms.isEmpty) {
            for text in rest.split(separator: ".", omittingEmptySubsequences: false) {
                components.append(TemplateName.Part(text: String(text), range: SourceRange(offset, offset + text.utf8.count)))
                offset += text.utf8.count + 1
            }
        }
        let parts = components + transforms
        guard isBalanced, parts.allSatisfy({ !$0.text.isEmpty && $0.text.utf8.allSatisfy(Self.isNameByte) }) else {
            report("template-syntax", whole.text.isEmpty ? "this tag has no name" : "`\(whole.text)` is not a name", whole.range)
            return nil
        }
        return TemplateName(components: components, transforms: transforms, isLocal: isLocal, whole: whole)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private mutating func report(_ id: String, _ message: String, _ range: SourceRange, notes: [String] = [], fix: Fix? = nil) {
        diagnostics.append(Diagnostic(id, .error, message, in: file, range, notes: notes, fix: fix))
    }
}
