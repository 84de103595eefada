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
        let hash = fnv1a([UInt8](content) + Array(card.joined(separator: "\n").utf8))
        let digits = String(UInt32(truncatingIfNeeded: hash >> 32) ^ UInt32(truncatingIfNeeded: hash), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The 64-bit FNV-1a hash.
    private static func fnv1a(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
