import Diagnostics
import Exercises
import Foundation
package import Handouts
import PageRendering

/// What sets the handouts of a site.
package enum HandoutEngine: Sendable {
    case typst(TypstEngine)
    /// There is no engine on this machine; the site is built without handouts and says so.
    case missing(HandoutEngineMissing)
    /// Nobody asked for handouts.
    case leftOut

    /// The engine that a library finds on this machine.
    package static func find(root: String) async -> HandoutEngine {
        do throws(HandoutEngineMissing) {
            return .typst(try await TypstEngine.find(root: root))
        } catch {
            return .missing(error)
        }
    }
}

/// The handouts that a site offers: one for each exercise and programme that may be handed out. Each is set when its bytes are asked for.
struct SiteHandouts {
    let outputs: [PlannedOutput]
    /// What pages link to, by slug.
    let links: [Slug: [HandoutLink]]
    /// That there is no engine; a warning.
    let diagnostics: [Diagnostic]

    init(inputs: SiteInputs, library: Library, address: SiteAddress, figures: SiteFigures, engine: HandoutEngine) {
        guard case .typst(let engine) = engine else {
            if case .missing(let missing) = engine { diagnostics = [missing.diagnostic] } else { diagnostics = [] }
            outputs = []
            links = [:]
            return
        }
        let slugs = library.exercises.filter(\.mayBeHandedOut).map(\.slug) + library.programmes.map(\.slug)
        outputs = slugs.map { slug in
            PlannedOutput(path: Self.path(slug), kind: .handout) {
                let composer = HandoutComposer(
                    library: library, phrasebook: inputs.phrasebook, baseURL: address.baseURL,
                    drawings: await figures.drawings(for: [slug.text]))
                let document = try composer.document(HandoutRequest(slugs: [slug.text]))
                return Data(try await engine.compile(document, format: HandoutFormat(paper: .a4)).bytes)
            }
        }
        let title = inputs.phrasebook[SitePhrase.handoutA4]
        links = Dictionary(
            uniqueKeysWithValues: slugs.map { ($0, [HandoutLink(title: title, path: Self.path($0), detail: nil)]) })
        diagnostics = []
    }

    private static func path(_ slug: Slug) -> String { "handouts/\(slug)-a4.pdf" }
}
