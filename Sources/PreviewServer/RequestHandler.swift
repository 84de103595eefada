import FlyingFox
import FlyingSocks
import Foundation

/// Answers one request at a time; holds no state of its own.
struct RequestHandler: HTTPHandler {
    /// What a request may be at most; FlyingFox has read it by then, so this bounds what goes on, not what was read.
    struct Limits: Hashable, Sendable {
        var target = 4096
        var headers = 32_768
        /// A larger body is not read at all.
        var body = 4096
        /// Everything that a client may send before it is hung up on. More than the sum of the others, so that what is a little too large
        /// gets an answer that says so; less than the system receives ahead, or a slow reader would never have received as much.
        var whole = 49_152
    }

    let content: PreviewContent
    let live: LiveReload
    /// Nil where pages have no sheets of paper.
    let workbench: WorkbenchRoutes?
    let hosts: HostPolicy
    let limits: Limits
    /// Called when a whole request has arrived.
    let requestArrived: @Sendable (Socket.Address) -> Void

    func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        request.remoteAddress.map { requestArrived($0.socketAddress) }
        if let refusal = refusal(of: request) { return refusal }
        guard let path = SitePath(requestPath: request.target.path(percentEncoded: true)) else {
            return .refusal(.badRequest, "The address is malformed.")
        }
        if request.method == .HEAD, path.decoded == OwnPath.events { return HTTPResponse.answer(.ok, type: "text/event-stream") }
        let response = await answer(path, request)
        return request.method == .HEAD ? await response.withoutBody() : response
    }

    /// The answer to a request that is wrong whatever its path; such a connection is closed.
    private func refusal(of request: HTTPRequest) -> HTTPResponse? {
        guard hosts.allows(request.headers[.host]) else {
            return .refusal(.misdirectedRequest, "The preview does not answer to this host name.")
        }
        guard request.method == .GET || request.method == .HEAD else {
            return .refusal(.methodNotAllowed, "The preview only answers GET and HEAD.", headers: [HTTPHeader("Allow"): "GET, HEAD"])
        }
        guard let bodySize = request.bodySequence.count, bodySize <= limits.body else {
            return .refusal(.payloadTooLarge, "The request is too large.")
        }
        guard request.target.rawValue.utf8.count <= limits.target else {
            return .refusal(.uriTooLong, "The address is too long.")
        }
        let headerSize = request.headers.reduce(0) { $0 + $1.key.rawValue.utf8.count + $1.value.utf8.count + 4 }
        guard headerSize <= limits.headers else {
            return .refusal(.requestHeaderFieldsTooLarge, "The request header is too large.")
        }
        return nil
    }

    private func answer(_ path: SitePath, _ request: HTTPRequest) async -> HTTPResponse {
        if path.decoded.hasPrefix(OwnPath.prefix) {
            if let answer = await workbench?.answer(path, request) { return answer }
            return ownFile(path)
        }
        // The site's service worker would answer from its cache what has since changed. Whichever script the browser asks for as one, it
        // gets one that goes away.
        if request.headers[HTTPHeader("Service-Worker")] != nil {
            return .answer(.ok, type: "text/javascript; charset=utf-8", body: PackageResources.no_service_worker_js)
        }
        // Read before the page is asked for: a page older than its mark would not reload.
        let version = live.version
        switch live.status {
        case .building:
            return .notice(.serviceUnavailable, .building(version: version))
        case .failed(let problems, hasPages: false):
            return .notice(.internalServerError, .failed(problems, version: version))
        case .current, .failed:
            return await page(path, request, version)
        }
    }

    private func page(_ path: SitePath, _ request: HTTPRequest, _ version: String) async -> HTTPResponse {
        if let page = await content.page(path.decoded) { return .page(.ok, page, version) }
        if !path.isFolder, await content.page(path.decoded + "/") != nil {
            let query = request.target.query(percentEncoded: true)
            return .redirect(to: path.folderLocation + (query.isEmpty ? "" : "?\(query)"))
        }
        if let page = await content.notFoundPage() { return .page(.notFound, page, version) }
        return .notice(.notFound, .notFound(version: version))
    }

    private func ownFile(_ path: SitePath) -> HTTPResponse {
        switch path.decoded {
        case OwnPath.script:
            return .answer(.ok, type: "text/javascript; charset=utf-8", body: PackageResources.live_reload_js)
        case OwnPath.stylesheet:
            return .answer(.ok, type: "text/css; charset=utf-8", body: PackageResources.live_reload_css)
        case OwnPath.events:
            guard let chunks = live.subscribe() else {
                return .refusal(.serviceUnavailable, "Too many pages are open.")
            }
            return .events(EventStream(chunks: chunks))
        default:
            return .answer(.notFound, type: "text/plain; charset=utf-8", body: Array("Not found.\n".utf8))
        }
    }
}

extension HTTPRequest.Address {
    /// The same address as the sockets know it.
    fileprivate var socketAddress: Socket.Address {
        switch self {
        case .ip4(let host, port: let port): .ip4(host, port: port)
        case .ip6(let host, port: let port): .ip6(host, port: port)
        case .unix(let path): .unix(path)
        }
    }
}
