import AssetBundling
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import PageRendering

/// Reads the files below `Templates/`.
struct TemplateReading {
    private let root: String
    private let reading: FileReading

    init(root: String) {
        self.root = root
        reading = FileReading(root: root)
    }

    /// The site's templates, checked; none when one has an error.
    func templates(phrasebook: Phrasebook) -> (library: TemplateLibrary?, diagnostics: [Diagnostic]) {
        var files: [SourceFile] = []
        var diagnostics: [Diagnostic] = []
        for path in paths(below: "Templates/Site") where path.hasSuffix(".mustache") {
            switch reading.read(path) {
            case .success(let file): files.append(file)
            case .failure(let problem): diagnostics.append(problem)
            }
        }
        guard diagnostics.isEmpty else { return (nil, diagnostics) }
        guard !files.isEmpty else {
            let folder = SourceFile(path: "Templates/Site", text: "")
            return (
                nil,
                [
                    Diagnostic(
                        "no-templates", "there are no templates here", in: folder, nil,
                        fix: Fix("copy them from a library made by `limber init`"))
                ]
            )
        }
        do throws(TemplateLibrary.Problems) {
            return (try TemplateLibrary(files, phrasebook: phrasebook), [])
        } catch {
            return (nil, error.diagnostics)
        }
    }

    /// Where the files that pages load are written.
    static let assetFolder = "Templates/Assets"

    /// The files that pages load: styles, scripts, fonts; with them the style sheet of the site's own theme, and the module of the words
    /// that scripts say.
    func assets(theme: Theme, phrasebook: Phrasebook) -> (files: [AssetFile], diagnostics: [Diagnostic]) {
        var files: [AssetFile] = []
        let words = ScriptWords(phrasebook)
        var diagnostics: [Diagnostic] = []
        for path in paths(below: Self.assetFolder) {
            do {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))
                files.append(AssetFile(path: String(path.dropFirst(Self.assetFolder.count + 1)), bytes: Array(bytes)))
                if path.hasSuffix(".js") {
                    diagnostics += words.diagnostics(for: SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self)))
                }
            } catch {
                diagnostics.append(
                    Diagnostic(
                        "file-unreadable", "this file cannot be read: \(error.localizedDescription)", in: SourceFile(path: path, text: ""),
                        nil))
            }
        }
        let made = [
            AssetFile(path: "Styles/theme.css", bytes: Array(ThemeStyleSheet(theme).text.utf8)),
            AssetFile(path: "Scripts/words.js", bytes: Array(words.module.utf8)),
            AssetFile(path: "Scripts/words.json", bytes: Array(words.data.utf8)),
        ]
        return (files.filter { file in !made.contains { $0.path == file.path } } + made, diagnostics)
    }

    /// Regular files below a folder, by path below the root, in order; hidden ones are passed over.
    private func paths(below folder: String) -> [String] {
        guard let files = FileManager.default.enumerator(atPath: root + "/" + folder) else { return [] }
        var paths: [String] = []
        while let path = files.nextObject() as? String {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
            if !isHidden, files.fileAttributes?[.type] as? FileAttributeType == .typeRegular { paths.append(folder + "/" + path) }
        }
        return paths.sorted()
    }
}
