import Foundation

/// One message of the event stream, as `live-reload.js` understands it.
enum ServerSentEvent: Hashable, Sendable {
    /// How things stand, for a browser that has just come.
    case state(version: String, problems: String?)
    /// Pages changed: these, or any of them.
    case reload(version: String, paths: Set<String>?)
    /// Only stylesheets changed.
    case stylesheets(version: String)
    /// The sources have errors.
    case problems(String)
    /// Nothing happened.
    case heartbeat

    /// A browser that is told more paths than this compares longer than it reloads.
    private static let mostPaths = 500

    private struct Payload: Encodable {
        var version: String?
        var paths: [String]?
        var problems: String?
    }

    /// The bytes to send. JSON has no line breaks of its own, so each payload is one `data` line.
    var encoded: [UInt8] {
        switch self {
        case .state(let version, let problems):
            return message("state", Payload(version: version, problems: problems), prefix: "retry: 500\n")
        case .reload(let version, let paths):
            let listed = paths.flatMap { $0.count <= Self.mostPaths ? $0.sorted() : nil }
            return message("reload", Payload(version: version, paths: listed))
        case .stylesheets(let version):
            return message("css", Payload(version: version))
        case .problems(let text):
            return message("problems", Payload(problems: text))
        case .heartbeat:
            return Array(":\n\n".utf8)
        }
    }

    private func message(_ name: String, _ payload: Payload, prefix: String = "") -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding strings cannot fail; an empty object would make the page reload, which is never wrong.
        let data = (try? encoder.encode(payload)) ?? Data("{}".utf8)
        return Array("\(prefix)event: \(name)\ndata: ".utf8) + Array(data) + Array("\n\n".utf8)
    }
}
