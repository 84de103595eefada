/// How soon to act on a sign.
package enum Urgency: String, Hashable, Sendable, CaseIterable {
    case emergency
    case urgent
    case nonUrgent = "non-urgent"
}

/// The site-wide stop rules and the emergency card: which sign, what to do, whom to call.
package struct SafetyCard: Hashable, Sendable {
    /// Whom to call.
    package struct Contact: Hashable, Sendable {
        package let label: String
        /// A telephone number as it is dialled; none where it differs from place to place.
        package let number: String?

        package init(label: String, number: String?) {
            self.label = label
            self.number = number
        }
    }

    /// One warning sign.
    package struct Sign: Hashable, Sendable {
        package let level: Urgency
        package let sign: String
        package let action: String
        package let contact: Contact

        package init(level: Urgency, sign: String, action: String, contact: Contact) {
            self.level = level
            self.sign = sign
            self.action = action
            self.contact = contact
        }
    }

    /// At least one sentence.
    package let stopRules: [String]
    /// At least one of the level emergency.
    package let signs: [Sign]

    /// None without a stop rule or without an emergency sign: a handout could not be made safely.
    package init?(stopRules: [String], signs: [Sign]) {
        guard !stopRules.isEmpty, signs.contains(where: { $0.level == .emergency }) else { return nil }
        self.stopRules = stopRules
        self.signs = signs
    }

    /// The signs of one level, in the author's order.
    package func signs(_ level: Urgency) -> [Sign] {
        signs.filter { $0.level == level }
    }
}
