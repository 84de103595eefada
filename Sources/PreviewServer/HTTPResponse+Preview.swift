import FlyingFox
import Foundation

extension HTTPResponse {
    /// What every answer says: keep no copy, and take the media type as given.
    private static func headers(type: String?) -> HTTPHeaders {
        var headers = HTTPHeaders([.cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff"])
        headers[.contentType] = type
        return headers
    }

    static func answer(_ status: HTTPStatusCode, type: String, body: [UInt8] = []) -> HTTPResponse {
        HTTPResponse(
            statusCode: status, headers: headers(type: type), body: HTTPBodySequence(data: Data(body), suggestedBufferSize: 65_536))
    }

    /// A page of the site; HTML gets the live-reload script.
    static func page(_ status: HTTPStatusCode, _ page: PreviewPage, _ version: String) -> HTTPResponse {
        let isHTML = page.mediaType.lowercased().hasPrefix("text/html")
        return answer(status, type: page.mediaType, body: isHTML ? ScriptTag.inserted(into: page.body, version: version) : page.body)
    }

    /// A page of the server's own.
    static func notice(_ status: HTTPStatusCode, _ notice: NoticePage) -> HTTPResponse {
        var response = answer(status, type: "text/html; charset=utf-8", body: Array(notice.html.utf8))
        response.headers[HTTPHeader("Content-Security-Policy")] =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
        return response
    }

    /// The page beside its sheets. Nobody else's page may frame it.
    static func workbench(_ page: WorkbenchPage) -> HTTPResponse {
        var response = answer(.ok, type: "text/html; charset=utf-8", body: Array(page.html.utf8))
        response.headers[HTTPHeader("Content-Security-Policy")] =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        return response
    }

    /// A page of the owner's that brings its style and fonts with it and may load nothing.
    static func standalone(_ page: PreviewPage) -> HTTPResponse {
        var response = answer(.ok, type: page.mediaType, body: page.body)
        response.headers[HTTPHeader("Content-Security-Policy")] =
            "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        return response
    }

    static func redirect(to location: String) -> HTTPResponse {
        // Not a permanent one: browsers remember those, and the site is being worked on.
        var response = answer(.temporaryRedirect, type: "text/plain; charset=utf-8")
        response.headers[.location] = location
        return response
    }

    /// An answer after which the connection is closed.
    static func refusal(_ status: HTTPStatusCode, _ sentence: String, headers extra: [HTTPHeader: String] = [:]) -> HTTPResponse {
        var headers = headers(type: "text/plain; charset=utf-8")
        headers[.connection] = "close"
        for (name, value) in extra { headers[name] = value }
        let bytes = Array("\(sentence)\n".utf8)
        return HTTPResponse(
            statusCode: status, headers: headers, body: HTTPBodySequence(from: FinalBody(bytes: bytes), count: bytes.count))
    }

    static func events(_ stream: EventStream) -> HTTPResponse {
        HTTPResponse(statusCode: .ok, headers: headers(type: "text/event-stream"), body: HTTPBodySequence(from: stream))
    }

    /// The same header, with the length that the body would have had.
    func withoutBody() async -> HTTPResponse {
        guard case .httpBody(let body) = payload else { return self }
        var headers = headers
        headers[.contentLength] = String(body.count ?? 0)
        return HTTPResponse(statusCode: statusCode, headers: headers)
    }
}
