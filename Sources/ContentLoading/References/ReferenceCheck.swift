import CommonMark
import Diagnostics
import Exercises

/// Every name that a library offers to references: slugs of all files, also of those that did not load, so that one broken file does not
/// make every link to it an error of its own.
struct ReferenceTargets: Sendable {
    var exercises: Set<Slug> = []
    var programmes: Set<Slug> = []
    var guidance: Set<Slug> = []
    var sources: Set<SourceID> = []
    /// Pages that are left out because they are drafts.
    var drafts: Set<Slug> = []
    /// Paths below `Content/Media/`.
    var media: Set<String> = []
    /// False when sources.yaml could not be read, so that nothing is known about them.
    var knowsSources = true
}

extension ReferenceTargets {
    /// What a sound library offers.
    init(library: Library, media: [String]) {
        self.init(
            exercises: Set(library.exercises.map(\.slug)), programmes: Set(library.programmes.map(\.slug)),
            guidance: Set(library.guidance.map(\.slug)), sources: Set(library.sources.map(\.id)), media: Set(media))
    }
}

/// Checks that links, images and slugs of one file lead somewhere.
struct ReferenceCheck {
    let targets: ReferenceTargets
    let file: SourceFile
    let ranges: FieldRanges
    private(set) var diagnostics: [Diagnostic] = []
    /// For how many unknown names similar ones are still looked for: a page may hold very many, each to be compared with all of a library.
    private var suggestionsLeft = 20

    init(targets: ReferenceTargets, origin: Origin) {
        self.targets = targets
        file = origin.file
        ranges = origin.ranges
    }

    /// Whose dose and pictures links can name.
    enum Owner {
        case exercise(Exercise)
        /// An exercise whose front matter could not be read: what it has is not known.
        case unreadExercise
        /// A page without a dose and without poses.
        case page
    }

    /// All links and images in blocks.
    mutating func check(_ blocks: [Block], of owner: Owner) {
        blocks.forEachLinkAndImage { check($0, of: owner) }
    }

    /// All links and images in the text of an exercise.
    mutating func check(textOf exercise: Exercise) {
        exercise.body.forEachLinkAndImage { check($0, of: .exercise(exercise)) }
    }

    private mutating func check(_ inline: Inline, of owner: Owner) {
        guard let (destination, place) = inline.destination else { return }
        let (isImage, range) = (inline.isImage, inline.range)
        let reference: Reference
        do throws(Reference.Problem) {
            reference = try Reference(destination: destination)
        } catch {
            report(error, at: place)
            return
        }
        switch (reference, isImage) {
        case (.figure(let pose), true): check(pose: pose, of: owner, at: place)
        case (.media(let path), _): check(media: path, at: place)
        case (.external, true):
            report("remote-image", "a page may not load pictures from elsewhere", place, fix: Fix("put the picture in `Content/Media/`"))
        case (_, true):
            report("not-an-image", "an image needs a picture", place, notes: ["expected `figure:` and a pose, or a file in Content/Media/"])
        case (.figure, false):
            report("figure-link", "`figure:` shows a picture, so it belongs in an image", place, fix: Fix("write `!` before the bracket"))
        case (.dose(let field), false): check(dose: field, text: inline.plainText, of: owner, at: place, textRange: range)
        case (.exercise(let slug), false): check(slug, among: targets.exercises, "exercise", at: place)
        case (.programme(let slug), false): check(slug, among: targets.programmes, "programme", at: place)
        case (.guidance(let slug), false): check(slug, among: targets.guidance, "guidance page", at: place)
        case (.source(let id), false): check(source: id, at: place)
        case (.fragment, false), (.external, false): break
        }
        if isImage, inline.plainText.allSatisfy(\.isWhitespace) {
            report(
                "no-alternative-text", "the picture has no alternative text", range,
                fix: Fix("write in the brackets what the picture shows"))
        }
    }

    /// A slug that a field or a link names.
    mutating func check(_ slug: Slug, among known: Set<Slug>, _ kind: String, at place: @autoclosure () -> SourceRange?) {
        if known.contains(slug) { return }
        let place = place()
        if targets.drafts.contains(slug) {
            report(
                "draft-target", "`\(slug)` is a draft, so nothing can lead to it", place,
                fix: Fix("build with `--drafts`, or remove `draft: true`"))
            return
        }
        report(
            "unknown-\(kind == "guidance page" ? "guidance" : kind)", "there is no \(kind) `\(slug)`", place,
            fix: suggestion(for: slug.text, among: known.lazy.map(\.text), at: name(slug.text, at: place)))
    }

