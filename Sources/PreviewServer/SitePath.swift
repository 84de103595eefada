import Foundation

/// The path of a request, decoded and safe to hand to the owner.
struct SitePath: Hashable, Sendable {
    /// Begins with `/`, percent-decoded; no segment is empty (but the last), `.` or `..`, and there is no control character.
    let decoded: String

    /// Reads the raw path of a request line; nil where it is malformed or tries to climb.
    init?(requestPath raw: String) {
        guard raw.hasPrefix("/"), let decoded = raw.removingPercentEncoding else { return nil }
        guard !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) else { return nil }
        let segments = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard segments.dropLast().allSatisfy({ !$0.isEmpty }), !segments.contains("."), !segments.contains("..") else { return nil }
        self.decoded = decoded
    }

    var isFolder: Bool {
        decoded.hasSuffix("/")
    }

    /// What a relative redirect to the same path as a folder says, encoded so that no browser reads it as another host.
    var folderLocation: String {
        let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
        return (decoded.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "") + "/"
    }
}
