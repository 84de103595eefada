import ArgumentParser
import Exercises

/// What goes into a handout, and for whom.
struct HandoutContentOptions: ParsableArguments {
    @Argument(help: "Slugs of exercises in the order of the handout, or of one programme.")
    var slugs: [String] = []

    @Option(
        help: ArgumentHelp(
            "A saved selection in place of slugs; what is typed here goes before what it says.", valueName: "file.yaml"))
    var selection: String?

    @Option(help: "Whom it is for. (default: a line to fill in by hand)")
    var name: String?

    @Option(name: .customLong("by"), help: "Who prepared it. (default: a line to fill in by hand)")
    var author: String?

    @Option(help: "The date, as it shall be printed. (default: a line to fill in by hand)")
    var date: String?

    @Option(help: "A few words to the reader.")
    var note: String?

    @Option(
        help: ArgumentHelp(
            "A figure to change, such as bridge:hold=10s or cat-camel:repetitions=5; may be given several times.",
            valueName: "slug:key=value"), transform: DoseArgument.init(argument:))
    var dose: [DoseArgument] = []

    @Option(help: "The weeks of the grid to tick, 1 to 12. (default: 4)")
    var weeks: Int?

    func validate() throws {
        if slugs.isEmpty, selection == nil {
            throw ValidationError("Name one or more exercises or a programme, or a saved selection with --selection FILE.yaml.")
        }
        if !slugs.isEmpty, selection != nil {
            throw ValidationError("Name exercises or a --selection, not both; add them to the selection's list instead.")
        }
        if let weeks, !SavedSelection.allowedWeeks.contains(weeks) {
            let (least, most) = (SavedSelection.allowedWeeks.lowerBound, SavedSelection.allowedWeeks.upperBound)
            throw ValidationError("--weeks must be \(least) to \(most).")
        }
        var changed: Set<String> = []
        for argument in dose where !changed.insert("\(argument.slug):\(argument.field.name)").inserted {
            throw ValidationError("--dose changes \(argument.slug):\(argument.field.name) twice; keep one of them.")
        }
    }
}

/// How a handout is laid out.
struct HandoutLayoutOptions: ParsableArguments {
    @Option(help: "The paper: a4 or letter. (default: a4)")
    var paper: Paper?

    @Flag(
        help: ArgumentHelp(
            "--large-print lays it out anew in text of 18 points; --compact makes a reminder of several exercises on a page."))
    var editions: [HandoutEdition] = []

    @Flag(inversion: .prefixedNo, help: "Use black, white and greys, also for drawn pictures.")
    var blackAndWhite: Bool?

    func validate() throws {
        if let first = editions.first, let other = editions.first(where: { $0 != first }) {
            throw ValidationError("\(first.flag) and \(other.flag) exclude each other; choose one.")
        }
    }
}

extension Paper: ExpressibleByArgument {}

extension HandoutEdition: EnumerableFlag {
    /// The flag that asks for it.
    var flag: String { self == .large ? "--large-print" : "--\(rawValue)" }

    static func name(for value: HandoutEdition) -> NameSpecification {
        .customLong(String(value.flag.dropFirst(2)))
    }
}
