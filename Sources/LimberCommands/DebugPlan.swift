import ArgumentParser
import Diagnostics
import Exercises
import Foundation
import Handouts
import PageRendering
import SiteBuilding

/// Prints every output of a build with its kind, without rendering any.
struct DebugPlan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "plan", abstract: "Every output of a build.")
    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let inputs = SiteInputs.load(root: root, includesDrafts: false)
        Terminal.report(inputs.diagnostics)
        guard
            let plan = SitePlan(
                inputs: inputs, handouts: await .find(root: root), figures: FigureCache(program: LimberVersion.text, root: nil))
        else { throw ExitCode.contentErrors }
        for output in plan.outputs { Terminal.say("\(output.kind.rawValue)\t\(output.path)") }
    }
}
