package import AssetBundling
import Exercises
import PageRendering

/// The files that pages load, as they are served.
package struct SiteAssets: Sendable {
    let assets: [Asset]
    let manifest: AssetManifest
    /// What keeps the site on a reader's device; the build puts before it what only the finished site can tell. None where the library has
    /// none.
    let serviceWorker: String?

    /// The entry points: what pages load is what these import.
    private enum Entry {
        static let style = "Styles/site.css"
        static let script = "Scripts/site.js"
        /// Stands in each page.
        static let theme = "Scripts/theme.js"
        /// Stands at the root of the site, under a name that must not change.
        static let serviceWorker = "Scripts/service-worker.js"
    }

    /// Bundles the assets of sound inputs.
    package static func bundle(_ inputs: SiteInputs) async throws(AssetBundler.Failure) -> SiteAssets {
        let files = inputs.assets
        let entries = [Entry.script, Entry.theme, Entry.serviceWorker, Entry.style]
        let bundle = try await AssetBundler.find(folder: TemplateReading.assetFolder).bundle(files, entries: entries)
        let sources = Dictionary(bundle.names.map { ($0.value, $0.key) }, uniquingKeysWith: min)
        var assets = bundle.files.map { Asset(logicalName: sources[$0.path] ?? $0.path, name: $0.path, bytes: $0.bytes) }
        func text(_ entry: String) -> String? {
            // A line break at the end would count in the digest of the element's text.
            assets.first { $0.logicalName == entry }.map { String(decoding: $0.bytes, as: UTF8.self).trimmingSuffix(while: \.isNewline) }
        }
        let (theme, serviceWorker) = (text(Entry.theme), text(Entry.serviceWorker))
        assets.removeAll { $0.logicalName == Entry.theme || $0.logicalName == Entry.serviceWorker }
        // What nothing imports is served as it is.
        assets += files.filter { file in
            !["Scripts/", "Styles/"].contains(where: file.path.hasPrefix) && bundle.names[file.path] == nil
        }.map { Asset(logicalName: $0.path, bytes: $0.bytes) }
        return SiteAssets(
            assets: assets.sorted { $0.path < $1.path }, manifest: AssetManifest(assets: assets, themeScript: theme),
            serviceWorker: serviceWorker)
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, predicate(last) { text.removeLast() }
        return String(text)
    }
}
