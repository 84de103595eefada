import Diagnostics

/// The names of one exercise's pictures.
struct FigureNames {
    private let figures: [String: WrittenFigures.Figure]
    /// In the author's order.
    private let drawn: [String]
    private let own: Set<String>

    init(figures: [WrittenFigures.Figure], own: [String]) {
        self.figures = Dictionary(figures.map { ($0.item.name, $0) }, uniquingKeysWith: { first, _ in first })
        drawn = figures.map(\.item.name)
        self.own = Set(own)
    }

    var hasStart: Bool { figures["start"] != nil }

    /// Names of pictures that are no postures, with what they are.
    var notPostures: [String: String] {
        var reasons = Dictionary(own.sorted().map { ($0, "a picture of your own") }, uniquingKeysWith: { first, _ in first })
        for name in drawn where figures[name]?.mirrored != nil { reasons[name] = "a mirror image" }
        return reasons
    }

    /// The drawn pose of this name that is no mirror image.
    func posture(of name: String) -> WrittenFigures.Figure? {
        figures[name].flatMap { $0.mirrored == nil ? $0 : nil }
    }

    /// Reports a name that is none of a drawn picture.
    func check(_ name: String, at range: SourceRange, as key: String, log: DecodingLog) {
        if figures[name] != nil { return }
        if own.contains(name) {
            log.report("not-a-posture", "`\(name)` is a picture of your own, but `\(key)` names what is drawn", range)
            return
        }
        log.report("unknown-pose", "there is no pose `\(name)`", range, fix: log.suggestion(for: name, among: drawn))
    }

    /// Reports a name that is none of another posture.
    func checkPosture(_ name: String, at range: SourceRange, as key: String, of owner: String, log: DecodingLog) {
        if name == owner {
            log.report("refers-to-itself", "`\(key)` names the pose itself", range, fix: Fix("name another pose"))
        } else if figures[name]?.mirrored != nil {
            log.report("not-a-posture", "`\(name)` is a mirror image itself; `\(key)` needs the pose that it mirrors", range)
        } else {
            check(name, at: range, as: key, log: log)
        }
    }
}
