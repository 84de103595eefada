import ContentHashing
import Exercises
import Foundation

/// A short name of what a handout says, so that two sheets of paper can be told apart: the same text has the same name on every machine.
enum Edition {
    /// Eight hexadecimal digits; the reader's name and the date do not count.
    static func of(_ exercises: [HandoutExercise], _ safety: SafetyCard) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let content = (try? encoder.encode(exercises)) ?? Data()
        let card =
            safety.stopRules + safety.signs.flatMap { [$0.level.rawValue, $0.sign, $0.action, $0.contact.label, $0.contact.number ?? ""] }
        return String(ContentHash([UInt8](content) + Array(card.joined(separator: "\n").utf8)).description.prefix(8))
    }
}
