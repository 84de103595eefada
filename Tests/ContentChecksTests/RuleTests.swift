import ContentLoading
import Diagnostics
import Testing

@testable import ContentChecks

@Suite("The rules as a whole")
struct RuleTests {
    @Test func identifiersAreUniqueAndInKebabCase() {
        let ids = ContentChecks.rules.map { $0.id }
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(id.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(id)") }
    }

    @Test func everyGroupHasRules() {
        for group in RuleGroup.allCases { #expect(ContentChecks.rules.contains { $0.group == group }) }
    }

    @Test func limitsHaveDifferentNamesThatAreNoSeverity() {
        for rule in ContentChecks.rules {
            let names = rule.limits.map(\.name)
            #expect(Set(names).count == names.count && !names.contains("severity"), "\(rule.id)")
        }
    }

    @Test func whatCannotBeTurnedOffIsASafetyRuleOfThatSeverity() {
        for rule in ContentChecks.rules where rule.least != .off {
            #expect(rule.group == .safety && rule.severity == .error, "\(rule.id)")
        }
        #expect(ForbiddenTechnique.least == .error && StopRules.least == .error)
    }
}
