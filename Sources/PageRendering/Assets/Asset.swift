/// A file that pages load, under a name that changes with its content.
package struct Asset: Hashable, Sendable {
    /// The path below `Templates/Assets/`, such as `site.css`.
    package let logicalName: String
    /// The path below the site's root, such as `assets/site.1f0c9a77d2.css`.
    package let path: String
    package let bytes: [UInt8]

    /// Names the file after its content.
    package init(logicalName: String, bytes: [UInt8]) {
        self.logicalName = logicalName
        self.bytes = bytes
        let (stem, suffix) = Self.split(logicalName)
        path = "assets/\(stem).\(Fingerprint(bytes))\(suffix)"
    }

    /// Names all files; in a style sheet each `url("…")` that leads to one of the other files gets that file's new name.
    package static func all(files: [(logicalName: String, bytes: [UInt8])]) -> [Asset] {
        let others = files.filter { !$0.logicalName.hasSuffix(".css") }.map { Asset(logicalName: $0.logicalName, bytes: $0.bytes) }
        let names = Dictionary(others.map { ($0.logicalName, $0.path) }, uniquingKeysWith: { first, _ in first })
        let styles = files.filter { $0.logicalName.hasSuffix(".css") }.map { file in
            let text = StyleSheet(text: String(decoding: file.bytes, as: UTF8.self), logicalName: file.logicalName).replacingURLs(names)
            return Asset(logicalName: file.logicalName, bytes: Array(text.utf8))
        }
        return (others + styles).sorted { $0.logicalName < $1.logicalName }
    }

    /// `Fonts/Inter` and `.woff2`.
    private static func split(_ name: String) -> (stem: String, suffix: String) {
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }
}

/// Where the pages find each asset.
package struct AssetManifest: Hashable, Sendable {
    private let paths: [String: String]

    package init(assets: [Asset]) {
        paths = Dictionary(assets.map { ($0.logicalName, $0.path) }, uniquingKeysWith: { first, _ in first })
    }

    /// The path below the site's root; none for an asset that the library does not have.
    package subscript(_ logicalName: String) -> String? { paths[logicalName] }
}
