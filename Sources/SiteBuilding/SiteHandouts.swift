package import Diagnostics
package import Exercises
package import Handouts
package import PageRendering

package enum HandoutEngine: Sendable { case leftOut; package static func find(root: String) -> HandoutEngine { .leftOut } }
/// The handouts of a site.
package struct SiteHandouts: Sendable {
    package let links: [Slug: [HandoutLink]]
    package let outputs: [PlannedOutput]
    package let diagnostics: [Diagnostic]
    init(inputs: SiteInputs, library: Library, address: SiteAddress, engine: HandoutEngine) { links = [:]; outputs = []; diagnostics = [] }
}
