import CCMark
import Foundation

/// The tree that libcmark builds for one text, owned: freed when the value goes out of scope.
///
/// A `Node` points into the tree, so nodes are handed only to the closure of `walk` and must not be kept.
struct Tree: ~Copyable {
    private let root: OpaquePointer

    /// Parses UTF-8 text; none only when libcmark returns no tree.
    init?(parsing text: some Collection<UInt8>) {
        let parsed = text.withContiguousStorageIfAvailable(Self.parse) ?? Array(text).withUnsafeBufferPointer(Self.parse)
        guard let parsed else { return nil }
        root = parsed
    }

    deinit {
        cmark_node_free(root)
    }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        text.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }

    /// Whether a walk comes to a node before or after its children; a node that can have none is only entered.
    enum Step {
        case enter
        case exit
    }

    /// Visits every node in reading order, without recursion: the depth of the tree is in the author's hand.
    borrowing func walk<Failure: Error>(_ visit: (Step, Node) throws(Failure) -> Void) throws(Failure) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { return }
            try visit(event == CMARK_EVENT_ENTER ? .enter : .exit, Node(pointer: pointer))
        }
    }
}

/// One node of a `Tree`, valid only inside its `walk`.
struct Node {
    fileprivate let pointer: OpaquePointer

    var type: cmark_node_type { cmark_node_get_type(pointer) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) == 1 }
    /// The first number of an ordered list; none for a bullet list.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// Lines from 1; columns in bytes from 1, the end column inclusive.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    /// A text that libcmark owns, which must not be kept.
    typealias Text = UnsafeBufferPointer<UInt8>

    /// Hands the text of a node without children to a closure.
    func withLiteral<Value>(_ read: (Text) -> Value) -> Value { Self.withText(cmark_node_get_literal(pointer), read) }

    func withFenceInfo<Value>(_ read: (Text) -> Value) -> Value { Self.withText(cmark_node_get_fence_info(pointer), read) }

    /// Hands the destination and the title of a link or an image to a closure.
    func withLink<Value>(_ read: (_ destination: Text, _ title: Text) -> Value) -> Value {
        Self.withText(cmark_node_get_url(pointer)) { destination in
            Self.withText(cmark_node_get_title(pointer)) { read(destination, $0) }
        }
    }

    private static func withText<Value>(_ text: UnsafePointer<CChar>?, _ read: (Text) -> Value) -> Value {
        guard let text else { return read(Text(start: nil, count: 0)) }
        let count = strlen(text)
        return text.withMemoryRebound(to: UInt8.self, capacity: count) { read(Text(start: $0, count: count)) }
    }
}
