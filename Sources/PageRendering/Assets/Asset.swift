/// A file that pages load, under a name that changes with its content.
package struct Asset: Hashable, Sendable {
    /// The path below `Templates/Assets/`, such as `Styles/site.css`; of a part of a script that is loaded later, its new name.
    package let logicalName: String
    /// The path below the site's root, such as `assets/site.1f0c9a77d2.css`.
    package let path: String
    package let bytes: [UInt8]

    /// Names the file after its content.
    package init(logicalName: String, bytes: [UInt8]) {
        let (stem, suffix) = Self.split(logicalName)
        self.init(logicalName: logicalName, name: "\(stem).\(Fingerprint(bytes))\(suffix)", bytes: bytes)
    }

    /// A file that has its name already.
    package init(logicalName: String, name: String, bytes: [UInt8]) {
        self.logicalName = logicalName
        self.bytes = bytes
        path = "assets/" + name
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
    /// The script that puts the reader's choice of light or dark into force before anything is shown, as text to stand in each page.
    let themeScript: String?

    /// The entry point of the theme script is no file of the site.
    package init(assets: [Asset], themeScript: String? = nil) {
        paths = Dictionary(assets.map { ($0.logicalName, $0.path) }, uniquingKeysWith: { first, _ in first })
        self.themeScript = themeScript
    }

    /// The path below the site's root; none for an asset that the library does not have.
    package subscript(_ logicalName: String) -> String? { paths[logicalName] }
}
