import Synchronization

/// The name of a field, as a number that is the same wherever the name stands, so that a table finds the field at once.
package struct TemplateKey: Hashable, Sendable {
    /// From nothing upwards.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    init(_ text: String) {
        number = Self.names.withLock { $0.number(of: text) }
    }

    var text: String { Self.names.withLock { $0.texts[number] } }

    private struct Names {
        var texts: [String] = []
        var numbers: [String: Int] = [:]

        mutating func number(of text: String) -> Int {
            if let number = numbers[text] { return number }
            numbers[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
    }

    /// The names that contexts and templates have, of which there are some hundreds. None is forgotten: a preview that reads its templates
    /// again meets the same.
    private static let names = Mutex(Names())
}
