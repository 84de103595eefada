package import Handouts

/// What sets the handouts of a site.
package enum HandoutEngine: Sendable {
    case typst(TypstEngine)
    /// There is no engine on this machine; the site is built without handouts and says so.
    case missing(HandoutEngineMissing)
    /// Nobody asked for handouts.
    case leftOut

    /// The engine that a library finds on this machine; `workers` handouts are set at a time.
    package static func find(root: String, workers: Int = 1) async -> HandoutEngine {
        do throws(HandoutEngineMissing) {
            return .typst(try await TypstEngine.find(root: root, workers: workers))
        } catch {
            return .missing(error)
        }
    }
}
