/// The transforms that templates may use, which are those of swift-mustache whose result keeps the promise of its shape. The ones that change
/// letters are left out, since text is already escaped; style sheets do that better.
enum TemplateTransforms {
    /// What a transform makes of a shape, by its name.
    static func results(for shape: Shape) -> [String: Shape] {
        switch shape {
        case .list(let element):
            ["count": .number, "empty": .flag, "first": .optional(element), "last": .optional(element), "reversed": shape]
        case .number: ["equalzero": .flag, "even": .flag, "odd": .flag, "plusone": .number, "minusone": .number]
        default: [:]
        }
    }

    /// What is known of the place in a list, as in `{{index()}}`, which counts from 0.
    static let ofSequence: [String: Shape] = ["index": .number, "first": .flag, "last": .flag, "even": .flag, "odd": .flag]
}
