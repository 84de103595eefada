import Foundation
import Synchronization

/// Runs one target on mutations for a while.
struct FuzzRun {
    /// How many inputs were taken, and how many were worth keeping.
    struct Report {
        var executions = 0
        var kept = 0
        var reached: Set<String> = []
    }

    let name: String
    let seed: UInt64
    let seconds: Double
    /// Where an input is written before it is taken, so that one that ends the process is there afterwards.
    let folder: String
    /// The longest that one input may take.
    static let patience: Duration = .seconds(10)

    func run(_ target: inout any FuzzTarget) throws -> Report {
        let path = "\(folder)/\(name).input"
        let watch = Watch(name: name, path: path)
        var report = Report()
        var corpus = target.seeds
        var mutator = Mutator(
            dictionary: type(of: target).dictionary, longest: type(of: target).longest, random: RandomNumbers(seed: seed))
        let file = try InputFile(path)
        for input in corpus { report.reached.formUnion(try take(input, &target, file, watch, &report)) }
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            let input = mutator.mutation(of: corpus)
            let reached = try take(input, &target, file, watch, &report)
            if !reached.isSubset(of: report.reached) {
                report.reached.formUnion(reached)
                report.kept += 1
                corpus.append(input)
            }
        }
        watch.stop()
        try FileManager.default.removeItem(atPath: path)
        return report
    }

    private func take(
        _ input: [UInt8], _ target: inout any FuzzTarget, _ file: InputFile, _ watch: Watch, _ report: inout Report
    ) throws -> Set<String> {
        file.hold(input)
        watch.begin()
        defer { watch.end() }
        report.executions += 1
        return try target.run(input)
    }
}

/// A file that always holds the last input.
struct InputFile {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BrokenProperty("\(path) cannot be written") }
    }

    func hold(_ input: [UInt8]) {
        ftruncate(descriptor, 0)
        pwrite(descriptor, input, input.count, 0)
    }
}

/// Ends the process when one input takes too long.
final class Watch: Sendable {
    private let state = Mutex<(start: ContinuousClock.Instant?, isOver: Bool)>((nil, false))

    init(name: String, path: String) {
        Thread.detachNewThread { [self] in
            while !state.withLock(\.isOver) {
                Thread.sleep(forTimeInterval: 0.5)
                if let start = state.withLock(\.start), .now - start > FuzzRun.patience {
                    say("\(name): an input takes longer than \(FuzzRun.patience); it is in \(path)")
                    exit(1)
                }
            }
        }
    }

    func begin() { state.withLock { $0.start = .now } }
    func end() { state.withLock { $0.start = nil } }
    func stop() { state.withLock { $0.isOver = true } }
}
