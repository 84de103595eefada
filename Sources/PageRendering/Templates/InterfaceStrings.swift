package import Exercises

/// The words of a phrasebook as templates read them: `{{strings.site.nav.exercises}}`.
package struct InterfaceStrings: Sendable {
    private let root: Node

    /// A phrase, escaped, or a group of phrases.
    struct Node: Sendable {
        fileprivate var phrase: HTML?
        fileprivate var isUnfilled = false
        fileprivate var children: [String: Node] = [:]

        fileprivate var value: TemplateValue {
            phrase.map(TemplateValue.markup) ?? .object(FoundObject { key in children[key.text]?.value })
        }
    }

    package init(_ phrasebook: Phrasebook) {
        var root = Node()
        for (key, phrase) in phrasebook.phrases {
            Self.insert(phrase, at: key.split(separator: ".").map(String.init)[...], into: &root)
        }
        self.root = root
    }

    /// The names, by the dots of the phrases' keys.
    package var shape: Shape { Self.shape(of: root) }

    /// The phrases as templates read them, under their one name.
    var object: TemplateObject {
        FoundObject { [root] key in key == Self.rootKey ? root.value : nil }
    }

    /// The phrase that a tag such as `{{strings.site.skip}}` shows; none for any other name.
    func phrase(_ name: TemplateName) -> HTML? {
        guard name.components.first?.text == Self.root, !name.isLocal, name.transforms.isEmpty else { return nil }
        let node = name.components.dropFirst().reduce(Optional(root)) { node, part in node?.children[part.text] }
        return node?.phrase
    }

    /// The name under which templates find the phrases; no context may use it for anything else.
    static let root = "strings"
    private static let rootKey = TemplateKey(root)

    private static func insert(_ phrase: String, at path: ArraySlice<String>, into node: inout Node) {
        guard let name = path.first else {
            node.phrase = HTML(text: phrase)
            node.isUnfilled = hasPlace(phrase)
            return
        }
        insert(phrase, at: path.dropFirst(), into: &node.children[name, default: Node()])
    }

    /// Whether something is to be filled in, as in `about {amount}`.
    private static func hasPlace(_ phrase: String) -> Bool {
        phrase.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst().contains { part in
            let name = part.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
            return !name.isEmpty && name.endIndex < part.endIndex && part[name.endIndex] == UInt8(ascii: "}")
        }
    }

    private static func shape(of node: Node) -> Shape {
        guard node.phrase != nil else { return .object(node.children.mapValues(shape)) }
        return node.isUnfilled ? .unfilledPhrase : .text
    }
}
