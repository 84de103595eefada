import ArgumentParser
import ContentLoading
import Exercises
import Foundation

/// `limber new`: a file that passes `check` apart from what only the author can say.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a new exercise, programme or guidance page.",
        subcommands: [NewExercise.self, NewProgramme.self, NewGuidance.self])
}

/// What every `limber new` shares: the title, and where the file goes.
struct NewPageOptions: ParsableArguments {
    @Argument(help: "The title, such as \"Seated chair twist\".")
    var title: String

    @Option(help: "Who writes the page.")
    var author: String?

    @OptionGroup var library: LibraryOptions

    /// Writes the page's file, named by the title's slug; never over a file that exists.
    func write(to folder: String, _ text: (_ title: String, _ author: String) -> String) throws {
        let root = try library.library()
        let title = try Self.oneLine(title, "The title")
        let author = try Self.oneLine(author ?? NSFullUserName(), "The author")
        guard let slug = Slug(title.asSlug) else {
            throw ValidationError("No file name can be made from the title “\(title)”; it needs a letter from a to z or a digit.")
        }
        for other in ["Exercises", "Programmes", "Guidance"]
        where FileManager.default.fileExists(atPath: "\(root)/Content/\(other)/\(slug).md") {
            throw ValidationError("Content/\(other)/\(slug).md exists already; choose another title.")
        }
        let path = "Content/\(folder)/\(slug).md"
        let url = URL(fileURLWithPath: root + "/" + path)
        do {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let page = text(Self.quoted(title), Self.quoted(author.isEmpty ? "WHO WRITES IT" : author))
            try Data(page.utf8).write(to: url, options: .withoutOverwriting)
        } catch {
            Terminal.complain("error: \(path) cannot be written: \(error.localizedDescription)")
            throw ExitCode.toolFailure
        }
        Terminal.say("Wrote \(path). Fill in what is in capital letters, then run `limber check`.")
    }

    /// Text as one line; line breaks and runs of spaces become one space.
    private static func oneLine(_ text: String, _ name: String) throws -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw ValidationError("\(name) holds a control character; type it again without.")
        }
        return line
    }

    /// A YAML double-quoted scalar.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

struct NewExercise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "exercise", abstract: "Start a new exercise in Content/Exercises/.")
    @OptionGroup var page: NewPageOptions

    func run() async throws {
        try page.write(to: "Exercises") { title, author in
            """
            ---
            title: \(title)
            summary: ONE SENTENCE THAT SAYS WHAT IT IS.
            kind: stretch            # \(ExerciseKind.allCases.map(\.rawValue).joined(separator: " | "))
            position: standing       # \(Position.allCases.map(\.rawValue).joined(separator: " | "))
            regions: [lower-back]    # \(Region.allCases.map(\.rawValue).joined(separator: " | "))
            equipment: []            # \(Equipment.allCases.map(\.rawValue).joined(separator: " | "))
            level: beginner          # \(Level.allCases.map(\.rawValue).joined(separator: " | "))
            performedBy: self        # \(Performer.allCases.map(\.rawValue).joined(separator: " | "))
            advice: suitable         # \(Advice.allCases.map(\.rawValue).joined(separator: " | "))
            dose:
              # Write only what a source states, with its hedge, and whose figure it is:
              # hold: about 10 s
              # repetitions: 2–3
              # from: A-SOURCE
              sides: none            # none | both | alternate
            feel: WHERE IT SHOULD BE FELT.
            avoidIf:
              - A REASON NOT TO DO IT
            sources: []              # - id: A-SOURCE from Content/sources.yaml
            review: {author: \(author)}
            draft: true              # remove this line to publish
            ---
            ONE OR TWO SENTENCES THAT INTRODUCE IT.

            ## Get ready

            THE STARTING POSITION.

            ## Steps

            1. ONE ACTION.
            2. THE NEXT ACTION.

            ## Breathing

            HOW TO BREATHE.

            ## Variations

            - **Easier:** AN EASIER FORM.
            - **Harder:** A HARDER FORM.

            ## Take care

            WHAT TO WATCH OUT FOR.

            """
        }
    }
}

struct NewProgramme: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "programme", abstract: "Start a new programme in Content/Programmes/.")
    @OptionGroup var page: NewPageOptions

    func run() async throws {
        let folder = try page.library.library() + "/Content/Exercises"
        let exercises = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let example = exercises.lazy.filter { $0.hasSuffix(".md") }.compactMap { Slug($0.dropLast(3)) }.first?.text ?? "AN-EXERCISE"
        try page.write(to: "Programmes") { title, author in
            """
            ---
            title: \(title)
            summary: ONE SENTENCE THAT SAYS WHAT IT IS.
            audience: WHOM IT IS FOR.
            readySeconds: 5          # before the first exercise
            transitionSeconds: 10    # between two exercises
            exercises:               # two to four, in order
              - \(example)
            review: {author: \(author)}
            draft: true              # remove this line to publish
            ---
            ONE OR TWO SENTENCES THAT INTRODUCE IT.

            """
        }
    }
}

struct NewGuidance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "guidance", abstract: "Start a new guidance page in Content/Guidance/.")
    @OptionGroup var page: NewPageOptions

    func run() async throws {
        try page.write(to: "Guidance") { title, author in
            """
            ---
            title: \(title)
            summary: ONE SENTENCE THAT SAYS WHAT IT IS ABOUT.
            order: 500               # place in lists; smaller first
            sources: []              # ids from Content/sources.yaml
            review: {author: \(author)}
            draft: true              # remove this line to publish
            ---
            THE TEXT.

            ## A HEADING

            MORE TEXT.

            """
        }
    }
}
