import CommonMark
import Diagnostics
package import Exercises
import Foundation

/// Reads a library's `Content/` folder: files, then raw values, then types that cannot be invalid, then the references between them.
package struct ContentLoader: Sendable {
    private let root: String
    private let headings: Phrasebook
    private let includesDrafts: Bool

    /// `headings` names the sections of an exercise in the library's language.
    package init(root: String, headings: Phrasebook, includesDrafts: Bool = false) {
        self.root = root
        self.headings = headings
        self.includesDrafts = includesDrafts
    }

    /// Reads everything and reports every problem; a broken file does not keep the others from being read.
    package func load() -> LoadedContent {
        var reading = ContentReading(root: root, headings: headings, includesDrafts: includesDrafts)
        let media = Self.mediaFiles(root: root)
        let site = reading.settings("Content/site.yaml") { SiteDecoding.site(from: $0, media: media) } ?? nil
        reading.readPoses()
        reading.readPages(person: site?.person ?? Person())
        let safety = reading.settings("Content/safety.yaml", decode: SafetyDecoding.card) ?? nil
        let sources = reading.settings("Content/sources.yaml", decode: SourcesDecoding.sources)
        var diagnostics = reading.diagnostics
        diagnostics += reading.duplicateSlugs()
        diagnostics += reading.checkReferences(sources: sources, media: media)
        diagnostics += reading.checkGlossary()
        var library: Library?
        if let site, let safety {
            library = Library(
                site: site, safety: safety, exercises: reading.exercises.map(\.value),
                programmes: reading.programmes.map(\.value),
                guidance: reading.guidance.map(\.value), sources: sources ?? [], basePoses: reading.basePoses)
        }
        return LoadedContent(
            library: library, origins: reading.origins, poseOrigins: reading.poseOrigins, settingOrigins: reading.settingOrigins,
            checks: reading.checks, diagnostics: diagnostics.inReadingOrder(), media: media)
    }

    /// What was loaded before, with some files read again; nil when their change may reach further than their own pages, so that everything
    /// has to be read. `content` must be sound and hold the drafts too.
    package func load(_ changed: Set<String>, again content: LoadedContent) -> LoadedContent? {
        guard includesDrafts, content.soundLibrary != nil else { return nil }
        var update = ContentUpdate(reading: FileReading(root: root), headings: headings, content: content)
        for path in changed.sorted() {
            guard update.read(path) else { return nil }
        }
        update.checkReferences(of: changed)
        return update.content
    }

    /// The language that `site.yaml` names, read before anything else because it names the headings; `en` when it cannot be read.
    package static func language(root: String) -> String {
        guard case .success(let file) = FileReading(root: root).read("Content/site.yaml"),
            case .success(let value) = YAMLReading.mapping(in: file, SourceRange(0, file.text.utf8.count)),
            case .mapping(let entries) = value.kind,
            case .scalar(let language, _)? = entries.first(where: { $0.key == "language" })?.value.kind,
            !language.isEmpty, language.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { return "en" }
        return language
    }

    /// Paths of regular files below `Content/Media/`, in order.
    private static func mediaFiles(root: String) -> [String] {
        let folder = URL(fileURLWithPath: root + "/Content/Media", isDirectory: true)
        guard let files = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        var paths: [String] = []
        while let path = files.nextObject() as? String {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            if !isHidden, files.fileAttributes?[.type] as? FileAttributeType == .typeRegular { paths.append(path) }
        }
        return paths.sorted()
    }
}
