/// The paths that the server answers itself; no site may use them.
enum OwnPath {
    static let prefix = "/_limber/"
    static let script = "/_limber/live-reload.js"
    static let stylesheet = "/_limber/live-reload.css"
    static let events = "/_limber/events"
    /// The page beside its sheets; which page, its query says.
    static let workbench = "/_limber/workbench/"
    static let workbenchScript = "/_limber/workbench.js"
    static let workbenchStylesheet = "/_limber/workbench.css"
    /// Followed by a site path: which sheets that page has.
    static let sheets = "/_limber/sheets"
    /// Followed by a site path: the sheets as one file.
    static let document = "/_limber/document"
    /// Followed by a site path: what can be said of that page's sheets, as a page.
    static let quality = "/_limber/quality"
    /// Followed by a site path: what is wrong with that page.
    static let findings = "/_limber/findings"
    /// Followed by a picture's name.
    static let picture = "/_limber/picture/"
}
