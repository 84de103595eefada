import ArgumentParser
import ContentChecks
import ContentLoading
import Diagnostics

/// `limber debug rules`: the rules of the content, for the documentation.
struct DebugRules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "Show the rules of the content as JSON.")

    func run() async throws {
        let rules = ContentChecks.rules.map { rule in
            let limits = rule.limits.map { "{\"name\": \"\($0.name)\", \"usual\": \($0.usual), \"meaning\": \"\($0.meaning)\"}" }
            let members = [
                "\"id\": \"\(rule.id)\"", "\"group\": \"\(rule.group.rawValue)\"", "\"severity\": \"\(rule.severity.rawValue)\"",
                "\"least\": \"\(rule.least.rawValue)\"", "\"isRequiredToPublish\": \(rule.isRequiredToPublish)",
                "\"readsEnglish\": \(rule.readsEnglish)", "\"limits\": [\(limits.joined(separator: ", "))]",
            ]
            return "  {\(members.joined(separator: ", "))}"
        }
        Terminal.say("[\n" + rules.joined(separator: ",\n") + "\n]")
    }
}
