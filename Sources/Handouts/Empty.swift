package import Diagnostics

package struct HandoutProblems: Error { package let diagnostics: [Diagnostic] }
package struct TypstEngine: Sendable {
    package static func find(root: String) -> TypstEngine? { nil }
    package static let missingAdvice = ""
}
