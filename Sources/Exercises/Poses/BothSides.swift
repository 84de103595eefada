/// A value for each side of the body.
package struct BothSides<Value> {
    package var right: Value
    package var left: Value

    package init(right: Value, left: Value) {
        self.right = right
        self.left = left
    }

    package init(_ value: (Side) -> Value) {
        right = value(.right)
        left = value(.left)
    }

    package subscript(side: Side) -> Value {
        get { side == .right ? right : left }
        set { if side == .right { right = newValue } else { left = newValue } }
    }

    /// Each side's value on the other side.
    package var swapped: BothSides { BothSides(right: left, left: right) }
}

extension BothSides: Equatable where Value: Equatable {}
extension BothSides: Hashable where Value: Hashable {}
extension BothSides: Encodable where Value: Encodable {}
extension BothSides: Sendable where Value: Sendable {}

extension Side {
    package var opposite: Side { self == .right ? .left : .right }
    /// How the pose language writes it: `R` or `L`.
    package var letter: String { self == .right ? "R" : "L" }
    /// 1 on the right, -1 on the left: the sign of the body's sideways axis.
    package var sign: Double { self == .right ? 1 : -1 }
}
