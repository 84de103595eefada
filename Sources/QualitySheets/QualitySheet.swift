import Handouts

/// What a machine can say of one handout, item by item. It is no score, no verdict and no review.
package struct QualitySheet: Hashable, Sendable {
    package let slug: String
    package let title: String
    /// Who the handout's own pages say reviewed them; nobody where one of them names none.
    package let reviewers: [String]
    /// In the order of the groups, and of the tool that a rule is from.
    package let items: [QualityItem]

    package init(_ handout: HandoutEvidence) {
        slug = handout.slug
        title = handout.document.title
        reviewers = handout.reviewers
        items =
            PEMATContent.items(handout) + PEMATWords.items(handout) + PEMATNumbers.items(handout) + PEMATOrganisation.items(handout)
            + PEMATLayout.items(handout) + PEMATVisualAids.items(handout) + PEMATActionability.items(handout) + PrintRules.items(handout)
            + TaggedPDFRules.items(handout)
    }

    package func count(_ outcome: QualityOutcome) -> Int { items.count { $0.outcome == outcome } }

    package func items(of group: QualityGroup) -> [QualityItem] { items.filter { $0.group == group } }
}
