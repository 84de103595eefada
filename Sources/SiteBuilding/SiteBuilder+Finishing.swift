import ContentHashing
import Diagnostics
import Foundation
import PageRendering
import SearchIndexing

/// What is made from the written site as a whole.
extension SiteBuilder {
    /// Whether everything that an earlier build made from the site as a whole is still in its place.
    func wholesStand(_ record: BuildRecord, _ writer: SiteWriter) -> Bool {
        record.wholes.allSatisfy { writer.oldState(of: $0.key) == $0.value.state }
    }

    /// Makes the index for searching and the list for times without a network, which stand on all other files.
    func finish(
        _ outputs: [String: BuildRecord.Output], _ made: [SiteUpdate.Made], _ assets: SiteAssets, _ update: SiteUpdate
    ) async throws(Failure) -> [String: BuildRecord.Output] {
        var files = try await index(made, update)
        let all = outputs.merging(files) { first, _ in first }
        files.merge(try writeOfflineCopy(of: all, assets, update.writer)) { first, _ in first }
        return files
    }

    /// Indexes the pages; takes the old index over where no page changed.
    private func index(_ made: [SiteUpdate.Made], _ update: SiteUpdate) async throws(Failure) -> [String: BuildRecord.Output] {
        guard case .pagefind(let indexer) = search else { return [:] }
        if let old = try unchangedIndex(made, update) { return old }
        do {
            let paths = try await indexer.index(site: update.writer.staging, into: SearchIndexPath.folder)
            return try Dictionary(uniqueKeysWithValues: paths.map { ($0, try Self.written($0, in: update.writer.staging)) })
        } catch let problem as Diagnostic {
            throw Task.isCancelled ? .cancelled : .engine([problem])
        } catch {
            throw .system(path: SearchIndexPath.folder, reason: error.localizedDescription)
        }
    }

    private func unchangedIndex(_ made: [SiteUpdate.Made], _ update: SiteUpdate) throws(Failure) -> [String: BuildRecord.Output]? {
        guard let record = update.record else { return nil }
        let old = record.wholes.filter { $0.key.hasPrefix(SearchIndexPath.folder + "/") }
        let pages = made.filter { $0.output.kind == .page }
        let isUnchanged = pages.allSatisfy(\.isOld) && pages.count == record.outputs.values.count { $0.kind == .page }
        guard !old.isEmpty, isUnchanged else { return nil }
        var taken: [String: BuildRecord.Output] = [:]
        for (path, output) in old {
            do throws(SiteWriter.Problem) {
                guard let made = try update.takeOver(SiteUpdate.Made(path: path, output: output, isOld: true)) else { return nil }
                taken[path] = made.output
            } catch {
                throw Failure(error)
            }
        }
        return taken
    }

    private func writeOfflineCopy(
        of files: [String: BuildRecord.Output], _ assets: SiteAssets, _ writer: SiteWriter
    ) throws(Failure) -> [String: BuildRecord.Output] {
        guard let worker = assets.serviceWorker else { return [:] }
        let copy = OfflineCopy(of: files.map { OfflineCopy.File(path: $0.key, content: $0.value.content) })
        var written: [String: BuildRecord.Output] = [:]
        do {
            for output in copy.outputs(worker: worker) {
                let state = try writer.write(output.bytes, to: output.path)
                let content = ContentHash(output.bytes)
                written[output.path] = BuildRecord.Output(kind: .data, content: content, state: state, parts: [], kept: [])
            }
        } catch {
            throw Failure(of: error)
        }
        return written
    }

    /// A file that another program wrote.
    private static func written(_ path: String, in folder: String) throws -> BuildRecord.Output {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
        guard let state = FileState(path: folder + "/" + path) else { throw CocoaError(.fileNoSuchFile) }
        return BuildRecord.Output(kind: .data, content: ContentHash(bytes), state: state, parts: [], kept: [])
    }
}
