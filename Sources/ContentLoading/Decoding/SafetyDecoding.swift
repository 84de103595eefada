import Diagnostics
import Exercises

/// Builds the stop rules and the emergency card from `safety.yaml`.
enum SafetyDecoding {
    static func card(from top: MappingDecoder) -> SafetyCard? {
        var keys = top
        let stopRules = keys.texts("stopRules")
        let contacts = contacts(&keys)
        let signs = signs(&keys, contacts: contacts)
        keys.finish()
        if let card = SafetyCard(stopRules: stopRules, signs: signs) { return card }
        if stopRules.isEmpty {
            keys.log.report(
                "no-stop-rules", "there is no stop rule, and no handout is made without one", keys.log.ranges["stopRules"],
                fix: Fix("add `stopRules:` with at least one sentence"))
        }
        // A sign that could not be read was reported already.
        let written = keys.log.ranges["signs.\(signs.count)"] == nil
        if written, !signs.contains(where: { $0.level == .emergency }) {
            keys.log.report(
                "no-emergency-sign", "there is no sign of the level `emergency`, and no handout is made without an emergency card",
                keys.log.ranges["signs"], fix: Fix("add one under `signs:`"))
        }
        return nil
    }

    private static func contacts(_ keys: inout MappingDecoder) -> [String: SafetyCard.Contact] {
        guard let mapping = keys.require("contacts", keys.mapping("contacts"), expected: "whom to call, by name") else { return [:] }
        var contacts: [String: SafetyCard.Contact] = [:]
        for entry in mapping.allEntries {
            guard var contact = MappingDecoder(entry.value, path: "contacts.\(entry.key)", log: keys.log) else { continue }
            let label = contact.requiredText("label", expected: "whom to call, such as `Your doctor`")
            let number = phoneNumber(&contact)
            contact.finish()
            if let label { contacts[entry.key] = SafetyCard.Contact(label: label, number: number) }
        }
        return contacts
    }

    /// Digits, spaces and `+ ( ) - . / *`. The scalar's own text: a number with a leading zero keeps it.
    private static func phoneNumber(_ keys: inout MappingDecoder) -> String? {
        guard let (text, isPlain, range) = keys.scalar("number", expected: "a telephone number in quotes") else { return nil }
        guard !isPlain || YAMLAmbiguity.reading(of: text) == nil else {
            keys.log.report(
                "ambiguous-scalar", "`\(text)` can be read as a number, but a telephone number is text", range,
                fix: Fix("put it in quotes: \"\(text)\"", edit: Edit(range, "\"\(text)\"")))
            return nil
        }
        let isNumber = text.contains(where: \.isNumber) && text.allSatisfy { $0.isASCII && ($0.isNumber || " +()-./*#".contains($0)) }
        guard isNumber else {
            keys.log.report("not-a-phone-number", "`\(text)` is not a telephone number", range)
            return nil
        }
        return text
    }

    private static func signs(_ keys: inout MappingDecoder, contacts: [String: SafetyCard.Contact]) -> [SafetyCard.Sign] {
        (keys.list("signs") ?? []).enumerated().compactMap { index, item in
            guard var sign = MappingDecoder(item, path: "signs.\(index)", log: keys.log) else { return nil }
            let level = sign.requiredTerm("level", Urgency.self)
            let text = sign.requiredText("sign", expected: "what the reader notices")
            let action = sign.requiredText("action", expected: "what to do")
            let contact = sign.requiredText("contact", expected: "one of the names under `contacts`")
            sign.finish()
            guard let level, let text, let action, let contact else { return nil }
            guard let found = contacts[contact] else {
                keys.log.report(
                    "unknown-contact", "there is no contact `\(contact)`", keys.log.ranges[sign.path(of: "contact")],
                    notes: ["expected one of: \(contacts.keys.sorted().joined(separator: ", "))"],
                    fix: Suggestion.fix(for: contact, among: contacts.keys.sorted(), at: keys.log.ranges[sign.path(of: "contact")]))
                return nil
            }
            return SafetyCard.Sign(level: level, sign: text, action: action, contact: found)
        }
    }
}
