package import Diagnostics
package import Exercises
import Foundation

/// A saved selection as it was read from its file, with everything that is wrong with the file.
package struct SelectionFile: Sendable {
    /// What could be read; it is checked against a library later.
    package let selection: SavedSelection
    /// Where each entry stands in the file, such as `exercises.2`.
    package let places: [String]
    package let origin: Origin
    package let diagnostics: [Diagnostic]

    /// Reads a file that may lie anywhere; `path` is printed as it was typed.
    package static func read(_ path: String) -> SelectionFile {
        let nothing = Origin(file: SourceFile(path: path, text: ""), ranges: FieldRanges())
        // A relative path is below the folder where the command was given.
        let root = path.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath
        switch FileReading(root: root).read(path) {
        case .failure(let problem):
            let fix = problem.id == "file-missing" ? nil : problem.fix
            let named = Diagnostic(problem.id, problem.message, at: problem.location, notes: problem.notes, fix: fix)
            return SelectionFile(selection: SavedSelection(), places: [], origin: nothing, diagnostics: [named])
        case .success(let file):
            let log = DecodingLog(file: file)
            var decoding = SelectionDecoding()
            do {
                let top = try YAMLReading.mapping(in: file, SourceRange(0, file.text.utf8.count)).get()
                if let keys = MappingDecoder(top, path: "", log: log) { decoding.read(keys) }
            } catch {
                log.report(error)
            }
            return SelectionFile(
                selection: decoding.selection, places: decoding.places, origin: Origin(file: file, ranges: FieldRanges(log.ranges)),
                diagnostics: log.diagnostics.inReadingOrder())
        }
    }
}
