import CommonMark
import Diagnostics
import Exercises

/// Content that was loaded before, with some of its pages read again.
///
/// It says the same as reading everything: what a page's text can change is the page itself, and what is said of the doses that programmes
/// change in it.
struct ContentUpdate {
    private let reading: FileReading
    private let headings: Phrasebook
    private(set) var content: LoadedContent
    private var exercises: Set<Slug> = []

    /// `content` must be sound and hold the drafts too.
    init(reading: FileReading, headings: Phrasebook, content: LoadedContent) {
        self.reading = reading
        self.headings = headings
        self.content = content
    }

    /// Reads one file again; false when what changed reaches further than its page, or when it cannot be read.
    mutating func read(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[0] == "Content", parts[2].hasSuffix(".md"), let slug = Slug(parts[2].dropLast(".md".count)),
            content.origins[slug]?.file.path == path, let library = content.library
        else { return false }
        var found: [Diagnostic] = []
        let folder = "Content/" + parts[1]
        guard let page = PageFile(reading: reading, folder: folder, name: parts[2], diagnostics: &found) else { return false }
        let updated: (library: Library, body: [Block], owner: ReferenceCheck.Owner)?
        switch parts[1] {
        case "Exercises":
            let decoding = ExerciseDecoding(
                slug: slug, titles: SectionTitles(headings), basePoses: library.basePoses, person: library.site.person)
            let exercise = decoding.exercise(from: page.frontMatter, body: page.body)
            exercises.insert(slug)
            updated = exercise.flatMap { exercise in
                library.replacing(exercise).map { ($0, exercise.body.allBlocks, .exercise(exercise)) }
            }
        case "Programmes":
            let programme = ProgrammeDecoding(slug: slug).programme(from: page.frontMatter, body: page.body)
            updated = programme.flatMap { programme in library.replacing(programme).map { ($0, programme.body, .page) } }
        default:
            let guidance = GuidanceDecoding(slug: slug).guidance(from: page.frontMatter, body: page.body)
            updated = guidance.flatMap { guidance in library.replacing(guidance).map { ($0, guidance.body, .page) } }
        }
        guard let updated else { return false }
        let origin = Origin(file: page.log.file, ranges: FieldRanges(page.log.ranges), allowances: page.log.allowances)
        found += page.log.diagnostics
        content = content.replacing(slug, origin, updated.library, found)
        return true
    }

    /// Checks the references of the pages that were read again, and of the programmes that hold one of the exercises.
    mutating func checkReferences(of paths: Set<String>) {
        guard let library = content.library else { return }
        let known = paths.map { Slug($0.split(separator: "/").last?.dropLast(".md".count) ?? "") }.compactMap(\.self)
        let targets = ReferenceTargets(library: library, media: content.media)
        var found: [Diagnostic] = []
        for slug in known {
            guard let origin = content.origins[slug] else { continue }
            var check = ReferenceCheck(targets: targets, origin: origin)
            if let exercise = library.exercise(slug) {
                check.checkFields(of: exercise)
                check.check(textOf: exercise)
            } else if let guidance = library.guidance(slug) {
                check.checkFields(of: guidance)
                check.check(guidance.body, of: .page)
            }
            found += check.diagnostics
        }
        for programme in library.programmes {
            let holdsOne = programme.entries.contains { exercises.contains($0.exercise) }
            guard holdsOne || known.contains(programme.slug), let origin = content.origins[programme.slug] else { continue }
            var check = ReferenceCheck(targets: targets, origin: origin)
            let entries = programme.entries.compactMap { library.exercise($0.exercise) }
            check.checkFields(of: programme, exercises: Dictionary(entries.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first }))
            check.check(programme.body, of: .page)
            found += check.diagnostics
        }
        content = content.adding(found)
    }
}
