import CommonMark
import Diagnostics
import Exercises

/// One run over the files of `Content/`: what was read so far, and what was wrong.
struct ContentReading {
    /// A loaded page with the places of its file.
    struct Page<Value: Sendable>: Sendable {
        let value: Value
        let origin: Origin
    }

    /// What came of one file.
    private enum Outcome<Value: Sendable>: Sendable {
        case page(Value, Origin)
        /// Its text, whose links are checked all the same, so that one run says everything.
        case unread([Block], Origin)
        case draft
        case nothing
    }

    private let reading: FileReading
    private let headings: Phrasebook
    private(set) var exercises: [Page<Exercise>] = []
    private(set) var programmes: [Page<Programme>] = []
    private(set) var guidance: [Page<Guidance>] = []
    private(set) var origins: [Slug: Origin] = [:]
    private(set) var basePoses = PoseLibrary()
    private(set) var poseOrigins: [String: Origin] = [:]
    private(set) var settingOrigins: [String: Origin] = [:]
    private(set) var checks = WrittenChecks()
    private(set) var diagnostics: [Diagnostic] = []
    /// The slugs of all files by folder, also of those that did not load.
    private var names: [String: [Slug]] = [:]
    /// The texts of pages whose front matter could not be read.
    private var unread: [(origin: Origin, body: [Block], owner: ReferenceCheck.Owner)] = []
    /// The slugs of drafts that are left out.
    private var drafts: Set<Slug> = []
    private let includesDrafts: Bool

    init(root: String, headings: Phrasebook, includesDrafts: Bool) {
        reading = FileReading(root: root)
        self.headings = headings
        self.includesDrafts = includesDrafts
    }

    /// Reads the poses of `Content/Poses/`; a library without that folder has none.
    mutating func readPoses() {
        let folder = "Content/Poses"
        let listing = FolderListing(root: reading.root, folder: folder, fileExtension: "yaml")
        diagnostics += listing.diagnostics
        var decoding = PoseFileDecoding()
        var logs: [DecodingLog] = []
        for name in listing.names {
            do {
                let file = try reading.read(folder + "/" + name).get()
                let top = try YAMLReading.mapping(in: file, SourceRange(0, file.text.utf8.count)).get()
                let log = DecodingLog(file: file)
                logs.append(log)
                if let keys = MappingDecoder(top, path: "", log: log) { decoding.read(keys) }
            } catch {
                diagnostics.append(error)
            }
        }
        basePoses = decoding.library()
        poseOrigins = decoding.origins()
        diagnostics += logs.flatMap(\.diagnostics)
    }

    /// Reads all pages; drawn pictures show `person` where an exercise does not say otherwise.
    mutating func readPages(person: Person) {
        let (titles, basePoses) = (SectionTitles(headings), basePoses)
        exercises = pages(in: "Content/Exercises") { page in
            ExerciseDecoding(slug: page.slug, titles: titles, basePoses: basePoses, person: person)
                .exercise(from: page.frontMatter, body: page.body)
        }
        programmes = pages(in: "Content/Programmes") { page in
            ProgrammeDecoding(slug: page.slug).programme(from: page.frontMatter, body: page.body)
        }
        guidance = pages(in: "Content/Guidance") { page in
            GuidanceDecoding(slug: page.slug).guidance(from: page.frontMatter, body: page.body)
        }
    }

    private mutating func pages<Value: Sendable>(in folder: String, decode: @Sendable (PageFile) -> Value?) -> [Page<Value>] {
        let listing = FolderListing(root: reading.root, folder: folder, fileExtension: "md")
        diagnostics += listing.diagnostics
        names[folder] = listing.names.compactMap { Slug($0.dropLast(".md".count)) }
        let files = listing.names.parallelMap { [reading, includesDrafts] name -> (Slug?, Outcome<Value>, [Diagnostic]) in
            var diagnostics: [Diagnostic] = []
            guard let file = PageFile(reading: reading, folder: folder, name: name, diagnostics: &diagnostics) else {
                return (nil, .nothing, diagnostics)
            }
            // What is left out cannot keep the rest from being published.
            if file.isDraft, !includesDrafts { return (file.slug, .draft, diagnostics) }
            let value = decode(file)
            let origin = Origin(file: file.log.file, ranges: FieldRanges(file.log.ranges), allowances: file.log.allowances)
            diagnostics += file.log.diagnostics
            return (file.slug, value.map { .page($0, origin) } ?? .unread(file.body, origin), diagnostics)
        }
        var pages: [Page<Value>] = []
        pages.reserveCapacity(files.count)
        for (slug, outcome, found) in files {
            diagnostics += found
            guard let slug else { continue }
            switch outcome {
            case .page(let value, let origin):
                origins[slug] = origin
                pages.append(Page(value: value, origin: origin))
            case .unread(let body, let origin):
                origins[slug] = origin
                unread.append((origin, body, folder == "Content/Exercises" ? .unreadExercise : .page))
            case .draft: drafts.insert(slug)
            case .nothing: break
            }
        }
        return pages
    }

