import ArgumentParser
import ContentChecks
import Diagnostics
import Foundation
import Readability
import SiteBuilding

/// `limber check`: every content rule, with file, line and column.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the content and the templates.",
        discussion: """
            Documentation/Checks.md explains every rule. `checks:` in Content/site.yaml changes their severity and their numbers; `allow:` in \
            a page's front matter lets a finding stand, with a reason.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case github
    }

    @Option(help: "How findings are written: text on standard error; json or github on standard output.")
    var format = Format.text

    @Flag(help: "Take warnings as errors, and a page that no clinician has reviewed as one too.")
    var strict = false

    @Flag(help: "Make the changes that need no judgement, such as a key that is misspelt by a letter, and show them.")
    var fix = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        if fix { try mend(root) }
        let report = Self.report(root: root, isStrict: strict, withReadability: format == .json)
        switch format {
        case .text:
            Terminal.write(TextPrinter().print(report), to: .standardError)
            if report.findings.isEmpty { Terminal.say("No problems found in \(report.pageCount) pages.") }
        case .json: Terminal.say(JSONReportPrinter().print(report))
        case .github:
            Terminal.write(GitHubPrinter().print(report.findings), to: .standardOutput)
            Terminal.write(TextPrinter().summary(of: report), to: .standardError)
        }
        if report.findings.hasErrors || (strict && !report.findings.isEmpty) { throw ExitCode.contentErrors }
    }

    /// Reads everything; drafts too, since a draft is what an author works on.
    private static func report(root: String, isStrict: Bool, withReadability: Bool = false) -> CheckReport {
        let inputs = SiteInputs.load(root: root, includesDrafts: true, checks: isStrict ? .strict : .everything)
        return CheckReport(
            findings: inputs.diagnostics, silenced: inputs.silenced.map { ($0.finding, $0.reason) }, pageCount: inputs.pageCount,
            readability: withReadability ? CheckedLibrary(inputs.content, today: nil)?.readings.map(PageReadability.init) ?? [] : [])
    }

    /// Makes the certain changes. One may bring out another, such as a key that was unknown; a few rounds are enough for all.
    private func mend(_ root: String) throws {
        var count = 0
        for _ in 1...5 {
            let mending = Mending(Self.report(root: root, isStrict: strict).findings)
            guard !mending.files.isEmpty else { break }
            for file in mending.files {
                do throws(Mending.Failure) {
                    try file.write(below: root)
                } catch {
                    Terminal.complain("error: \(file.source.path) was not changed: \(error.reason)")
                    throw ExitCode.toolFailure
                }
                // A program reads the output of the other formats, so that the changes go beside it.
                Terminal.write(file.diff, to: format == .text ? .standardOutput : .standardError)
                count += file.editCount
            }
        }
        Terminal.complain(count == 0 ? "Nothing could be mended without judgement." : "Mended \(count) finding\(count == 1 ? "" : "s").")
    }
}

extension PageReadability {
    fileprivate init(_ reading: PageReading) {
        switch reading.grade {
        case .tooShort(let words): self.init(path: reading.path, words: words, grades: nil)
        case .scored(let fleschKincaid, let smog, let words, let sentences):
            self.init(
                path: reading.path, words: words, grades: Grades(fleschKincaid: fleschKincaid, smog: smog, sentences: sentences))
        }
    }
}
