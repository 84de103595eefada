import ContentHashing
import Exercises
import Foundation
import PageRendering

/// Brings a new site together from the old one: what the change of an input may have changed is made again, everything else taken over.
struct SiteUpdate: Sendable {
    /// A file of the new site.
    struct Made: Sendable {
        let path: String
        let output: BuildRecord.Output
        /// Whether it stands in the old site as it is.
        let isOld: Bool
    }

    let writer: SiteWriter
    /// None when everything is made.
    let record: BuildRecord?
    /// The parts of the library that changed since; nil when something changed that counts for everything.
    let changed: Set<LibraryReads.Part>?

    /// Whether an output is as it would be made now, and still in its place.
    func isFresh(_ output: PlannedOutput) -> Bool {
        guard let changed, let old = record?.outputs[output.path], old.kind == output.kind, old.parts.isDisjoint(with: changed) else {
            return false
        }
        return writer.oldState(of: output.path) == old.state
    }

    /// An output that is fresh.
    func kept(_ output: PlannedOutput) -> Made? {
        record?.outputs[output.path].map { Made(path: output.path, output: $0, isOld: true) }
    }

    /// Makes an output, and writes it unless the old site has the same.
    func make(_ output: PlannedOutput) async throws -> Made {
        let ((bytes, parts), kept) = try await KeptUses.noting { try await LibraryReads.noting { try await output.bytes() } }
        let content = ContentHash(bytes)
        let old = record?.outputs[output.path]
        let isOld = old.map { $0.content == content && writer.oldState(of: output.path) == $0.state } ?? false
        let state = if isOld, let old { old.state } else { try writer.write(bytes, to: output.path) }
        return Made(
            path: output.path,
            output: BuildRecord.Output(kind: output.kind, content: content, state: state, parts: parts, kept: kept), isOld: isOld)
    }

    /// Puts a file of the old site into the new one; nil when the old site has lost it meanwhile.
    func takeOver(_ made: Made) throws(SiteWriter.Problem) -> Made? {
        guard made.isOld else { return made }
        guard let state = try writer.takeOver(made.path, made.output) else { return nil }
        let old = made.output
        return Made(
            path: made.path,
            output: BuildRecord.Output(kind: old.kind, content: old.content, state: state, parts: old.parts, kept: old.kept), isOld: true)
    }

    /// Whether the new site would be the old one.
    func isEmpty(_ made: [Made]) -> Bool {
        guard let record else { return false }
        return made.allSatisfy(\.isOld) && made.count == record.outputs.count
    }
}