    /// Reads one YAML file of settings; nil when it cannot be read at all.
    mutating func settings<Value>(_ path: String, decode: (MappingDecoder) -> Value) -> Value? {
        do {
            let file = try reading.read(path).get()
            let top = try YAMLReading.mapping(in: file, SourceRange(0, file.text.utf8.count)).get()
            let log = DecodingLog(file: file)
            let value = MappingDecoder(top, path: "", log: log).map(decode)
            diagnostics += log.diagnostics
            settingOrigins[path] = Origin(file: file, ranges: FieldRanges(log.ranges))
            checks.settings += log.checks.settings
            checks.glossary += log.checks.glossary
            return value
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    /// A slug names one page: handouts of exercises and programmes share a folder, and links name pages by slug alone.
    func duplicateSlugs() -> [Diagnostic] {
        var first: [Slug: String] = [:]
        var found: [Diagnostic] = []
        for folder in names.keys.sorted() {
            for slug in names[folder] ?? [] {
                if let other = first[slug] {
                    found.append(
                        Diagnostic(
                            "duplicate-slug", "the slug `\(slug)` is taken", in: SourceFile(path: "\(folder)/\(slug).md", text: ""), nil,
                            notes: ["\(other)/\(slug).md has it"], fix: Fix("rename one of the two files")))
                } else {
                    first[slug] = folder
                }
            }
        }
        return found
    }

    /// Checks every reference of every page that was read.
    func checkReferences(sources: [Source]?, media: [String]) -> [Diagnostic] {
        let targets = targets(sources: sources, media: media)
        var found: [Diagnostic] = []
        for page in unread {
            var check = ReferenceCheck(targets: targets, origin: page.origin)
            check.check(page.body, of: page.owner)
            found += check.diagnostics
        }
        found += exercises.parallelMap { page in
            var check = ReferenceCheck(targets: targets, origin: page.origin)
            check.checkFields(of: page.value)
            check.check(textOf: page.value)
            return check.diagnostics
        }.joined()
        let known = Dictionary(exercises.lazy.map { ($0.value.slug, $0.value) }, uniquingKeysWith: { first, _ in first })
        for page in programmes {
            var check = ReferenceCheck(targets: targets, origin: page.origin)
            check.checkFields(of: page.value, exercises: known)
            check.check(page.value.body, of: .page)
            found += check.diagnostics
        }
        for page in guidance {
            var check = ReferenceCheck(targets: targets, origin: page.origin)
            check.checkFields(of: page.value)
            check.check(page.value.body, of: .page)
            found += check.diagnostics
        }
        return found
    }

    /// The guidance pages that the glossary names.
    func checkGlossary() -> [Diagnostic] {
        guard let origin = settingOrigins["Content/site.yaml"] else { return [] }
        let targets = targets(sources: nil, media: [])
        var check = ReferenceCheck(targets: targets, origin: origin)
        for term in checks.glossary { check.check(term.page, among: targets.guidance, "guidance page", at: term.pageRange) }
        return check.diagnostics
    }

    private func targets(sources: [Source]?, media: [String]) -> ReferenceTargets {
        func slugs(_ folder: String) -> Set<Slug> { Set(names[folder] ?? []).subtracting(drafts) }
        return ReferenceTargets(
            exercises: slugs("Content/Exercises"), programmes: slugs("Content/Programmes"), guidance: slugs("Content/Guidance"),
            sources: Set((sources ?? []).map(\.id)), drafts: drafts, media: Set(media), knowsSources: sources != nil)
    }
}
