package import ArgumentParser

/// `limber`, the command with all its subcommands.
package struct LimberCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "limber",
        abstract: "Turns exercise definitions into a website, printable handouts and a live preview.",
        discussion: """
            A library is a folder with Content/ and Templates/. Start one with `limber init`, add to it with `limber new`, and see it with \
            `limber preview`.

            Exit status: 0 success; 1 the content has errors; 64 wrong usage; 70 an internal failure or one of a tool.
            """,
        version: LimberVersion.text,
        subcommands: [
            BuildCommand.self, HandoutCommand.self, FigureCommand.self, PreviewCommand.self, CheckCommand.self, QualityCommand.self,
            NewCommand.self,
            InitCommand.self, DebugCommand.self,
        ])

    package init() {}

    /// Runs the command that the process was started with; returns when it has ended well, else ends the process.
    package static func start() async {
        await main()
    }
}

/// The version of the program.
enum LimberVersion {
    static let text = "0.1.0"
}
