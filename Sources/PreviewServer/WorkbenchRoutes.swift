import Diagnostics
import FlyingFox
import Foundation

/// Answers what belongs to the workbench: its page, which sheets a page has, their pictures, and the file to print.
struct WorkbenchRoutes: Sendable {
    let print: PrintPreview
    let findings: @Sendable (_ path: String) async -> CheckReport?
    let live: LiveReload
    let pictures: SheetPictures

    /// Nil where the path is not one of these.
    func answer(_ path: SitePath, _ request: HTTPRequest) async -> HTTPResponse? {
        switch path.decoded {
        case OwnPath.workbench:
            return .workbench(WorkbenchPage(options: print.options))
        case OwnPath.workbenchScript:
            return .answer(.ok, type: "text/javascript; charset=utf-8", body: PackageResources.workbench_js)
        case OwnPath.workbenchStylesheet:
            return .answer(.ok, type: "text/css; charset=utf-8", body: PackageResources.workbench_css)
        default:
            break
        }
        if let name = path.rest(after: OwnPath.picture) {
            return pictures[name].map { .answer(.ok, type: "image/png", body: $0) }
                ?? .plain(.notFound, "This picture is not kept any more.")
        }
        if let page = path.rest(after: OwnPath.sheets), page.hasPrefix("/") {
            return await answer(request) { .json(await sheets(page, $0)) }
        }
        if let page = path.rest(after: OwnPath.findings), page.hasPrefix("/") {
            return .json(FindingsAnswer(await findings(page)))
        }
        if let page = path.rest(after: OwnPath.quality), page.hasPrefix("/") {
            guard let sheet = await print.quality(page) else { return .plain(.notFound, "There is nothing to say of this page's handout.") }
            return .standalone(sheet)
        }
        if let page = path.rest(after: OwnPath.document), page.hasPrefix("/") {
            return await answer(request) { choices in
                guard let file = await print.document(page, choices) else { return .plain(.notFound, "There is nothing to print here.") }
                return .answer(.ok, type: file.mediaType, body: file.body)
            }
        }
        return nil
    }

    private func answer(_ request: HTTPRequest, _ body: ([String: String]) async -> HTTPResponse) async -> HTTPResponse {
        // FlyingFox drops a query that is malformed.
        guard !request.query.isEmpty || request.target.query(percentEncoded: true).isEmpty else {
            return .plain(.badRequest, "The address is malformed.")
        }
        switch PrintOption.choices(among: print.options, query: request.query.map { ($0.name, $0.value) }) {
        case .success(let choices): return await body(choices)
        case .failure(let problem): return .plain(.badRequest, problem.sentence)
        }
    }

    private func sheets(_ page: String, _ choices: [String: String]) async -> SheetsAnswer {
        switch live.status {
        case .building: return SheetsAnswer(reason: "The site is being built.")
        case .failed(let problems, hasPages: false): return SheetsAnswer(problems: problems)
        case .current, .failed: break
        }
        switch await print.sheets(page, choices) {
        case .sheets(let sheets, let warnings):
            return SheetsAnswer(sheets: pictures.keep(sheets).map { OwnPath.picture + $0 }, warnings: warnings)
        case .none(let reason): return SheetsAnswer(reason: reason)
        case .failed(let problems): return SheetsAnswer(problems: problems)
        }
    }
}

/// What `workbench.js` is told of a page's sheets: their pictures, or one of the reasons why there are none.
struct SheetsAnswer: Encodable {
    var sheets: [String]?
    var warnings: String?
    var reason: String?
    var problems: String?
}

extension SitePath {
    /// What follows a prefix; nil without it.
    fileprivate func rest(after prefix: String) -> String? {
        decoded.hasPrefix(prefix) ? String(decoded.dropFirst(prefix.count)) : nil
    }
}

extension HTTPResponse {
    fileprivate static func plain(_ status: HTTPStatusCode, _ sentence: String) -> HTTPResponse {
        answer(status, type: "text/plain; charset=utf-8", body: Array("\(sentence)\n".utf8))
    }

    fileprivate static func json(_ value: some Encodable) -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding strings cannot fail; an empty object would be shown as no sheets.
        let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
        return answer(.ok, type: "application/json; charset=utf-8", body: Array(data))
    }
}
