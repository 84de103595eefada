import ContentHashing
import Foundation
import Handouts

/// Handouts of the site that an earlier build made, kept in `.limber/handouts/` of the library.
///
/// Only what everybody may download goes through here; what `limber handout` makes for one person is never kept.
package actor HandoutCache {
    private let program: String
    private let files: KeptFiles?
    private let usesEarlier: Bool

    /// - Parameters:
    ///   - program: The version of Limber; handouts of other versions are made again.
    ///   - root: The library in whose `.limber/handouts/` they are kept; nil keeps none.
    ///   - usesEarlier: Whether handouts that an earlier build kept are used.
    package init(program: String, root: String?, usesEarlier: Bool = true) {
        self.program = program
        self.usesEarlier = usesEarlier
        files = root.map(Self.files)
    }

    static func files(root: String) -> KeptFiles {
        KeptFiles(
            root: root,
            KeptFiles.Kind(
                folder: "handouts", suffix: ".pdf", commentStart: "%", commentEnd: "", numberCount: 0, maximumBytes: 50_000_000))
    }

    /// The handout of an input: the one kept, else set now. `materials` names what the input is set with, beside itself.
    func handout(_ input: HandoutInput, materials: String, engine: TypstEngine) async throws(HandoutProblems) -> HandoutPDF {
        guard let files else { return try await engine.compile(input) }
        let key = await key(of: input, materials: materials, engine: engine)
        KeptUses.note(key)
        if usesEarlier, let kept = await Self.read(key, files) { return HandoutPDF(bytes: kept.bytes) }
        let pdf = try await engine.compile(input)
        // A warning must be said again by every build.
        if pdf.warnings.isEmpty { files.write(KeptFile(bytes: pdf.bytes, numbers: []), key) }
        return pdf
    }

    /// Removes all handouts but those under some keys.
    func keep(only keys: Set<String>) {
        files?.keep(only: keys)
    }

    /// A name for everything that a handout's bytes depend on. Off the actor, as reading is, so that several are made at a time.
    nonisolated func key(of input: HandoutInput, materials: String, engine: TypstEngine) async -> String {
        ContentHash(Array("\(program)\0\(engine.typstVersion)\0\(materials)\0".utf8) + input.identity).description
    }

    private nonisolated static func read(_ key: String, _ files: KeptFiles) async -> KeptFile? {
        files.read(key)
    }
}
