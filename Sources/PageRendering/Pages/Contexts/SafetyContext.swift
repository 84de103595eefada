import Exercises

/// A warning sign with what to do.
struct SignContext: TemplateContext {
    let sign: String
    let action: String

    static let fields: Fields<SignContext> = [
        .text("sign") { $0.sign },
        .text("action") { $0.action },
    ]
}

/// What every page says of emergencies alike.
final class EmergencyAdvice: Sendable {
    let signs: [SignContext]
    /// Whom to call, such as "Call your local emergency number".
    let contact: String
    let phone: PageLink?
    let whenToStopURL: String?

    init(_ library: Library, _ address: SiteAddress) {
        let emergency = library.safety.signs(.emergency)
        signs = emergency.map { SignContext(sign: $0.sign, action: $0.action) }
        contact = emergency.first?.contact.label ?? ""
        phone = emergency.first?.contact.number.map { PageLink(title: $0, url: PageChrome.telephone($0)) }
        whenToStopURL = PageChrome.whenToStop(library).map { address.link(to: .guidance($0)) }
    }
}

/// The stop rules and the emergency signs, as a page shows them.
struct SafetyContext: TemplateContext {
    let avoidIf: [String]
    let stopIf: [String]
    let emergency: EmergencyAdvice

    static let fields: Fields<SafetyContext> = [
        .texts("avoidIf") { $0.avoidIf },
        .texts("stopIf") { $0.stopIf },
        .list("emergencySigns") { $0.emergency.signs },
        .text("emergencyContact") { $0.emergency.contact },
        .optional("emergencyPhone") { $0.emergency.phone },
        .optionalText("whenToStopURL") { $0.emergency.whenToStopURL },
    ]
}

/// Who wrote and who reviewed a page.
struct ReviewContext: TemplateContext {
    /// A day for people and for machines.
    struct Day: TemplateContext {
        let text: String
        let iso: String

        static let fields: Fields<Day> = [
            .text("text") { $0.text },
            .text("iso") { $0.iso },
        ]
    }

    /// Shown until a reviewer is named.
    let notice: String?
    let author: String?
    let reviewedBy: String?
    let reviewed: Day?
    let next: Day?
    let changed: Day?

    static let fields: Fields<ReviewContext> = [
        .optionalText("notice") { $0.notice },
        .optionalText("author") { $0.author },
        .optionalText("reviewedBy") { $0.reviewedBy },
        .optional("reviewed") { $0.reviewed },
        .optional("next") { $0.next },
        .optional("changed") { $0.changed },
    ]
}

/// A handout to download.
struct HandoutLink: Hashable, Sendable, TemplateContext {
    /// Such as `Handout (A4)`.
    let title: String
    let url: String
    /// Such as `PDF, 3 pages, 120 KB`; none before the handout has been made.
    let detail: String?

    static let fields: Fields<HandoutLink> = [
        .text("title") { $0.title },
        .text("url") { $0.url },
        .optionalText("detail") { $0.detail },
    ]
}
