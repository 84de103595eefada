/// The paths that the server answers itself; no site may use them.
enum OwnPath {
    static let prefix = "/_limber/"
    static let script = "/_limber/live-reload.js"
    static let stylesheet = "/_limber/live-reload.css"
    static let events = "/_limber/events"
}
