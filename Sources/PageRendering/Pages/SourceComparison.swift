import Exercises

/// What the sources of an exercise say of its figures, side by side.
struct SourceComparison: Hashable, Sendable {
    /// One figure and what each source says of it, in the order of the sources; nil where one says nothing.
    struct Row: Hashable, Sendable {
        let label: String
        let values: [String?]

        /// Whether two sources say different things. Silence is no difference.
        var isDisputed: Bool { Set(values.compactMap(\.self)).count > 1 }
    }

    let rows: [Row]

    /// Sources without figures count, too: that one gives none is worth knowing. No rows for fewer than two sources, or without a figure.
    init(_ reports: [SourceReport], doses: DosePhrasing) {
        let tables = reports.map { $0.dose.map(doses.rows)?.filter(\.isStated) ?? [] }
        guard reports.count > 1 else {
            rows = []
            return
        }
        var figures: [DosePhrasing.Row] = []
        for row in tables.joined() where !figures.contains(where: { $0.label == row.label }) { figures.append(row) }
        let order = figures.enumerated().sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }
        rows = order.map { _, figure in
            Row(label: figure.label, values: tables.map { table in table.first { $0.label == figure.label }?.value })
        }
    }

    /// The place of a figure in the order in which a dose is said; what is no figure, the sides and how to do more, comes last.
    private static func rank(_ row: DosePhrasing.Row) -> Int {
        switch row.field {
        case .hold?: 0
        case let field?: DoseField.plain.firstIndex(of: field) ?? DoseField.plain.count
        case nil: DoseField.plain.count
        }
    }
}
