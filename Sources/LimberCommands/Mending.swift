import Diagnostics
import Foundation

/// The changes that findings carry with them, gathered by file.
struct Mending {
    /// One file with its changes.
    struct File {
        let source: SourceFile
        /// In order; none overlaps another.
        let edits: [Edit]

        var editCount: Int { edits.count }
    }

    /// Why a file was left as it was.
    struct Failure: Error {
        let reason: String
    }

    /// The files that change, by path.
    let files: [File]

    init(_ findings: [Diagnostic]) {
        var edits: [String: (source: SourceFile, edits: Set<Edit>)] = [:]
        for finding in findings {
            guard let source = finding.location?.file, let edit = finding.fix?.edit, source.text(in: edit.range) != edit.replacement else {
                continue
            }
            edits[source.path, default: (source, [])].edits.insert(edit)
        }
        files = edits.keys.sorted().compactMap { path in
            edits[path].map { File(source: $0.source, edits: Self.withoutOverlaps($0.edits)) }
        }
    }

    /// The first of edits that want the same place; the others find their place in the next round.
    private static func withoutOverlaps(_ edits: Set<Edit>) -> [Edit] {
        var kept: [Edit] = []
        let ordered = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.replacement) < ($1.range.lowerBound, $1.range.upperBound, $1.replacement)
        }
        for edit in ordered where kept.last.map({ $0.range.upperBound <= edit.range.lowerBound && $0.range != edit.range }) ?? true {
            kept.append(edit)
        }
        return kept
    }
}

extension Mending.File {
    /// The text with all changes made.
    var text: String { text(in: SourceRange(0, source.text.utf8.count)) }

    /// The changed text of a range that cuts no edit.
    func text(in range: SourceRange) -> String {
        var text = ""
        var position = range.lowerBound
        for edit in edits where edit.range.lowerBound >= range.lowerBound && edit.range.upperBound <= range.upperBound {
            text += source.text(in: SourceRange(position, edit.range.lowerBound)) + edit.replacement
            position = edit.range.upperBound
        }
        return text + source.text(in: SourceRange(position, range.upperBound))
    }

    /// Writes a file beside the old one and renames it into its place, so that nobody ever sees half of it. A file that has changed since
    /// it was read, or that is a link to another place, stays as it is.
    func write(below root: String) throws(Mending.Failure) {
        let path = root + "/" + source.path
        let files = FileManager.default
        let attributes = try? files.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular, let old = files.contents(atPath: path) else {
            throw Mending.Failure(reason: "it is not a regular file")
        }
        let mark = Data([0xEF, 0xBB, 0xBF])
        let hasMark = old.starts(with: mark)
        guard Data(source.text.utf8) == (hasMark ? old.dropFirst(mark.count) : old) else {
            throw Mending.Failure(reason: "it was changed by somebody else meanwhile")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let fresh = "\(folder)/.\(ProcessInfo.processInfo.processIdentifier).limber-new"
        do {
            try ((hasMark ? mark : Data()) + Data(text.utf8)).write(to: URL(fileURLWithPath: fresh), options: .withoutOverwriting)
            if let permissions = attributes?[.posixPermissions] {
                try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: fresh)
            }
        } catch {
            try? files.removeItem(atPath: fresh)
            throw Mending.Failure(reason: error.localizedDescription)
        }
        guard rename(fresh, path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? files.removeItem(atPath: fresh)
            throw Mending.Failure(reason: reason)
        }
    }
}
