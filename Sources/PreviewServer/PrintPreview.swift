/// What the server asks of its owner to show a page's sheets of paper beside it.
package struct PrintPreview: Sendable {
    /// The choices that a person has, in the order in which they are shown.
    package var options: [PrintOption]
    /// The sheets of the page at a site path such as `/exercises/cat-camel/`. Every option has one of its choices, by the option's name.
    package var sheets: @Sendable (_ path: String, _ choices: [String: String]) async -> PreviewSheets
    /// The same sheets as one file to open or print; nil where there are none.
    package var document: @Sendable (_ path: String, _ choices: [String: String]) async -> PreviewPage?

    /// What can be said of the sheets of a page in all their editions, as a page of HTML with its style in it; nil where there is nothing.
    package var quality: @Sendable (_ path: String) async -> PreviewPage?

    package init(
        options: [PrintOption],
        sheets: @escaping @Sendable (_ path: String, _ choices: [String: String]) async -> PreviewSheets,
        document: @escaping @Sendable (_ path: String, _ choices: [String: String]) async -> PreviewPage?,
        quality: @escaping @Sendable (_ path: String) async -> PreviewPage?
    ) {
        self.options = options
        self.sheets = sheets
        self.document = document
        self.quality = quality
    }
}

/// Something about the sheets that a person chooses, such as the paper.
package struct PrintOption: Hashable, Sendable {
    package struct Choice: Hashable, Sendable {
        /// As in an address.
        package let value: String
        /// As a person reads it.
        package let label: String

        package init(_ value: String, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// As in an address; `page`, `frame`, `split` and `findings` are taken by the workbench itself.
    package let name: String
    package let label: String
    /// At least one; the first is taken where nobody chose.
    package let choices: [Choice]

    package init(_ name: String, label: String, choices: [Choice]) {
        self.name = name
        self.label = label
        self.choices = choices
    }

    /// Reads the choice for every option from the names and values of an address, or says in a sentence what is wrong with them.
    static func choices(
        among options: [PrintOption], query: [(name: String, value: String)]
    ) -> Result<[String: String], MalformedQuery> {
        var chosen: [String: String] = [:]
        for (name, value) in query {
            guard let option = options.first(where: { $0.name == name }) else { return .failure(.unknownOption) }
            guard option.choices.contains(where: { $0.value == value }) else { return .failure(.unknownChoice(option)) }
            guard chosen.updateValue(value, forKey: name) == nil else { return .failure(.repeated(option)) }
        }
        for option in options where chosen[option.name] == nil { chosen[option.name] = option.choices.first?.value }
        return .success(chosen)
    }

    enum MalformedQuery: Error {
        case unknownOption
        case unknownChoice(PrintOption)
        case repeated(PrintOption)

        var sentence: String {
            switch self {
            case .unknownOption: "There is no such option."
            case .unknownChoice(let option):
                "The choices for \(option.name) are: \(option.choices.map(\.value).joined(separator: ", "))."
            case .repeated(let option): "The option \(option.name) is given twice."
            }
        }
    }
}

/// A page on paper, or why it is not shown.
package enum PreviewSheets: Hashable, Sendable {
    /// A PNG of each sheet, and what the owner warns of, as on the terminal.
    case sheets([[UInt8]], warnings: String?)
    /// There is nothing to print, for a reason that is no mistake: sentences.
    case none(reason: String)
    /// The sheets could not be made: what is wrong, as on the terminal.
    case failed(problems: String)
}
