import AssetBundling
import ContentHashing
import ContentLoading
import Exercises
import Foundation
import Handouts
import SearchIndexing

/// What counts for every file of a site, beside the files that it is made from: options, programs and their versions, the day.
enum BuildSetting {
    /// A name for all of it.
    static func name(_ options: SiteBuilder.Options, handouts: HandoutEngine, search: SearchEngine) -> ContentHash {
        // Its files say more than a version does: whoever works on Limber builds many programs of one version.
        let limber = [options.program, state(of: Bundle.main.executablePath)]
        let bundler = try? AssetBundler.find(folder: "").program
        let day = CalendarDate.today.map(\.description) ?? ""
        let parts =
            limber + [options.baseURL?.text ?? "", "\(options.includesDrafts)", day, name(handouts), name(search), state(of: bundler)]
        return ContentHash(parts.joined(separator: "\0").utf8)
    }

    private static func name(_ engine: HandoutEngine) -> String {
        switch engine {
        case .typst(let engine): "typst \(engine.typstVersion) \(engine.python)"
        case .missing: "missing"
        case .leftOut: "left out"
        }
    }

    private static func name(_ search: SearchEngine) -> String {
        switch search {
        case .pagefind(let indexer): state(of: indexer.program)
        case .missing: "missing"
        case .leftOut: "left out"
        }
    }

    /// A program with the state of its file, behind links.
    private static func state(of program: String?) -> String {
        guard let program else { return "missing" }
        let path = URL(fileURLWithPath: program).resolvingSymlinksInPath().path
        return FileState(path: path).map { "\(path) \($0.inode) \($0.size) \($0.modified)" } ?? path
    }
}
