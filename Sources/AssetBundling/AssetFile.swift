/// A file that pages load, before or after bundling.
package struct AssetFile: Hashable, Sendable {
    /// The path below the folder of assets, such as `Styles/site.css`; after bundling, the file's new name.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What became of the files.
package struct AssetBundle: Hashable, Sendable {
    /// The files to serve, in the order of their names, each named after its content.
    package var files: [AssetFile] = []
    /// The new name of each file that became one of its own, by its old path: entry points, and what they load by address.
    package var names: [String: String] = [:]

    package init() {}
}
