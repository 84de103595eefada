import Foundation
import Testing

@testable import PreviewServer

@Suite(.timeLimit(.minutes(1)))
struct FileWatcherTests {
    /// A library in a folder, watched; `folder.path("Content")` is what is watched.
    private struct Fixture: Sendable {
        let folder: TemporaryFolder
        let scope: WatchScope
        let seen: Seen
        let task: Task<Void, Never>

        init(_ method: FileWatcher.Method, creating names: [String] = ["Content/"]) throws {
            folder = try TemporaryFolder()
            for name in names { name.hasSuffix("/") ? try folder.makeFolder(name) : try folder.write("", to: name) }
            scope = WatchScope(
                folders: [folder.path("Content/")], files: [folder.path("site.yaml")], excluding: [folder.path("Content/_site")])
            let watcher = FileWatcher(scope, method: method)
            let seen = Seen()
            self.seen = seen
            task = Task { for await changes in watcher { await seen.add(changes) } }
        }

        /// Waits for exactly these to be among the changes since the last wait, and returns how many deliveries they took.
        func expect(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
            let paths = Set(names.map(folder.path))
            do {
                try await eventually { await seen.all.isSuperset(of: paths) }
            } catch {
                Issue.record("saw \(await seen.all), not \(paths)", sourceLocation: sourceLocation)
            }
        }
    }

    private actor Seen {
        private(set) var batches: [Set<String>] = []
        var all: Set<String> { batches.reduce(into: []) { $0.formUnion($1) } }

        func add(_ changes: Set<String>) {
            batches.append(changes)
        }

        func forget() {
            batches = []
        }
    }

    @Test(arguments: [FileWatcher.Method.automatic, .polling])
    func seesWritingRenamingAndRemoving(_ method: FileWatcher.Method) async throws {
        let fixture = try Fixture(method)
        try fixture.folder.write("1", to: "Content/new.md")
        try await fixture.expect("Content/new.md")
        await fixture.seen.forget()
        try fixture.folder.write("22", to: "Content/new.md")
        try await fixture.expect("Content/new.md")
        await fixture.seen.forget()
        try fixture.folder.write("333", to: "Content/.new.md.tmp")
        fixture.folder.move("Content/.new.md.tmp", to: "Content/new.md")
        try await fixture.expect("Content/new.md")
        await fixture.seen.forget()
        fixture.folder.move("Content/new.md", to: "Content/other.md")
        try await fixture.expect("Content/new.md", "Content/other.md")
        await fixture.seen.forget()
        try fixture.folder.remove("Content/other.md")
        try await fixture.expect("Content/other.md")
        #expect(await fixture.seen.all == [fixture.folder.path("Content/other.md")])
        fixture.task.cancel()
    }

    @Test(arguments: [FileWatcher.Method.automatic, .polling])
    func seesFoldersThatAreMadeLater(_ method: FileWatcher.Method) async throws {
        let fixture = try Fixture(method)
        try fixture.folder.makeFolder("Content/a/b/c")
        try fixture.folder.write("1", to: "Content/a/b/c/deep.md")
        try await fixture.expect("Content/a/b/c/deep.md")
        await fixture.seen.forget()
        try fixture.folder.write("22", to: "Content/a/b/c/deep.md")
        try await fixture.expect("Content/a/b/c/deep.md")
        fixture.folder.move("Content/a", to: "Content/moved")
        try await fixture.expect("Content/moved/b/c/deep.md")
        await fixture.seen.forget()
        try fixture.folder.write("333", to: "Content/moved/b/c/deep.md")
        try await fixture.expect("Content/moved/b/c/deep.md")
        #expect(await fixture.seen.all == [fixture.folder.path("Content/moved/b/c/deep.md")])
        fixture.task.cancel()
    }

    @Test(arguments: [FileWatcher.Method.automatic, .polling])
    func watchesAFolderAgainThatIsRemovedAndMadeAgain(_ method: FileWatcher.Method) async throws {
        let fixture = try Fixture(method, creating: ["Content/", "Content/a.md"])
        try fixture.folder.remove("Content")
        try await fixture.expect("Content/a.md")
        await fixture.seen.forget()
        try fixture.folder.makeFolder("Content")
        try fixture.folder.write("1", to: "Content/a.md")
        try await fixture.expect("Content/a.md")
        await fixture.seen.forget()
        try fixture.folder.write("22", to: "Content/a.md")
        try await fixture.expect("Content/a.md")
        fixture.task.cancel()
    }

