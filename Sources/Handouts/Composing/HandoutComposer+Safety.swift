import Exercises

extension HandoutComposer {
    /// The stop rules and the emergency card; the card cannot be without either.
    func safety() -> HandoutSafety {
        HandoutSafety(
            stop: HandoutDocument.Lines(heading: book[HandoutPhrase.stopHeading], lines: library.safety.stopRules),
            heading: book[HandoutPhrase.helpHeading],
            levels: Urgency.allCases.compactMap(level))
    }

    private func level(_ urgency: Urgency) -> HandoutSafety.Level? {
        let signs = library.safety.signs(urgency)
        guard !signs.isEmpty else { return nil }
        var contacts: [String] = []
        var groups: [(action: String, signs: [String])] = []
        for sign in signs {
            let contact = [sign.contact.label, sign.contact.number.map { book.say(HandoutPhrase.contactNumber, ["number": $0]) }]
                .compactMap { $0 }.joined(separator: ". ")
            if !contacts.contains(contact) { contacts.append(contact) }
            if let index = groups.firstIndex(where: { $0.action == sign.action }) {
                groups[index].signs.append(sign.sign)
            } else {
                groups.append((sign.action, [sign.sign]))
            }
        }
        return HandoutSafety.Level(
            urgency: urgency.rawValue, heading: book.name("urgency", urgency.rawValue), contacts: contacts,
            groups: groups.map { HandoutSafety.Level.Group(signs: $0.signs, action: $0.action) })
    }
}
