/// The grid in which a reader ticks what is done.
package struct HandoutRecord: Hashable, Sendable, Encodable {
    /// An exercise's row of boxes, the same in each week.
    package struct Row: Hashable, Sendable, Encodable {
        package let label: String
        /// One for each session of a day.
        package let boxes: Int
        /// For the sessions beyond the least of a range.
        package let optionalBoxes: Int
    }

    package let heading: String
    /// How to fill it in.
    package let instructions: [String]
    package let weekHeading: String
    package let rowHeading: String
    /// The days, short.
    package let days: [String]
    /// The names of the weeks.
    package let weeks: [String]
    package let rows: [Row]
    package let painLabel: String
    package let notesLabel: String
}

/// Where a handout's page is on the web.
package struct HandoutAddress: Hashable, Sendable, Encodable {
    package let label: String
    package let address: String
    /// The QR code as a picture, with four modules of white around it.
    package let svg: String
    /// How many modules a side of the code has, without the white.
    package let size: Int
    /// The code's alternative text.
    package let description: String
}
