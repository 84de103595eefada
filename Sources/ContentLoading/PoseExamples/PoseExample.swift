package import Exercises

/// One example of the guide to poses: what an author writes, and the pictures that it draws.
package struct PoseExample: Hashable, Sendable {
    package struct Picture: Hashable, Sendable {
        /// The picture's file without its ending.
        package let name: String
        /// What the picture shows, in words.
        package let alternative: String
        package let drawn: DrawnPose
    }

    /// In kebab-case; unique in its file.
    package let name: String
    /// What it shows, in Markdown.
    package let text: String
    /// The YAML as an author writes it.
    package let code: String
    /// In the order in which they are shown; at least one.
    package let pictures: [Picture]
    /// The rules that warn about it.
    package let warnings: [String]
    package let isBlackAndWhite: Bool
}
