import ArgumentParser
import ContentChecks
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Readability
import SiteBuilding

/// `limber debug readability`: how text is split and scored, for comparing it with other programs.
struct DebugReadability: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readability", abstract: "The reading grades of texts as JSON.",
        discussion: """
            Without files, what the handout of each page of the library says is scored; `-` is standard input. Each text has its words with \
            their syllables in reading order.
            """)

    @Argument(help: ArgumentHelp("Plain text files.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var library: LibraryOptions

    private struct Score: Encodable {
        struct Word: Encodable {
            let text: String
            let syllables: Int
        }

        let name: String
        let passages: [String]
        let sentences: [String]
        let words: [Word]
        let sentenceCount: Int
        /// None for a text that is too short.
        let fleschKincaid: Double?
        let smog: Double?

        init(_ name: String, _ passages: [String], _ text: ReadingText) {
            self.name = name
            self.passages = passages
            sentences = text.sentences.map(\.text)
            words = text.words.map { Word(text: $0.text, syllables: $0.syllables) }
            sentenceCount = text.sentenceCount
            if case .scored(let fleschKincaid, let smog, _, _) = ReadingGrade(text) {
                (self.fleschKincaid, self.smog) = (fleschKincaid, smog)
            } else {
                (self.fleschKincaid, self.smog) = (nil, nil)
            }
        }
    }

    func run() async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let scores = try files.isEmpty ? pages() : files.map(score)
        Terminal.say(String(decoding: try encoder.encode(scores), as: UTF8.self))
    }

    private func score(_ file: String) throws -> Score {
        let bytes: Data
        do {
            bytes = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw ValidationError("\(file) cannot be read.")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return Score(file, [text], ReadingText(plain: text))
    }

    private func pages() throws -> [Score] {
        let inputs = SiteInputs.load(root: try library.library(), includesDrafts: true)
        guard let content = CheckedLibrary(inputs.content, today: nil) else {
            Terminal.report(inputs.diagnostics)
            throw ExitCode.contentErrors
        }
        return content.readings.map { Score($0.slug.text, $0.passages, $0.text) }
    }
}
