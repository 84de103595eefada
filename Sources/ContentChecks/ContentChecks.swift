import ContentLoading
package import Diagnostics
import Exercises

/// All rules, run over a library.
package enum ContentChecks {
    /// In the order of the documentation.
    package static let rules: [any ContentRule.Type] = [
        // Safety
        ForbiddenTechnique.self, TechniqueTaught.self, StopRules.self, EmergencyCard.self, EmergencyAction.self, EmergencyContact.self,
        NoContraindication.self, GettingUpFromTheFloor.self, UnsafeInstruction.self, BreathHolding.self, HardStart.self,
        // Dose
        FigureNotInSource.self, AmountContradictsDose.self, AmountNotLinked.self, ImpossibleDose.self, ExtremeDose.self, NoAmount.self,
        DoseWithoutOrigin.self, SidesNotInDose.self, SidesNotInSteps.self, FirstSideOfSteps.self, ProgrammeTime.self, ProgrammeCount.self,
        // Sides
        StepPictureSide.self, AlternativeTextSide.self, StepsNotMirrored.self, PoseSide.self, MirrorSide.self,
        // Provenance
        NoSource.self, VagueSource.self, CitationNotListed.self, ClaimWithoutSource.self, NoAuthor.self, NotReviewed.self,
        NoNextReview.self, ReviewOverdue.self, ReviewInTheFuture.self, ChangedAfterReview.self, PictureLicence.self,
        // Language
        LongStep.self, SeveralActions.self, NotImperative.self, LongSentence.self, PassiveVoice.self, UndefinedTerm.self,
        AmbiguousArch.self, FiguresToWorkOut.self, CapitalLetters.self, Italics.self, Abbreviation.self, RangeWithDash.self,
        RepeatedWord.self, ThirdPerson.self, UnclearLink.self, HardToRead.self,
        // Pictures
        NoPicture.self, StartAndEndPictures.self, PoseNotShown.self, AlternativeTextRepeated.self, AlternativeTextAnnounces.self,
        AlternativeTextLength.self, UnreachablePlace.self, JointOutOfRange.self, PartUnderFloor.self, PartsPassThrough.self,
        // Structure
        MissingSection.self, EmptySection.self, SkippedHeadingLevel.self, RepeatedHeading.self, LongSummary.self, LongProgramme.self,
        RepeatedExercise.self, EasierIsHarder.self, DuplicateTitle.self, OrphanedPage.self, UnusedSource.self, UnusedPicture.self,
    ]

    /// How much is to be found.
    package enum Extent: Hashable, Sendable {
        /// Only what keeps content from being published.
        case errors
        case everything
        /// Everything, where what must be done before content is published counts as an error.
        case strict
    }

    /// What the rules found, in reading order.
    package struct Report: Sendable {
        /// The identifiers of the rules that ran.
        package let applied: Set<String>
        package let findings: [Diagnostic]
        /// What pages let stand.
        package let silenced: [SilencedFinding]
    }

    /// Runs the rules, each page on its own processor.
    package static func run(on content: CheckedLibrary, _ extent: Extent) -> Report {
        run(rules, on: content, extent)
    }

    static func run(_ rules: [any ContentRule.Type], on content: CheckedLibrary, _ extent: Extent) -> Report {
        let settings = RuleSettings(content, rules: Self.rules, isStrict: extent == .strict)
        let active = rules.compactMap { rule -> (rule: any ContentRule.Type, setting: RuleSettings.Setting)? in
            guard let setting = settings.settings[rule.id], extent != .errors || setting.severity == .error else { return nil }
            return (rule, setting)
        }
        let pageRules = active.compactMap { entry in (entry.rule as? any PageRule.Type).map { (rule: $0, setting: entry.setting) } }
        let inspectsPoses = pageRules.contains { $0.rule.inspectsPoses }
        var found = settings.diagnostics
        found += content.pages.parallelMap { page in
            let checked = CheckedPage(page.content, slug: page.slug, origin: page.origin, in: content, inspectsPoses: inspectsPoses)
            return pageRules.flatMap { entry -> [Diagnostic] in
                var report = RuleReport(entry.setting, entry.rule, origin: page.origin)
                entry.rule.check(checked, &report)
                return report.findings
            }
        }.joined()
        for (rule, setting) in active {
            guard let rule = rule as? any LibraryRule.Type else { continue }
            var report = RuleReport(setting, rule, origin: nil)
            rule.check(content, &report)
            found += report.findings
        }
        let silencing = Silencing(
            found, origins: Array(content.origins.values), rules: Self.rules,
            isComplete: extent != .errors && rules.count == Self.rules.count)
        return Report(
            applied: Set(active.map { $0.rule.id }), findings: silencing.findings.inReadingOrder(),
            silenced: silencing.silenced.sorted { ($0.finding.location?.file.path ?? "") < ($1.finding.location?.file.path ?? "") })
    }
}
