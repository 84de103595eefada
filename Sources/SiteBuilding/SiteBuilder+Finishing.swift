import Diagnostics
import Foundation
import PageRendering
import SearchIndexing

/// What is made from the written site as a whole.
extension SiteBuilder {
    struct WrittenFile {
        let path: String
        let byteCount: Int
        let fingerprint: String
    }

    /// Indexes the pages that were written; the files of the index.
    func index(_ writer: SiteWriter) async throws(Failure) -> [WrittenFile] {
        guard case .pagefind(let indexer) = search else { return [] }
        do {
            return try await indexer.index(site: writer.staging, into: SearchIndexPath.folder).map { path in
                let bytes = try Data(contentsOf: URL(fileURLWithPath: writer.staging + "/" + path))
                return WrittenFile(path: path, byteCount: bytes.count, fingerprint: Fingerprint(bytes).description)
            }
        } catch let problem as Diagnostic {
            throw Task.isCancelled ? .cancelled : .engine([problem])
        } catch {
            throw .system(path: SearchIndexPath.folder, reason: error.localizedDescription)
        }
    }

    static func writeOfflineCopy(of files: [WrittenFile], _ assets: SiteAssets, with writer: SiteWriter) throws(Failure) {
        guard let worker = assets.serviceWorker else { return }
        let copy = OfflineCopy(of: files.map { OfflineCopy.File(path: $0.path, fingerprint: $0.fingerprint) })
        do {
            for output in try copy.outputs(worker: worker) { try writer.write(Data(output.text.utf8), to: output.path) }
        } catch let problem as SiteWriter.Problem {
            throw Failure(problem)
        } catch {
            throw .system(path: "service-worker.js", reason: error.localizedDescription)
        }
    }
}
