import Diagnostics
import Exercises

extension MappingDecoder {
    /// Author, reviewer and dates; a page without the key has none of them.
    mutating func review() -> Review {
        guard var keys = mapping("review") else { return Review(author: nil, reviewedBy: nil, reviewed: nil, next: nil) }
        let author = keys.text("author")
        let reviewedBy = keys.text("reviewedBy")
        let reviewed = keys.date("reviewed")
        let next = keys.date("next")
        let changed = keys.date("changed")
        keys.finish()
        for (written, missing) in [("reviewed", "reviewedBy"), ("reviewedBy", "reviewed")] where keys.has(written) && !keys.has(missing) {
            log.report(
                "incomplete-review", "a review has a person and a day, but `\(keys.path(of: missing))` is missing",
                log.ranges[keys.path(of: written)], fix: Fix("add it, or remove `\(keys.path(of: written))`"))
        }
        if let reviewed, let next, next <= reviewed {
            log.report("review-dates", "the next review must come after the last one", log.ranges[keys.path(of: "next")])
        }
        return Review(author: author, reviewedBy: reviewedBy, reviewed: reviewed, next: next, changed: changed)
    }

    /// What each source says; a list of mappings.
    mutating func sourceReports() -> [SourceReport] {
        var reports: [SourceReport] = []
        let items = list("sources") ?? []
        reports.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            guard var keys = MappingDecoder(item, path: "sources.\(index)", log: log) else { continue }
            let id = keys.require("id", keys.slug("id"), expected: "the id of a source in Content/sources.yaml")
            var dose: Dose?
            if var mapping = keys.mapping("dose") {
                dose = mapping.dose()
                mapping.finish()
            }
            let notes = keys.texts("notes")
            keys.finish()
            guard let id else { continue }
            if reports.contains(where: { $0.id == id }) {
                log.report("duplicate-item", "the source `\(id)` stands twice", log.ranges[keys.path(of: "id")], fix: Fix("join the two"))
            }
            reports.append(SourceReport(id: id, dose: dose, notes: notes))
        }
        return reports
    }
}
