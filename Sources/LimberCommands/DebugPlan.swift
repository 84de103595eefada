import ArgumentParser
import AssetBundling
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
        guard !inputs.diagnostics.hasErrors else { throw ExitCode.contentErrors }
        guard let assets = await bundled(inputs) else { throw ExitCode.toolFailure }
        guard
            let plan = SitePlan(
                inputs: inputs, assets: assets, handouts: await .find(root: root),
                figures: FigureCache(program: LimberVersion.text, root: nil))
        else { throw ExitCode.contentErrors }
        for output in plan.outputs.sorted(by: { $0.path < $1.path }) { Terminal.say("\(output.kind.rawValue)\t\(output.path)") }
    }

    /// The assets as they are served; what is wrong with them is printed.
    private func bundled(_ inputs: SiteInputs) async -> SiteAssets? {
        do throws(AssetBundler.Failure) {
            return try await SiteAssets.bundle(inputs)
        } catch {
            Terminal.report(error.diagnostics)
            return nil
        }
    }
}