    mutating func check(source id: SourceID, at place: @autoclosure () -> SourceRange?) {
        guard targets.knowsSources, !targets.sources.contains(id) else { return }
        let place = place()
        report(
            "unknown-source", "there is no source `\(id)`", place, notes: ["sources are listed in Content/sources.yaml"],
            fix: suggestion(for: id.text, among: targets.sources.lazy.map(\.text), at: name(id.text, at: place)))
    }

    mutating func check(media path: String, at place: @autoclosure () -> SourceRange?) {
        if targets.media.contains(path) { return }
        let place = place()
        report(
            "media-missing", "there is no file `\(path)` in Content/Media/", place,
            fix: suggestion(for: path, among: targets.media, at: name(path, at: place)))
    }

    private mutating func check(pose: String, of owner: Owner, at place: SourceRange) {
        if case .unreadExercise = owner { return }
        guard case .exercise(let exercise) = owner else {
            report("figure-outside-exercise", "only an exercise has poses", place)
            return
        }
        // A pose that is written but could not be read was reported already.
        if ranges["figures.poses.\(pose)"] != nil || pose == "start" && ranges["figures.start"] != nil { return }
        let poses = exercise.pictures.map(\.pose) + (exercise.figures?.poses ?? []).map(\.name)
        report(
            "unknown-pose", "the exercise has no picture of a pose `\(pose)`", place,
            notes: ["poses are named under `figures: poses:` in the front matter"],
            fix: suggestion(for: pose, among: poses, at: name(pose, at: place)))
    }

    private mutating func check(dose field: DoseField, text: String, of owner: Owner, at place: SourceRange, textRange: SourceRange) {
        if case .unreadExercise = owner { return }
        guard case .exercise(let exercise) = owner, let dose = exercise.dose else {
            report("dose-outside-exercise", "there is no dose that `dose:\(field.name)` could name", place)
            return
        }
        guard let figure = dose[field] else {
            // A figure that is written but could not be read was reported already.
            if ranges["dose.\(field.name)"] != nil { return }
            let stated = dose.statedFields.map(\.name)
            report(
                "unknown-dose", "the dose does not state `\(field.name)`", place,
                notes: stated.isEmpty ? [] : ["it states: \(stated.joined(separator: ", "))"],
                fix: Suggestion.fix(for: field.name, among: stated))
            return
        }
        let written: DoseFigure?
        switch figure {
        case .time: written = (try? QuantityNotation.time(text)).map(DoseFigure.time)
        case .count: written = (try? QuantityNotation.count(text)).map(DoseFigure.count)
        }
        guard written != figure else { return }
        report(
            "dose-contradiction", "the text says “\(text)”, but the front matter says `\(field.name): \(figure.notation)`", textRange,
            fix: Fix("make the two the same"))
    }

    /// Where a name stands inside a longer range, such as a link's destination with its scheme; nil where it is written in another way.
    private func name(_ text: String, at place: SourceRange?) -> SourceRange? {
        guard let place else { return nil }
        let name = SourceRange(place.upperBound - text.utf8.count, place.upperBound)
        return name.lowerBound >= place.lowerBound && file.text(in: name) == text ? name : nil
    }

    private mutating func suggestion(for name: String, among names: some Sequence<String>, at range: SourceRange? = nil) -> Fix? {
        suggestionsLeft -= 1
        return suggestionsLeft >= 0 ? Suggestion.fix(for: name, among: names, at: range) : nil
    }

    private mutating func report(_ problem: Reference.Problem, at place: SourceRange) {
        switch problem {
        case .empty: report("empty-link", "this link leads nowhere", place, fix: Fix("write where it leads between the parentheses"))
        case .unknownScheme(let scheme):
            let known = Reference.ownSchemes + Reference.externalSchemes
            report(
                "unknown-scheme", "links with `\(scheme):` are not allowed", place,
                notes: ["expected one of: \(known.joined(separator: ", "))"],
                fix: Suggestion.fix(for: scheme, among: known))
        case .unknownDoseField(let field):
            let known = DoseField.plain.map(\.name)
            report(
                "unknown-dose", "`\(field)` is not a figure of a dose", place, notes: ["expected one of: \(known.joined(separator: ", "))"],
                fix: Suggestion.fix(for: field, among: known))
        case .notASlug(let scheme, let text):
            report("not-a-slug", "`\(text)` after `\(scheme):` is not a slug", place, notes: ["expected a name such as `cat-camel`"])
        case .pathOutside(let path):
            report("path-outside", "`\(path)` leads out of Content/Media/", place, fix: Fix("name a file by its path below Content/Media/"))
        }
    }

    mutating func report(_ id: String, _ message: String, _ range: SourceRange?, notes: [String] = [], fix: Fix? = nil) {
        diagnostics.append(Diagnostic(id, message, in: file, range, notes: notes, fix: fix))
    }
}
