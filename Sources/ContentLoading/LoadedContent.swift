package import Diagnostics
package import Exercises

/// Where a loaded page came from, for diagnostics that point into it.
package struct Origin: Hashable, Sendable {
    package let file: SourceFile
    /// Where each field of the front matter stands.
    package let ranges: FieldRanges
    /// The findings that the page lets stand.
    package let allowances: [Allowance]

    package init(file: SourceFile, ranges: FieldRanges, allowances: [Allowance] = []) {
        self.file = file
        self.ranges = ranges
        self.allowances = allowances
    }
}

/// What was read from a library's folder.
package struct LoadedContent: Sendable {
    /// The pages that could be read; none when the site's settings or the emergency card could not.
    package private(set) var library: Library?
    /// The file of each page; slugs are unique over exercises, programmes and guidance.
    package private(set) var origins: [Slug: Origin]
    /// The file of each base pose, by the pose's name; its fields' paths begin with that name.
    package let poseOrigins: [String: Origin]
    /// The files of settings that could be read, by path, such as `Content/safety.yaml`.
    package let settingOrigins: [String: Origin]
    /// What the site's settings say about rules.
    package let checks: WrittenChecks
    /// Everything that is wrong, in reading order.
    package private(set) var diagnostics: [Diagnostic]
    /// Paths below `Content/Media/`.
    package let media: [String]

    /// The same with a page read again: where it stands in its file, the library that has it, and what is wrong with its file.
    func replacing(_ slug: Slug, _ origin: Origin, _ library: Library, _ found: [Diagnostic]) -> LoadedContent {
        var content = self
        content.origins[slug] = origin
        content.library = library
        content.diagnostics = content.diagnostics.filter { $0.location?.file.path != origin.file.path } + found
        return content
    }

    /// The same with further problems.
    func adding(_ found: [Diagnostic]) -> LoadedContent {
        var content = self
        content.diagnostics = (content.diagnostics + found).inReadingOrder()
        return content
    }

    /// Everything of one reading; by default nothing.
    package init(
        library: Library? = nil, origins: [Slug: Origin] = [:], poseOrigins: [String: Origin] = [:], settingOrigins: [String: Origin] = [:],
        checks: WrittenChecks = WrittenChecks(), diagnostics: [Diagnostic], media: [String] = []
    ) {
        self.library = library
        self.origins = origins
        self.poseOrigins = poseOrigins
        self.settingOrigins = settingOrigins
        self.checks = checks
        self.diagnostics = diagnostics
        self.media = media
    }

    /// The library, only when nothing is wrong with it.
    package var soundLibrary: Library? { diagnostics.hasErrors ? nil : library }
}
