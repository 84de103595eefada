import Foundation
import Subprocess
import SystemPackage

/// One worker process: requests go to its standard input, answers come back by their identifiers.
///
/// The process lives as long as this value: its end closes the process's standard input, which ends the process.
actor TypstWorker {
    private let python: String
    /// Printed paths are relative to it.
    private let folder: String
    private let script: String
    private let silenceLimit: Duration
    private let lines: AsyncStream<[UInt8]>
    private let requests: AsyncStream<[UInt8]>.Continuation
    private var waiting: [Int: CheckedContinuation<TypstAnswer, any Error>] = [:]
    private var lastHeard = ContinuousClock.now
    private var standardError = ""
    private var silence: Duration?
    private var end: TypstWorkerEnd?
    private var process: Task<Void, Never>?

    /// `silenceLimit` is how long the process may give no answer while one is awaited.
    init(python: String, folder: String, script: String, silenceLimit: Duration) {
        self.python = python
        self.folder = folder
        self.script = script
        self.silenceLimit = silenceLimit
        (lines, requests) = AsyncStream.makeStream()
    }

    deinit {
        requests.finish()
    }

    /// Sends a request and waits for its answer.
    func ask(_ request: TypstRequest) async throws -> TypstAnswer {
        if let end { throw end }
        startIfNeeded()
        var line = try [UInt8](JSONEncoder().encode(request))
        line.append(UInt8(ascii: "\n"))
        if waiting.isEmpty { lastHeard = .now }
        let watch = Task { [weak self, silenceLimit] in
            while !Task.isCancelled {
                try await Task.sleep(for: silenceLimit)
                await self?.stopIfSilent()
            }
        }
        defer { watch.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            waiting[request.id] = continuation
            requests.yield(line)
        }
    }

    /// Starts the process and sends what it gets ready with. What goes wrong shows when something is asked.
    func prepare(_ preparation: TypstPreparation) {
        guard end == nil, let line = try? [UInt8](JSONEncoder().encode(preparation)) else { return }
        startIfNeeded()
        requests.yield(line + [UInt8(ascii: "\n")])
    }

    /// Ends the process; whoever waits for an answer gets an error.
    func stop() {
        requests.finish()
        process?.cancel()
    }

    /// A request that is written just as the worker dies must be an error, not a signal that ends Limber; swift-subprocess leaves that to
    /// its users.
    private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    private func startIfNeeded() {
        guard process == nil else { return }
        Self.ignoreBrokenPipes
        process = Task { [weak self, python, folder, script, lines] in
            let cause = await Self.run(
                python: python, folder: folder, script: script, requests: lines,
                onOutput: { [weak self] in await self?.receive($0) }, onError: { [weak self] in await self?.note($0) })
            await self?.finish(cause)
        }
    }

    private func receive(_ line: [UInt8]) {
        lastHeard = .now
        guard let answer = try? JSONDecoder().decode(TypstAnswer.self, from: Data(line)) else {
            note(line)
            return stop()
        }
        waiting.removeValue(forKey: answer.id)?.resume(returning: answer)
    }

    private func note(_ bytes: [UInt8]) {
        standardError = String((standardError + String(decoding: bytes, as: UTF8.self)).suffix(4000))
    }

    private func stopIfSilent() {
        guard !waiting.isEmpty, ContinuousClock.now - lastHeard >= silenceLimit else { return }
        silence = silenceLimit
        stop()
    }

    private func finish(_ cause: TypstWorkerEnd.Cause) {
        let end = TypstWorkerEnd(cause: silence.map(TypstWorkerEnd.Cause.silent) ?? cause, standardError: standardError)
        self.end = end
        requests.finish()
        let left = waiting.values
        waiting = [:]
        for continuation in left { continuation.resume(throwing: end) }
    }

    /// Runs the process until it ends and says why it did.
    private static func run(
        python: String, folder: String, script: String, requests: AsyncStream<[UInt8]>,
        onOutput: @escaping @Sendable ([UInt8]) async -> Void,
        onError: @escaping @Sendable ([UInt8]) async -> Void
    ) async -> TypstWorkerEnd.Cause {
        do {
            let result = try await Subprocess.run(
                .path(FilePath(python)), arguments: ["-c", script], workingDirectory: FilePath(folder), input: .inputWriter,
                output: .sequence, error: .sequence
            ) { execution in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for await line in requests { _ = try await execution.standardInputWriter.write(line) }
                        try await execution.standardInputWriter.finish()
                    }
                    group.addTask {
                        for try await buffer in execution.standardError { await onError(buffer.withUnsafeBytes { Array($0) }) }
                    }
                    var lines = LineBuffer()
                    for try await buffer in execution.standardOutput {
                        for line in lines.append(buffer.withUnsafeBytes({ Array($0) })) { await onOutput(line) }
                    }
                    // No more answers: the process has ended, or will not speak again. The writer may still wait for requests.
                    group.cancelAll()
                }
            }
            return .died("\(result.terminationStatus)")
        } catch let error as SubprocessError where error.code == .executableNotFound || error.code == .spawnFailed {
            return .couldNotStart("\(error)")
        } catch {
            return .died("\(error)")
        }
    }
}
