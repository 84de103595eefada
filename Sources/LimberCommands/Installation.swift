import Foundation

/// The folder that Limber itself was built in, which holds the templates that a new library begins with.
struct Installation {
    let folder: String

    /// The folder that LIMBER_HOME names, else the nearest one above the program that holds `Templates/Starter`.
    static func find() -> Installation? {
        func isInstallation(_ folder: String) -> Bool {
            FileManager.default.fileExists(atPath: folder + "/Templates/Starter/Content")
        }
        if let home = ProcessInfo.processInfo.environment["LIMBER_HOME"] {
            return isInstallation(home) ? Installation(folder: home) : nil
        }
        guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
        var folder = program.deletingLastPathComponent()
        while folder.path != "/" {
            if isInstallation(folder.path) { return Installation(folder: folder.path) }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
