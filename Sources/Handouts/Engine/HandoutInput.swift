import Diagnostics
import Foundation

/// A document and its format as the template gets them.
package struct HandoutInput: Sendable {
    private static let document = "document.json"

    /// The files that the template reads, by name.
    let files: [String: String]

    package init(_ document: HandoutDocument, format: HandoutFormat) throws(HandoutProblems) {
        do {
            var files = [Self.document: try document.json(), "format.json": try format.json(accent: document.accent)]
            for (name, drawing) in document.drawings { files["drawings/\(name).svg"] = drawing.svg }
            self.files = files
        } catch {
            throw HandoutProblems(
                diagnostics: [Diagnostic("handout-data", "the handout has no form as data: \(error)", at: nil)], isInternal: true)
        }
    }

    /// All of it as bytes: two inputs are the same when these are.
    package var identity: [UInt8] {
        files.sorted { $0.key < $1.key }.flatMap { Array("\($0.key.utf8.count) \($0.key)=\($0.value.utf8.count) \($0.value)\n".utf8) }
    }

    /// Whether the document shows a picture of `Content/Media/`; `path` is below that folder.
    package func shows(media path: String) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let quoted = try? encoder.encode("/Content/Media/" + path) else { return true }
        return files[Self.document]?.contains(String(decoding: quoted, as: UTF8.self)) ?? true
    }
}
