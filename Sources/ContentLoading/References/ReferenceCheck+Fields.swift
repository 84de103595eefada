import Diagnostics
import Exercises

extension ReferenceCheck {
    /// The slugs, sources and pictures that an exercise's front matter names.
    mutating func checkFields(of exercise: Exercise) {
        let ranges = ranges
        for (key, slugs) in [("easier", exercise.easier), ("harder", exercise.harder), ("related", exercise.related)] {
            for (index, slug) in slugs.enumerated() {
                if slug == exercise.slug {
                    report("refers-to-itself", "`\(key)` names the exercise itself", ranges["\(key).\(index)"], fix: Fix("remove it"))
                } else {
                    check(slug, among: targets.exercises, "exercise", at: ranges["\(key).\(index)"])
                }
            }
        }
        for (index, report) in exercise.sources.enumerated() { check(source: report.id, at: ranges["sources.\(index).id"]) }
        for (field, id) in exercise.doseOrigins {
            if exercise.sources.contains(where: { $0.id == id }) { continue }
            let place = ranges["dose.from.\(field.name)"] ?? ranges["dose.from.hold"] ?? ranges["dose.from"]
            if targets.sources.contains(id) {
                report("origin-not-listed", "`\(id)` is not among the sources of this exercise", place, fix: Fix("add it under `sources:`"))
            } else {
                check(source: id, at: place)
            }
        }
        for picture in exercise.pictures { check(media: picture.image, at: ranges["figures.poses.\(picture.pose).image"]) }
    }

    /// The sources that a guidance page names.
    mutating func checkFields(of guidance: Guidance) {
        let ranges = ranges
        for (index, id) in guidance.sources.enumerated() { check(source: id, at: ranges["sources.\(index)"]) }
    }

    /// The exercises that a programme lists, and the figures that it changes.
    mutating func checkFields(of programme: Programme, exercises: [Slug: Exercise]) {
        let ranges = ranges
        for (index, entry) in programme.entries.enumerated() {
            check(entry.exercise, among: targets.exercises, "exercise", at: ranges["exercises.\(index).exercise"])
            guard let exercise = exercises[entry.exercise] else { continue }
            for field in entry.doseChange.figures.keys.sorted(by: { $0.name < $1.name }) {
                guard case .hold(let phase?) = field, exercise.dose?[field] == nil else { continue }
                let phases = exercise.dose?.hold?.phases.compactMap(\.name) ?? []
                report(
                    "unknown-phase", "the hold of `\(exercise.slug)` has no phase `\(phase)`",
                    ranges["exercises.\(index).dose.hold.\(phase)"],
                    notes: phases.isEmpty ? [] : ["its phases are: \(phases.joined(separator: ", "))"],
                    fix: Suggestion.fix(for: phase, among: phases))
            }
        }
    }
}
