import Diagnostics

/// The names in reach at one place of a template: the objects that mustache would search, innermost last.
struct TemplateScope: Hashable {
    struct Frame: Hashable {
        /// How the frame came about, such as `/steps[]`; stands for the shape when scopes are compared.
        let origin: String
        let shape: Shape

        static func == (left: Frame, right: Frame) -> Bool { left.origin == right.origin }
        func hash(into hasher: inout Hasher) { hasher.combine(origin) }
    }

    private(set) var frames: [Frame]
    /// The optional values that are known to be there, by frame and path.
    private var present: Set<String> = []
    /// Whether `index()`, `first()` and the like have a meaning: only right inside a list, not in a partial or a block.
    private(set) var isInSequence = false

    init(root: [String: Shape]) {
        frames = [Frame(origin: "", shape: .object(root))]
    }

    /// A name that was found.
    struct Resolution {
        let shape: Shape
        /// Stands for the value in `present`.
        let key: String
        /// The first part on the way that may be absent here.
        let unguarded: TemplateName.Part?
    }

    /// Why a name was not found.
    enum Failure: Error {
        case unknown(TemplateName.Part, candidates: [String])
        /// A component after something that has no fields.
        case noFields(TemplateName.Part, of: TemplateName.Part)
    }

    /// Looks a path up as mustache does: the first component from the inside out, the others below it.
    func resolve(_ name: TemplateName) throws(Failure) -> Resolution {
        let innermost = frames.count - 1
        guard let first = name.components.first else {
            return Resolution(shape: frames[innermost].shape.unwrapped, key: "\(innermost):", unguarded: nil)
        }
        let reach = name.isLocal ? innermost...innermost : 0...innermost
        guard let index = reach.reversed().first(where: { frames[$0].shape.unwrapped.fields[first.text] != nil }) else {
            throw .unknown(first, candidates: reach.flatMap { frames[$0].shape.unwrapped.fields.keys })
        }
        var shape = frames[index].shape.unwrapped
        var key = "\(index):"
        var unguarded: TemplateName.Part?
        var previous = first
        for part in name.components {
            guard case .object(let fields) = shape.unwrapped else { throw .noFields(part, of: previous) }
            guard let next = fields[part.text] else { throw .unknown(part, candidates: Array(fields.keys)) }
            shape = next
            key += ".\(part.text)"
            if next.isOptional, !present.contains(key), unguarded == nil { unguarded = part }
            previous = part
        }
        return Resolution(shape: shape, key: key, unguarded: unguarded)
    }

    /// The scope inside a section of a value that pushes nothing, such as a flag.
    func inside(present key: String) -> TemplateScope {
        var scope = self
        scope.present.insert(key)
        return scope
    }

    /// The scope inside a section that makes a value the innermost one.
    func inside(_ shape: Shape, key: String, isSequence: Bool) -> TemplateScope {
        var scope = inside(present: key)
        scope.frames.append(Frame(origin: (frames.last?.origin ?? "") + "/" + key + (isSequence ? "[]" : ""), shape: shape))
        scope.isInSequence = isSequence
        return scope
    }

    /// The scope in a partial or a block, where swift-mustache forgets the place in a list.
    var outsideSequence: TemplateScope {
        var scope = self
        scope.isInSequence = false
        return scope
    }
}
