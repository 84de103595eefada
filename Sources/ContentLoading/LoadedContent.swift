package import Diagnostics
package import Exercises

/// Where a loaded page came from, for diagnostics that point into it.
package struct Origin: Hashable, Sendable {
    package let file: SourceFile
    /// Where each field of the front matter stands.
    package let ranges: FieldRanges

    package init(file: SourceFile, ranges: FieldRanges) {
        self.file = file
        self.ranges = ranges
    }
}

/// What was read from a library's folder.
package struct LoadedContent: Sendable {
    /// The pages that could be read; none when the site's settings or the emergency card could not.
    package let library: Library?
    /// The file of each page; slugs are unique over exercises, programmes and guidance.
    package let origins: [Slug: Origin]
    /// The file of each base pose, by the pose's name; its fields' paths begin with that name.
    package let poseOrigins: [String: Origin]
    /// Everything that is wrong, in reading order.
    package let diagnostics: [Diagnostic]
    /// Paths below `Content/Media/`.
    package let media: [String]

    package init(
        library: Library?, origins: [Slug: Origin], poseOrigins: [String: Origin], diagnostics: [Diagnostic], media: [String]
    ) {
        self.library = library
        self.origins = origins
        self.poseOrigins = poseOrigins
        self.diagnostics = diagnostics
        self.media = media
    }

    /// The library, only when nothing is wrong with it.
    package var soundLibrary: Library? { diagnostics.hasErrors ? nil : library }
}
