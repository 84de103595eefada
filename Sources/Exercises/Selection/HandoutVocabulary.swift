/// The paper of a handout.
package enum Paper: String, Hashable, Sendable, CaseIterable, Encodable {
    case a4
    case letter
}

/// How a handout is laid out.
package enum HandoutEdition: String, Hashable, Sendable, CaseIterable {
    /// Everything, in text of 12 points and more.
    case standard
    /// Everything, laid out anew in text of 18 points and more.
    case large
    /// A reminder: two to four exercises on a page, with what is needed to do them and when to stop.
    case compact
}
