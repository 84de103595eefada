/// Two bones from a root to a target, bent towards a pole: the law of cosines. Out of reach, the end lies as near as it can.
struct TwoBoneChain {
    let middle: Vector
    let end: Vector
    /// The way that the middle joint points, at right angles to the line from root to end.
    let bendDirection: Vector

    init(root: Vector, target: Vector, upper: Double, lower: Double, pole: Vector) {
        let longest = (upper + lower) * 0.9995
        let shortest = abs(upper - lower) + 0.02
        let way = target - root
        let along = way.length > 1e-6 ? way.normalized : Vector(0, -1, 0)
        let distance = min(longest, max(shortest, way.length))
        end = root + along * distance
        let toMiddle = (upper * upper - lower * lower + distance * distance) / (2 * distance)
        let aside = max(0, upper * upper - toMiddle * toMiddle).squareRoot()
        var bend = pole.orthogonal(to: along)
        if bend.length < 1e-4 { bend = Vector(0.3, 0.5, 0.1).orthogonal(to: along) }
        bendDirection = bend.normalized
        middle = root + along * toMiddle + bendDirection * aside
    }
}
