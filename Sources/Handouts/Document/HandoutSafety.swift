/// When to stop and when to get help: on every handout, by type.
package struct HandoutSafety: Hashable, Sendable, Encodable {
    /// Signs of one urgency.
    package struct Level: Hashable, Sendable, Encodable {
        /// Signs that ask for the same action.
        package struct Group: Hashable, Sendable, Encodable {
            package let signs: [String]
            package let action: String
        }

        /// `emergency`, `urgent` or `non-urgent`, for the layout.
        package let urgency: String
        package let heading: String
        /// Whom to call, the number with it where it is known.
        package let contacts: [String]
        package let groups: [Group]
    }

    /// At least one line.
    package let stop: HandoutDocument.Lines
    package let heading: String
    /// The emergency first.
    package let levels: [Level]
}
