import CMessageDigest
import Foundation

/// What a page may load and run: nothing from anywhere else, and no script or style in the page itself but one script that is known.
package struct ContentSecurityPolicy: Hashable, Sendable {
    /// The one script that stands in the page, as its element's text; none for a page without.
    var inlineScript: String?
    /// WebAssembly, which searching is compiled to.
    var allowsWebAssembly = false

    /// The value of the header.
    var text: String {
        var scripts = ["'self'"]
        if let inlineScript { scripts.append("'sha256-\(Self.digest(inlineScript))'") }
        if allowsWebAssembly { scripts.append("'wasm-unsafe-eval'") }
        let directives = [
            "default-src 'none'", "script-src \(scripts.joined(separator: " "))", "style-src 'self'", "img-src 'self' data:",
            "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'",
        ]
        return directives.joined(separator: "; ")
    }

    /// SHA-256 of the UTF-8, in Base64.
    static func digest(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var context = SHA256_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        var digest = Array<UInt8>(repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        return Data(digest).base64EncodedString()
    }
}
