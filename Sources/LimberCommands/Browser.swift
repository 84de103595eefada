import Foundation

/// The person's own viewer for addresses and files.
enum Browser {
    /// Opens an address or a file, or says that it cannot; never waits for the viewer to end.
    static func open(_ target: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        #if os(macOS)
            process.arguments = ["open", target]
        #else
            process.arguments = ["xdg-open", target]
        #endif
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { ended in
            if ended.terminationStatus != 0 { Terminal.complain("note: no viewer could be opened; open \(target) yourself") }
        }
        do {
            try process.run()
        } catch {
            Terminal.complain("note: no viewer could be opened; open \(target) yourself")
        }
    }
}
