/// What the worker process is asked, one line of JSON each.
struct TypstRequest: Encodable, Sendable {
    let id: Int
    /// The library's folder; the template can read nothing outside it.
    let root: String
    /// Paths below the root.
    let template: String
    let fonts: String
    /// The texts of `sys.inputs`.
    let inputs: [String: String]
    let standard: String
    /// Seconds since 1970, always the same: bytes are reproducible only then.
    let timestamp: Int
}

/// What the worker process answers, one line of JSON each.
struct TypstAnswer: Decodable, Sendable {
    /// A problem as the compiler tells it.
    struct Problem: Decodable, Sendable {
        let message: String
        /// The printed form, with the place, the line and hints; empty when the problem is not the template's.
        let diagnostic: String
    }

    let id: Int
    /// Base64.
    let pdf: String?
    let warnings: [Problem]?
    let failure: Problem?
}

/// Why the worker process gives no answers any more.
struct TypstWorkerEnd: Error, Hashable, Sendable {
    enum Cause: Hashable, Sendable {
        case couldNotStart(String)
        case died(String)
        case silent(Duration)
    }

    let cause: Cause
    /// The last of what it wrote to standard error.
    let standardError: String
}
