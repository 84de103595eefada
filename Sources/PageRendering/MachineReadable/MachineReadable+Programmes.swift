import Exercises

extension MachineReadable {
    /// `api/v1/programmes.json`: every programme with the doses that are in force in it.
    var programmeListJSON: JSONValue {
        head(type: "programmeList") + .object(["programmes": .array(library.programmes.map(json))])
    }

    private func json(_ programme: Programme) -> JSONValue {
        let steps = steps(of: programme)
        let seconds = programme.totalSeconds(doses: steps.map(\.dose))
        let entries = steps.map { step in
            JSONValue.object([
                "slug": .string(step.exercise.slug.text), "title": .string(step.exercise.title), "dose": json(step.dose),
                "note": step.note.map(JSONValue.string),
            ])
        }
        return .object([
            "slug": .string(programme.slug.text),
            "title": .string(programme.title),
            "summary": .string(programme.summary),
            "audience": .string(programme.audience),
            "draft": programme.isDraft ? .boolean(true) : nil,
            "url": .string(link(.programme(programme.slug))),
            "introduction": .nonEmpty(PlainProse(dose: nil, doses: doses).text(programme.body)),
            "readySeconds": .integer(programme.readySeconds),
            "transitionSeconds": .integer(programme.transitionSeconds),
            "minutes": .integer(Self.minutes(seconds: seconds)),
            "exercises": .array(entries),
            "handouts": json(handoutsOf: programme.slug),
            "review": json(programme.review),
        ])
    }

    // MARK: What several files say

    /// What each file of the API begins with.
    func head(type: String) -> JSONValue {
        .object([
            "$schema": .string(link(APIPath.schema.place)), "type": .string(type), "site": .string(library.site.title),
            "language": .string(library.site.language),
        ])
    }

    /// The site-wide stop rules and the warning signs.
    var safetyJSON: JSONValue {
        let signs = library.safety.signs.map { sign in
            JSONValue.object([
                "level": .string(sign.level.rawValue), "sign": .string(sign.sign), "action": .string(sign.action),
                "contact": .object(["label": .string(sign.contact.label), "number": sign.contact.number.map(JSONValue.string)]),
            ])
        }
        return .object(["stopRules": .strings(library.safety.stopRules), "signs": .array(signs)])
    }

    /// Names a reviewer only together with the day, as the pages do; without one the site's notice stands in the place.
    func json(_ review: Review) -> JSONValue {
        .object([
            "author": review.author.map(JSONValue.string),
            "reviewedBy": review.isReviewed ? review.reviewedBy.map(JSONValue.string) : nil,
            "reviewed": review.isReviewed ? review.reviewed.map { .string($0.description) } : nil,
            "next": review.next.map { .string($0.description) },
            "changed": review.changed.map { .string($0.description) },
            "notice": review.isReviewed ? nil : .string(library.site.reviewNotice),
        ])
    }
}
