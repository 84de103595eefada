import Foundation
import Synchronization

/// A line of progress that is written over itself; silent where standard error is no terminal.
final class ProgressLine: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    /// How often the line changes: a reader cannot follow more, and a terminal takes its time.
    private static let interval: Duration = .milliseconds(100)

    func show(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard done == total || last.map({ now - $0 >= Self.interval }) ?? true else { return false }
            last = now
            return true
        }
        if isDue { Terminal.write("\r" + Self.text(done, of: total, after: now - start) + "\u{1B}[K", to: .standardError) }
    }

    /// `1,200 of 20,800 files (5%), 4,100 a second, 5 s left`; without a forecast in the first half second.
    static func text(_ done: Int, of total: Int, after time: Duration) -> String {
        let seconds = time / .seconds(1)
        let counted = "\(done) of \(total) files (\(done * 100 / total)%)"
        guard seconds >= 0.5, done > 0 else { return counted }
        let rate = Double(done) / seconds
        let left = Double(total - done) / rate
        let speed = rate >= 10 ? "\(Int(rate))" : String(format: "%.1f", rate)
        return counted + ", \(speed) a second" + (done < total ? ", \(remaining(left)) left" : "")
    }

    private static func remaining(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    /// Removes the line.
    func clear() {
        if isTerminal { Terminal.write("\r\u{1B}[K", to: .standardError) }
    }
}
