/// One kind of input, and what must hold of everything that is made of it.
protocol FuzzTarget {
    /// By which it is named on the command line.
    static var name: String { get }
    /// Words that mean something here, which mutations put in.
    static var dictionary: [String] { get }
    /// How many bytes an input has at most.
    static var longest: Int { get }

    /// Real inputs, with which mutation begins.
    var seeds: [[UInt8]] { get }

    /// Takes one input; throws what does not hold. The result names what the input reached, so that inputs which reach something new are
    /// kept.
    mutating func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String>
}

/// Something that must hold of every input and does not hold of this one.
struct BrokenProperty: Error {
    let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }

    static func require(_ condition: Bool, _ sentence: @autoclosure () -> String) throws(BrokenProperty) {
        if !condition { throw BrokenProperty(sentence()) }
    }
}

/// All targets, made from the library at `root`.
enum FuzzTargets {
    static let names = [
        QuantityTarget.name, ProseTarget.name, FrontMatterTarget.name, PoseTarget.name, SelectionTarget.name, RequestTarget.name,
    ]

    static func make(_ name: String, root: String) throws -> (any FuzzTarget)? {
        switch name {
        case QuantityTarget.name: QuantityTarget()
        case ProseTarget.name: ProseTarget(root: root)
        case FrontMatterTarget.name: try FrontMatterTarget(root: root)
        case PoseTarget.name: try PoseTarget(root: root)
        case SelectionTarget.name: try SelectionTarget(root: root)
        case RequestTarget.name: try RequestTarget()
        default: nil
        }
    }
}
