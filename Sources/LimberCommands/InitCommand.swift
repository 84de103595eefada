import ArgumentParser
import Foundation

/// `limber init`: a new library with the templates and one sample of each kind.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Start a new library in a new or empty folder.")

    @Argument(help: "The folder to make.")
    var folder: String

    func run() async throws {
        guard let installation = Installation.find() else {
            Terminal.complain(
                "error: the templates of a new library were not found; set LIMBER_HOME to the folder that holds Limber's Templates/")
            throw ExitCode.toolFailure
        }
        let target = URL(fileURLWithPath: folder).standardizedFileURL.path
        let files = FileManager.default
        if let entries = try? files.contentsOfDirectory(atPath: target), !entries.isEmpty {
            throw ValidationError("\(folder) is not empty; a library starts in a new or empty folder.")
        } else if files.fileExists(atPath: target), (try? files.contentsOfDirectory(atPath: target)) == nil {
            throw ValidationError("\(folder) is not a folder.")
        }
        // Filled beside its place and then renamed, so that no half-made library is left behind.
        let staging = target + ".new-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            let templates = installation.folder + "/Templates"
            try files.createDirectory(atPath: staging + "/Templates", withIntermediateDirectories: true)
            for entry in try files.contentsOfDirectory(atPath: templates) where entry != "Starter" && !entry.hasPrefix(".") {
                try files.copyItem(atPath: templates + "/" + entry, toPath: staging + "/Templates/" + entry)
            }
            try files.copyItem(atPath: templates + "/Starter/Content", toPath: staging + "/Content")
            try files.createDirectory(atPath: staging + "/Content/Media", withIntermediateDirectories: true)
            // What Limber makes itself, for authors who keep their library in git.
            try Data("_site/\n.limber/\n".utf8).write(to: URL(fileURLWithPath: staging + "/.gitignore"))
            try? files.removeItem(atPath: target)
            try files.moveItem(atPath: staging, toPath: target)
        } catch {
            try? files.removeItem(atPath: staging)
            Terminal.complain("error: the library cannot be written to \(folder): \(error.localizedDescription)")
            throw ExitCode.toolFailure
        }
        Terminal.say(
            """
            Made a library in \(folder) with one exercise, one programme and one guidance page.

            Next:
              cd \(folder)
              limber preview seated-chair-twist    see it, and edit Content/Exercises/seated-chair-twist.md
              limber new exercise "Your title"     add one of your own
              limber build                         the whole site, into _site/
            """)
    }
}
