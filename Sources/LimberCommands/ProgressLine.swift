import Foundation
import Synchronization

/// A line of progress that is written over itself; silent where standard error is no terminal.
final class ProgressLine: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let lastPercent = Mutex(-1)

    func show(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        let percent = done * 100 / total
        let isNew = lastPercent.withLock { last in
            defer { last = percent }
            return last != percent
        }
        if isNew { Terminal.write("\r\(done) of \(total) files (\(percent)%)", to: .standardError) }
    }

    /// Removes the line.
    func clear() {
        if isTerminal { Terminal.write("\r\u{1B}[K", to: .standardError) }
    }
}
