import Exercises

extension MachineReadable {
    /// `api/v1/programmes.json`: every programme with the doses that are in force in it.
    var programmeListText: RenderedText {
        JSONWriter.file { json in
            write(headOf: "programmeList", to: &json)
            json.objects("programmes", library.programmes) { write($1, to: &$0) }
        }
    }

    private func write(_ programme: Programme, to json: inout JSONWriter) {
        let steps = steps(of: programme)
        let seconds = programme.totalSeconds(doses: steps.map(\.dose))
        json.member("slug", programme.slug.text)
        json.member("title", programme.title)
        json.member("summary", programme.summary)
        json.member("audience", programme.audience)
        if programme.isDraft { json.member("draft", true) }
        json.member("url", link(.programme(programme.slug)))
        json.member("introduction", nonEmpty: PlainProse(dose: nil, doses: doses).text(programme.body))
        json.member("readySeconds", programme.readySeconds)
        json.member("transitionSeconds", programme.transitionSeconds)
        json.member("minutes", Self.minutes(seconds: seconds))
        json.objects("exercises", steps) { json, step in
            json.member("slug", step.exercise.slug.text)
            json.member("title", step.exercise.title)
            json.object("dose") { write(step.dose, to: &$0) }
            json.member("note", step.note)
        }
        write(handoutsOf: programme.slug, to: &json)
        write(programme.review, to: &json)
    }

    // MARK: What several files say

    /// What each file of the API begins with.
    func write(headOf type: String, to json: inout JSONWriter) {
        json.member("$schema", link(APIPath.schema.place))
        json.member("type", type)
        json.member("site", library.site.title)
        json.member("language", library.site.language)
    }

    /// The site-wide stop rules and the warning signs.
    func writeSafety(to json: inout JSONWriter) {
        json.object("safety") { json in
            json.strings("stopRules", library.safety.stopRules)
            json.objects("signs", library.safety.signs) { json, sign in
                json.member("level", sign.level.rawValue)
                json.member("sign", sign.sign)
                json.member("action", sign.action)
                json.object("contact") { json in
                    json.member("label", sign.contact.label)
                    json.member("number", sign.contact.number)
                }
            }
        }
    }

    /// Names a reviewer only together with the day, as the pages do; without one the site's notice stands in the place.
    func write(_ review: Review, to json: inout JSONWriter) {
        json.object("review") { json in
            json.member("author", review.author)
            json.member("reviewedBy", review.isReviewed ? review.reviewedBy : nil)
            json.member("reviewed", review.isReviewed ? review.reviewed?.description : nil)
            json.member("next", review.next?.description)
            json.member("changed", review.changed?.description)
            json.member("notice", review.isReviewed ? nil : library.site.reviewNotice)
        }
    }
}
