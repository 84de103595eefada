package import Exercises
import Foundation

/// Every name of every exercise, in alphabetical order by first letters.
package struct NameIndex: Sendable {
    package struct Entry: Sendable {
        package let name: String
        package let exercise: Exercise

        /// Whether it is another name than the title.
        package var isAlias: Bool { name != exercise.title }
    }

    package struct Letter: Sendable {
        /// `A` to `Z`, another script's letter, or `0–9` for what begins with none.
        package let title: String
        package let entries: [Entry]
    }

    package let letters: [Letter]

    package init(_ exercises: [Exercise]) {
        let entries = exercises.flatMap { exercise in ([exercise.title] + exercise.aliases).map { Entry(name: $0, exercise: exercise) } }
        let sorted = entries.map { (key: Self.folded($0.name), entry: $0) }.sorted {
            ($0.key, $0.entry.name, $0.entry.exercise.slug.text) < ($1.key, $1.entry.name, $1.entry.exercise.slug.text)
        }
        var letters: [(title: String, entries: [Entry])] = []
        for (key, entry) in sorted {
            let title = key.first.flatMap { $0.isLetter ? $0.uppercased() : nil } ?? Self.digits
            if letters.last?.title == title {
                letters[letters.count - 1].entries.append(entry)
            } else if let place = letters.firstIndex(where: { $0.title == title }) {
                letters[place].entries.append(entry)
            } else {
                letters.append((title, [entry]))
            }
        }
        self.letters = letters.map { Letter(title: $0.title, entries: $0.entries) }
    }

    private static let digits = "0–9"

    /// Without case and accents, beginning with a letter or a digit; in no country's order, so that every machine sorts alike.
    private static func folded(_ name: String) -> String {
        // Most names are ASCII, which needs no tables.
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return String(name.lowercased().drop { !$0.isLetter && !$0.isNumber }) }
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        return String(folded.drop { !$0.isLetter && !$0.isNumber })
    }
}
