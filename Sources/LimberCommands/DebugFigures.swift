import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
import Foundation
import SiteBuilding

/// Draws every pose of the library into a folder, for contact sheets, tests and measurements.
struct DebugFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "figures", abstract: "Every drawn picture of a library.")

    @Option(help: ArgumentHelp("The folder that the pictures go to; made when it is not there.", valueName: "folder"))
    var output: String?

    @Flag(help: "Draw in black, white and greys.")
    var blackAndWhite = false

    @Option(name: .customLong("repeat"), help: "Draw each picture so often and print the median times, and the most memory used.")
    var repetitions = 1

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if !(1...1000).contains(repetitions) { throw ValidationError("--repeat must be 1 to 1000.") }
    }

    func run() async throws {
        let root = try library.library()
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        Terminal.report(inputs.diagnostics)
        guard !inputs.diagnostics.hasErrors, let content = inputs.content.library else { throw ExitCode.contentErrors }
        if let output { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) }
        let renderer = FigureRenderer(style: blackAndWhite ? .blackAndWhite : .colour)
        for (name, title, pose) in Self.poses(of: content) {
            try show(name) { renderer.drawing(of: pose, title: title, description: title, id: "figure") }
        }
        for exercise in content.exercises {
            guard let figures = exercise.figures else { continue }
            try show("\(exercise.slug)--motion~") {
                renderer.motion(of: figures, title: exercise.title, description: exercise.title, id: "figure")
            }
        }
        if repetitions > 1, let memory = Self.peakMemory { Terminal.say("peak memory\t\(memory)") }
    }

    /// Draws a picture, prints its bytes and time, and writes it.
    private func show(_ name: String, _ draw: () -> Drawing?) throws {
        var times: [Duration] = []
        var threadTimes: [Duration] = []
        var drawing: Drawing?
        for _ in 0..<repetitions {
            let start = Self.threadTime
            times.append(ContinuousClock().measure { drawing = draw() })
            threadTimes.append(Self.threadTime - start)
        }
        guard let drawing else { return }
        if let output {
            let file = name.replacing("/", with: "~")
            try Data(drawing.svg.utf8).write(to: URL(fileURLWithPath: output).appendingPathComponent(file + ".svg"))
        }
        let time = repetitions > 1 ? "\t\(Self.median(times))\t\(Self.median(threadTimes)) of the processor" : ""
        Terminal.say("\(name)\t\(drawing.svg.utf8.count) bytes\t\(drawing.width)x\(drawing.height)\(time)")
    }

    private static func poses(of library: Library) -> [(name: String, title: String, pose: DrawnPose)] {
        library.exercises.flatMap { exercise in
            (exercise.figures?.poses ?? []).map { ("\(exercise.slug)--\($0.name)", exercise.title, $0) }
        }
            + library.basePoses.entries.map { entry in
                let pose = entry.pose
                let drawn = DrawnPose(
                    name: entry.name, pose: pose, camera: pose.camera ?? .side, props: pose.props ?? [], person: library.site.person)
                return ("base--\(entry.name)", entry.name, drawn)
            }
    }

    private static func median(_ times: [Duration]) -> String {
        let median = times.sorted()[times.count / 2]
        return String(format: "%.2f ms", Double(median.components.seconds) * 1000 + Double(median.components.attoseconds) / 1e15)
    }

    /// The processor's time that this thread has had: unlike the clock's, no longer when the machine is busy with other things.
    private static var threadTime: Duration {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// As the system counts it; none where it does not say.
    private static var peakMemory: String? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    }
}
