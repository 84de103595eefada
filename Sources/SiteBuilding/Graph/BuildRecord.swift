import ContentHashing
import Diagnostics
import Exercises

/// What a build was made from and what it wrote: by it the next build knows what it need not make again.
struct BuildRecord: Sendable {
    /// What counts for everything, beside the files: options, programs, the day.
    var setting: ContentHash
    /// What stands on every page alike, which is made from more of the library than a page is.
    var frame: ContentHash
    var inputs: InputFiles
    /// By path.
    var outputs: [String: Output]
    /// What was made from the site as a whole: the index for searching, the list for times without a network.
    var wholes: [String: Output]
    /// What the build reported.
    var diagnostics: [KeptDiagnostic]
    var hasSearchIndex: Bool

    /// A file of the site.
    struct Output: Hashable, Sendable {
        let kind: PlannedOutput.Kind
        let content: ContentHash
        let state: FileState
        /// What it was made from.
        let parts: Set<LibraryReads.Part>
        /// The names of kept files that it was made with.
        let kept: Set<String>
    }
}

extension BuildRecord {
    /// The file at a path of the site.
    subscript(path: String) -> Output? { outputs[path] ?? wholes[path] }

    /// How many files of the site are so.
    func countOfFiles(where isSo: (_ path: String, Output) -> Bool) -> Int {
        [outputs, wholes].reduce(0) { $0 + $1.count { isSo($0.key, $0.value) } }
    }

    /// Whether nothing that counts for the site is other than it was.
    func isMade(from inputs: InputFiles, setting: ContentHash) -> Bool {
        self.setting == setting && self.inputs.files == inputs.files
    }

    /// Whether every file that the build wrote is still there as it was; `jobs` are looked for at a time.
    func isIntact(in folder: String, jobs: Int) async -> Bool {
        let files = [outputs, wholes].flatMap { $0.map { (path: $0.key, state: $0.value.state) } }
        let parts = stride(from: 0, to: files.count, by: Self.partSize).map { files[$0..<min($0 + Self.partSize, files.count)] }
        let areIntact = await parts.concurrentMap(jobs: jobs) { part in
            part.allSatisfy { FileState(path: folder + "/" + $0.path) == $0.state }
        }
        return areIntact.allSatisfy(\.self)
    }

    /// How many files are looked for at one go.
    private static let partSize = 1024

    /// The parts of the library that changed since; nil when something changed that counts for everything.
    func changedParts(_ inputs: InputFiles, setting: ContentHash, frame: ContentHash) -> Set<LibraryReads.Part>? {
        guard self.setting == setting, self.frame == frame else { return nil }
        var parts: Set<LibraryReads.Part> = []
        for path in inputs.changes(since: self.inputs) {
            guard let changed = Self.parts(of: path) else { return nil }
            parts.formUnion(changed)
        }
        return parts
    }

    /// The parts of the library that one file is; nil for a file that counts for everything.
    private static func parts(of path: String) -> Set<LibraryReads.Part>? {
        let names = path.split(separator: "/")
        guard names.count == 3, names[0] == "Content", names[2].hasSuffix(".md"), let slug = Slug(names[2].dropLast(".md".count)) else {
            return nil
        }
        switch names[1] {
        case "Exercises": return [.exercise(slug), .exercises]
        case "Programmes": return [.programme(slug), .programmes]
        case "Guidance": return [.guidance(slug), .guidancePages]
        default: return nil
        }
    }
}

/// A diagnostic without the text of its file, which is read again when it is reported again.
struct KeptDiagnostic: Hashable, Sendable {
    let id: String
    let isError: Bool
    let message: String
    /// Empty without a place.
    let path: String
    let range: SourceRange?
    let notes: [String]
    /// How it is mended, in words.
    let fix: String?

    init(_ diagnostic: Diagnostic) {
        id = diagnostic.id
        isError = diagnostic.severity == .error
        message = diagnostic.message
        path = diagnostic.location?.file.path ?? ""
        range = diagnostic.location?.range
        notes = diagnostic.notes
        fix = diagnostic.fix?.message
    }

    init(id: String, isError: Bool, message: String, path: String, range: SourceRange?, notes: [String], fix: String?) {
        self.id = id
        self.isError = isError
        self.message = message
        self.path = path
        self.range = range
        self.notes = notes
        self.fix = fix
    }

    /// As it was reported; `file` gives the text of a path.
    func diagnostic(_ file: (String) -> SourceFile) -> Diagnostic {
        Diagnostic(
            id, isError ? .error : .warning, message, at: path.isEmpty ? nil : Diagnostic.Location(file: file(path), range: range),
            notes: notes, fix: fix.map { Fix($0) })
    }
}
