/// What the worker process is asked, one line of JSON each.
struct TypstRequest: Encodable, Sendable {
    let id: Int
    /// The library's folder; the template can read nothing outside it.
    let root: String
    /// Paths below the root.
    let template: String
    let fonts: String
    /// Texts that the template finds at the root by these names.
    let files: [String: String]
    let form: Form

    /// What the pages become.
    enum Form: Sendable {
        /// A PDF of a standard such as `ua-1`.
        case pdf(standard: String)
        /// A PNG of each page.
        case pictures(pixelsPerInch: Double)
    }

    private enum CodingKeys: String, CodingKey {
        case id, root, template, fonts, files, standard, timestamp, ppi
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(root, forKey: .root)
        try container.encode(template, forKey: .template)
        try container.encode(fonts, forKey: .fonts)
        try container.encode(files, forKey: .files)
        switch form {
        case .pdf(let standard):
            try container.encode(standard, forKey: .standard)
            // Seconds since 1970, always the same: bytes are reproducible only then.
            try container.encode(0, forKey: .timestamp)
        case .pictures(let pixelsPerInch):
            try container.encode(pixelsPerInch, forKey: .ppi)
        }
    }
}

/// What makes the worker process ready before it is asked: it has no answer.
struct TypstPreparation: Encodable, Sendable {
    let root: String
    let fonts: String
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
    /// Base64, one a page.
    let pages: [String]?
    let warnings: [Problem]?
    /// Bytes of memory that the worker has after this.
    let memory: Int?
    /// Seconds of the processor that the worker has taken since it began.
    let processor: Double?
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
