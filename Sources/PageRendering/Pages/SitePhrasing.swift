import Exercises

/// Says counts, times, days and lists in the words of a phrasebook.
struct SitePhrasing: Sendable {
    let book: Phrasebook

    init(_ book: Phrasebook) {
        self.book = book
    }

    subscript(_ phrase: SitePhrase) -> String { book[phrase] }

    /// `21 November 2026`.
    func day(_ date: CalendarDate) -> String {
        book.say(
            SitePhrase.date,
            ["day": "\(date.day)", "month": book[SitePhrase.months[date.month - 1]], "year": "\(date.year)"])
    }

    /// `1 exercise`, `5 exercises`.
    func exercises(_ count: Int) -> String {
        count == 1 ? book[SitePhrase.oneExercise] : book.say(SitePhrase.exercises, ["count": "\(count)"])
    }

    /// `about 5 minutes`, to the nearest minute and never less than one.
    func minutes(seconds: Int) -> String {
        let minutes = max(1, (seconds + 30) / 60)
        return minutes == 1 ? book[SitePhrase.oneMinute] : book.say(SitePhrase.minutes, ["minutes": "\(minutes)"])
    }

    /// Names separated by commas.
    func list(_ names: [String]) -> String {
        names.joined(separator: ", ")
    }

    func names(_ equipment: [Equipment]) -> String {
        list(equipment.map { book.name("equipment", $0.rawValue) })
    }

    func names(_ regions: [Region]) -> String {
        list(regions.map { book.name("region", $0.rawValue) })
    }
}
