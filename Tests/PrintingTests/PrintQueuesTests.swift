import Diagnostics
import Foundation
import Printing
import Testing

/// Printing through commands that stand in for those of CUPS.
struct PrintQueuesTests {
    /// A folder with commands that is the whole path, removed when the test ends.
    final class Commands {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("limber-print-" + UUID().uuidString).path

        init(lp: String?, lpstat: String?) throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, script) in [("lp", lp), ("lpstat", lpstat)] {
                guard let script else { continue }
                try ("#!/bin/sh\n" + script + "\n").write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + name)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        func print(_ bytes: [UInt8] = Array("%PDF".utf8), to printer: String?) async throws -> String? {
            let queues = try await PrintQueues(printer: printer, environment: ["PATH": folder])
            return try await queues.print(PrintQueues.Document(bytes: bytes, title: "Cat camel", paper: "A4"))
        }
    }

    @Test func theDocumentGoesThroughStandardInputWithItsTitleAndPaper() async throws {
        let commands = try Commands(
            lp: #"printf '%s|' "$@" > "${0%/*}/arguments"; /bin/cat > "${0%/*}/input"; echo 'request id is Hall-7 (0 file(s))'"#,
            lpstat: "echo Office; echo Hall")
        // Above what a pipe holds.
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try await commands.print(bytes, to: "Hall") == "Hall-7")
        #expect(try String(contentsOfFile: commands.folder + "/arguments", encoding: .utf8) == "-d|Hall|-t|Cat camel|-o|media=A4|")
        #expect(try Data(contentsOf: URL(fileURLWithPath: commands.folder + "/input")) == Data(bytes))
        #expect(try await commands.print(bytes, to: nil) == "Hall-7")
        #expect(try String(contentsOfFile: commands.folder + "/arguments", encoding: .utf8) == "-t|Cat camel|-o|media=A4|")
    }

    @Test func aRefusalIsSaidEvenWhereNothingOfTheDocumentWasRead() async throws {
        let commands = try Commands(lp: "echo 'lp: Error - No default destination.' >&2; exit 1", lpstat: "echo Office; echo Hall")
        let bytes = [UInt8](repeating: 0, count: 1_000_000)
        let problem = await #expect(throws: Diagnostic.self) { try await commands.print(bytes, to: nil) }
        #expect(
            problem.map { TextPrinter().print([$0]) } == """
                error: no printer is set as the one to use [no-default-printer]
                  note: the printers are: Office, Hall
                  fix: name one: --print Office

                """)
    }

    @Test func aPrinterThatIsNotThereIsNamedBeforeAnythingIsPrinted() async throws {
        let commands = try Commands(lp: "echo printed > \"${0%/*}/printed\"", lpstat: "echo Office; echo Hall")
        let problem = await #expect(throws: Diagnostic.self) { try await commands.print(to: "Ofice") }
        #expect(
            problem.map { TextPrinter().print([$0]) } == """
                error: there is no printer `Ofice` [unknown-printer]
                  note: the printers are: Office, Hall
                  fix: did you mean `Office`?

                """)
        #expect(!FileManager.default.fileExists(atPath: commands.folder + "/printed"))
    }

    @Test func withoutTheCommandOrAPrinterThatIsSaid() async throws {
        let none = try Commands(lp: nil, lpstat: nil)
        #expect(await #expect(throws: Diagnostic.self) { try await none.print(to: nil) }?.id == "no-print-command")
        let empty = try Commands(lp: "exit 1", lpstat: "exit 1")
        #expect(await #expect(throws: Diagnostic.self) { try await empty.print(to: nil) }?.id == "no-printer")
        let broken = try Commands(lp: "echo 'lp: out of paper' >&2; exit 1", lpstat: "echo Office")
        let problem = await #expect(throws: Diagnostic.self) { try await broken.print(to: "Office") }
        #expect(problem?.id == "print-failed" && problem?.notes == ["lp said: lp: out of paper"])
    }
}
