import ContentHashing
import Handouts

/// Social cards that an earlier build made, kept in `.limber/cards/` of the library.
package actor CardCache {
    private let program: String
    private let files: KeptFiles?
    private let usesEarlier: Bool

    /// - Parameters:
    ///   - program: The version of Limber; cards of other versions are made again.
    ///   - root: The library in whose `.limber/cards/` they are kept; nil keeps none.
    ///   - usesEarlier: Whether cards that an earlier build kept are used.
    package init(program: String, root: String?, usesEarlier: Bool = true) {
        self.program = program
        self.usesEarlier = usesEarlier
        files = root.map { root in
            KeptFiles(
                root: root,
                KeptFiles.Kind(
                    folder: "cards", suffix: ".png", commentStart: "", commentEnd: "", numberCount: 0, maximumBytes: 5_000_000))
        }
    }

    /// The PNG of a card: the one kept, else made now. `materials` names what it is made with beside what it says.
    func card(_ card: SocialCard, materials: String, engine: TypstEngine) async throws(HandoutProblems) -> [UInt8] {
        guard let files else { return try await engine.picture(of: card) }
        let input = "\(program)\0\(engine.typstVersion)\0\(materials)\0\(try card.json())"
        let key = ContentHash(Array(input.utf8)).description
        KeptUses.note(key)
        if usesEarlier, let kept = files.read(key) { return kept.bytes }
        let bytes = try await engine.picture(of: card)
        files.write(KeptFile(bytes: bytes, numbers: []), key)
        return bytes
    }

    /// Removes all cards but those under some keys.
    func keep(only keys: Set<String>) {
        files?.keep(only: keys)
    }
}
