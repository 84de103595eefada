import Diagnostics
import Exercises
import Foundation
import Testing

@testable import Handouts

/// What happens when the worker process fails. These need only a Python, not Typst.
@Suite(.enabled("there is no python3", { PathPython.path != nil }))
struct TypstWorkerTests {
    func engine(_ script: String, timeLimit: Duration = .seconds(20)) throws -> TypstEngine {
        TypstEngine(python: try #require(PathPython.path), root: Repository.root, script: script, timeLimit: timeLimit)
    }

    func document() throws -> HandoutDocument {
        try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"]))
    }

    @Test func aWorkerThatDiesIsRestartedOnce() async throws {
        let mark = FileManager.default.temporaryDirectory.appendingPathComponent("limber-worker-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: mark) }
        let engine = try engine(
            """
            import base64, json, os, sys
            for line in sys.stdin:
                if not os.path.exists("\(mark)"):
                    open("\(mark)", "w").close()
                    os._exit(3)
                answer = {"id": json.loads(line)["id"], "pdf": base64.b64encode(b"%PDF").decode(), "warnings": []}
                print(json.dumps(answer), flush=True)
            """)
        #expect(try await engine.compile(document(), format: HandoutFormat(paper: .a4)).bytes == Array("%PDF".utf8))
        await engine.stop()
    }

    @Test(arguments: [(1_000_000, 1), (900_000_000, 2)])
    func aWorkerThatHasGrownTooLargeMakesRoomForAFreshOne(memory: Int, processes: Int) async throws {
        let starts = FileManager.default.temporaryDirectory.appendingPathComponent("limber-worker-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: starts) }
        let engine = try engine(
            """
            import base64, json, sys
            with open("\(starts)", "a") as file: file.write("+")
            for line in sys.stdin:
                id = json.loads(line)["id"]
                print(json.dumps({"id": id, "pdf": base64.b64encode(b"%PDF").decode(), "memory": \(memory)}), flush=True)
            """)
        for _ in 1...2 { _ = try await engine.compile(document(), format: HandoutFormat(paper: .a4)) }
        await engine.stop()
        #expect(try String(contentsOfFile: starts, encoding: .utf8).count == processes)
    }

    @Test func aWorkerThatKeepsDyingIsAClearErrorWithWhatItSaid() async throws {
        let engine = try engine("import sys; sys.stdin.readline(); sys.exit('the library is broken')")
        let problems = await #expect(throws: HandoutProblems.self) {
            try await engine.compile(document(), format: HandoutFormat(paper: .a4))
        }
        let diagnostic = try #require(problems?.diagnostics.first)
        #expect(problems?.isInternal == true)
        #expect(diagnostic.message.hasPrefix("the handout engine stopped twice without an answer"))
        #expect(diagnostic.notes.contains("the library is broken"))
    }

    @Test func aWorkerThatDiesAtOnceIsNoCrash() async throws {
        let engine = try engine("raise SystemExit(1)")
        for _ in 1...3 {
            let problems = await #expect(throws: HandoutProblems.self) {
                try await engine.compile(document(), format: HandoutFormat(paper: .a4))
            }
            #expect(problems?.isInternal == true)
        }
    }

    // The limit is far above what it takes, and far below what the worker would.
    @Test(.timeLimit(.minutes(3))) func aWorkerThatHangsIsEnded() async throws {
        let engine = try engine("import time; time.sleep(1000)", timeLimit: .milliseconds(300))
        let problems = await #expect(throws: HandoutProblems.self) {
            try await engine.compile(document(), format: HandoutFormat(paper: .a4))
        }
        #expect(problems?.diagnostics.map(\.id) == ["handout-time-limit"])
        #expect(problems?.isInternal == false)
    }

    @Test func aWorkerThatTalksNonsenseIsEnded() async throws {
        let engine = try engine("import sys, time; sys.stdin.readline(); print('hello', flush=True); time.sleep(1000)")
        let problems = await #expect(throws: HandoutProblems.self) {
            try await engine.compile(document(), format: HandoutFormat(paper: .a4))
        }
        #expect(problems?.diagnostics.first?.notes.contains { $0.contains("hello") } == true)
    }

    @Test func aWorkerThatIsNotThereIsAClearError() async throws {
        let engine = TypstEngine(python: "/nowhere/python3", root: Repository.root, script: "", timeLimit: .seconds(5))
        let problems = await #expect(throws: HandoutProblems.self) {
            try await engine.compile(document(), format: HandoutFormat(paper: .a4))
        }
        #expect(problems?.diagnostics.first?.message.hasPrefix("the handout engine could not be started") == true)
    }
}

/// The `python3` of the path.
enum PathPython {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        .first(where: FileManager.default.isExecutableFile(atPath:))
}
