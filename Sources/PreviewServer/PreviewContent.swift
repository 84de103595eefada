package import Diagnostics

/// What the server asks of its owner: pages as bytes, and to build again.
package struct PreviewContent: Sendable {
    /// Answers a site path such as `/exercises/cat-camel/`, percent-decoded and free of `..`; nil means that there is no such page.
    package var page: @Sendable (_ path: String) async -> PreviewPage?
    /// The site's own page for an unknown path; nil means that the server writes a plain one.
    package var notFoundPage: @Sendable () async -> PreviewPage?
    /// Loads and renders again after files changed; called with an empty set for the first build, and never twice at the same time.
    package var rebuild: @Sendable (_ changed: Set<String>) async -> PreviewOutcome
    /// What is wrong with the last content that was built beyond what building notices, in its own time; called after a build that went well.
    package var check: @Sendable () async -> [Diagnostic]
    /// What pages are on paper; without it there is no workbench.
    package var print: PrintPreview?
    /// What is wrong with the page at a site path, for the workbench; nil for a page that is not checked.
    package var findings: @Sendable (_ path: String) async -> CheckReport?

    package init(
        page: @escaping @Sendable (_ path: String) async -> PreviewPage?,
        notFoundPage: @escaping @Sendable () async -> PreviewPage? = { nil },
        rebuild: @escaping @Sendable (_ changed: Set<String>) async -> PreviewOutcome,
        check: @escaping @Sendable () async -> [Diagnostic] = { [] },
        print: PrintPreview? = nil,
        findings: @escaping @Sendable (_ path: String) async -> CheckReport? = { _ in nil }
    ) {
        self.page = page
        self.notFoundPage = notFoundPage
        self.rebuild = rebuild
        self.check = check
        self.print = print
        self.findings = findings
    }
}

/// One file of the site, as it is sent to a browser.
package struct PreviewPage: Hashable, Sendable {
    package var body: [UInt8]
    /// The value of the `Content-Type` field, such as `text/html; charset=utf-8`.
    package var mediaType: String

    package init(body: [UInt8], mediaType: String) {
        self.body = body
        self.mediaType = mediaType
    }

    /// A page of text in UTF-8.
    package init(_ text: String, mediaType: String = "text/html; charset=utf-8") {
        self.init(body: Array(text.utf8), mediaType: mediaType)
    }
}

/// How a rebuild ended, in the words that browsers need.
package enum PreviewOutcome: Hashable, Sendable {
    /// The site paths whose bytes changed, deleted ones too; nil means any may have. With `stylesheetsOnly` browsers keep the page and
    /// exchange its stylesheets; pages that changed only in a stylesheet's address count as stylesheets.
    case updated(paths: Set<String>?, stylesheetsOnly: Bool)
    /// The content has errors; what was good before is still served.
    case failed([Diagnostic])
}