    @Test(arguments: [FileWatcher.Method.automatic, .polling])
    func watchesSingleFilesThatNeedNotExist(_ method: FileWatcher.Method) async throws {
        let fixture = try Fixture(method, creating: [])
        try fixture.folder.write("1", to: "unwatched.yaml")
        try fixture.folder.write("1", to: "site.yaml")
        try await fixture.expect("site.yaml")
        #expect(await fixture.seen.all == [fixture.folder.path("site.yaml")])
        await fixture.seen.forget()
        try fixture.folder.write("22", to: "site.yaml.new")
        fixture.folder.move("site.yaml.new", to: "site.yaml")
        try await fixture.expect("site.yaml")
        await fixture.seen.forget()
        try fixture.folder.remove("site.yaml")
        try await fixture.expect("site.yaml")
        #expect(await fixture.seen.all == [fixture.folder.path("site.yaml")])
        // The folder that was not there at the beginning, and the one above it either.
        try fixture.folder.makeFolder("Content/Exercises")
        try fixture.folder.write("1", to: "Content/Exercises/a.md")
        try await fixture.expect("Content/Exercises/a.md")
        fixture.task.cancel()
    }

    @Test(arguments: [FileWatcher.Method.automatic, .polling])
    func ignoresWhatEditorsLeaveAndTheOutput(_ method: FileWatcher.Method) async throws {
        let fixture = try Fixture(method, creating: ["Content/", "Content/_site/", "Content/.git/"])
        for name in [".a.md.swp", "a.md~", ".#a.md", "#a.md#", "4913", "_site/index.html", ".git/index", "a.md.swx"] {
            try fixture.folder.write("1", to: "Content/\(name)")
        }
        try fixture.folder.makeFolder("Content/_site/exercises")
        try fixture.folder.write("1", to: "Content/last.md")
        try await fixture.expect("Content/last.md")
        #expect(await fixture.seen.all == [fixture.folder.path("Content/last.md")])
        fixture.task.cancel()
    }

    @Test func deliversABurstTogether() async throws {
        let fixture = try Fixture(.automatic)
        for number in 0..<100 { try fixture.folder.write("1", to: "Content/\(number).md") }
        try await eventually { await fixture.seen.all.count == 100 }
        // Far fewer than one each; how many depends on how busy the machine is.
        #expect(await fixture.seen.batches.count < 50)
        fixture.task.cancel()
    }

    @Test func keepsWhatNobodyHasTakenForTheNextReader() async throws {
        let folder = try TemporaryFolder()
        let watcher = FileWatcher(WatchScope(folders: [folder.path]))
        try folder.write("1", to: "a.md")
        try folder.write("1", to: "b.md")
        // A third change that shows that the others have been delivered.
        let other = FileWatcher(WatchScope(folders: [folder.path]))
        try folder.write("1", to: "c.md")
        _ = try await within { await other.first { _ in true } }
        try await Task.sleep(for: .milliseconds(100))
        let changes = try await within { await watcher.first { _ in true } }
        #expect(changes == Set(["a.md", "b.md", "c.md"].map(folder.path)))
    }

    @Test func seesLinksAndWhatTheyLeadTo() async throws {
        let fixture = try Fixture(.automatic, creating: ["Content/", "Elsewhere/", "Elsewhere/a.md"])
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: fixture.folder.path("Content/Media"), withDestinationPath: fixture.folder.path("Elsewhere"))
        try manager.createSymbolicLink(atPath: fixture.folder.path("Content/Self"), withDestinationPath: fixture.folder.path("Content"))
        try await fixture.expect("Content/Media/a.md")
        await fixture.seen.forget()
        try fixture.folder.write("22", to: "Elsewhere/a.md")
        try await fixture.expect("Content/Media/a.md")
        try manager.linkItem(atPath: fixture.folder.path("Elsewhere/a.md"), toPath: fixture.folder.path("Content/hard.md"))
        try await fixture.expect("Content/hard.md")
        fixture.task.cancel()
    }

    @Test func reportsPathsAsTheyWereGiven() {
        #expect(WatchScope.join(".", "a.md") == "a.md")
        #expect(WatchScope.join("Content", "a.md") == "Content/a.md")
        #expect(WatchScope.join("/", "a.md") == "/a.md")
        #expect(WatchScope.parent(of: "a.md") == ".")
        #expect(WatchScope.parent(of: "/a.md") == "/")
        #expect(WatchScope.parent(of: "Content/a.md") == "Content")
    }

    @Test func endsWithItsReaderAndLeavesNoDescriptorOpen() async throws {
        let folder = try TemporaryFolder()
        for _ in 0..<500 { _ = FileWatcher(WatchScope(folders: [folder.path])) }
        #if os(Linux)
            // Each has two at the least; other tests have some open at the same time.
            try await eventually {
                let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
                return (open?.count ?? 0) < 500
            }
        #endif
        let watcher = FileWatcher(WatchScope(folders: [folder.path]))
        let reader = Task { await watcher.first { _ in true } }
        try folder.write("1", to: "a.md")
        #expect(try await within { await reader.value } == [folder.path("a.md")])
    }
}
