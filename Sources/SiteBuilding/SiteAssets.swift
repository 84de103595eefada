package import AssetBundling
package import Diagnostics
import Exercises
import PageRendering

/// The files that pages load, as they are served.
package struct SiteAssets: Sendable {
    let assets: [Asset]
    let manifest: AssetManifest

    /// The entry points: what pages load is what these import.
    private enum Entry {
        static let style = "Styles/site.css"
        static let script = "Scripts/site.js"
        /// Stands in each page.
        static let theme = "Scripts/theme.js"
    }

    /// Bundles the assets of sound inputs.
    package static func bundle(_ inputs: SiteInputs) async throws(AssetBundler.Failure) -> SiteAssets {
        let files = inputs.assets
        let entries = [Entry.script, Entry.theme, Entry.style]
        let bundle = try await AssetBundler.find(folder: TemplateReading.assetFolder).bundle(files, entries: entries)
        let sources = Dictionary(bundle.names.map { ($0.value, $0.key) }, uniquingKeysWith: min)
        var assets = bundle.files.map { Asset(logicalName: sources[$0.path] ?? $0.path, name: $0.path, bytes: $0.bytes) }
        let theme = assets.first { $0.logicalName == Entry.theme }
        assets.removeAll { $0.logicalName == Entry.theme }
        // What nothing imports is served as it is.
        assets += files.filter { file in
            !["Scripts/", "Styles/"].contains(where: file.path.hasPrefix) && bundle.names[file.path] == nil
        }.map { Asset(logicalName: $0.path, bytes: $0.bytes) }
        // A line break at the end would count in the digest of the element's text.
        let themeScript = theme.map { String(decoding: $0.bytes, as: UTF8.self).trimmingSuffix(while: \.isNewline) }
        return SiteAssets(
            assets: assets.sorted { $0.path < $1.path }, manifest: AssetManifest(assets: assets, themeScript: themeScript))
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, predicate(last) { text.removeLast() }
        return String(text)
    }
}
