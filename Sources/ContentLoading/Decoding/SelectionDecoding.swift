import Diagnostics
import Exercises

/// Builds a saved selection from the raw values of its file.
struct SelectionDecoding {
    private(set) var selection = SavedSelection()
    /// The dotted path of each entry.
    private(set) var places: [String] = []

    mutating func read(_ top: MappingDecoder) {
        var keys = top
        selection.title = keys.text("title")
        selection.programme = keys.slug("programme")
        readEntries(&keys)
        selection.preparedFor = keys.text("preparedFor")
        selection.preparedBy = keys.text("preparedBy")
        selection.date = Self.date(&keys)
        selection.note = keys.text("note")
        selection.weeks = keys.integer("weeks", in: SavedSelection.allowedWeeks)
        selection.paper = keys.term("paper", Paper.self)
        selection.edition = keys.term("edition", HandoutEdition.self)
        let isBlackAndWhite = keys.flag("blackAndWhite")
        selection.isBlackAndWhite = keys.has("blackAndWhite") ? isBlackAndWhite : nil
        keys.finish()
    }

    private mutating func readEntries(_ keys: inout MappingDecoder) {
        let (hasProgramme, items) = (keys.has("programme"), keys.list("exercises"))
        if hasProgramme, keys.has("exercises") {
            keys.log.report(
                "programme-not-alone", "a handout holds one programme or a list of exercises, not both", keys.keyRange("exercises"),
                fix: Fix("make two selections, or name the programme's exercises one by one"))
        } else if !hasProgramme {
            let found = keys.require("exercises", items, expected: "a list of exercises, or `programme: SLUG`")
            if found?.isEmpty == true {
                keys.log.report("empty-handout", "the selection has no exercises", keys.log.ranges["exercises"])
            }
        }
        for (index, item) in (items ?? []).enumerated() {
            let path = "exercises.\(index)"
            guard let entry = keys.programmeEntry(item, path: path) else { continue }
            selection.entries.append(entry)
            places.append(path)
        }
    }

    /// Free text, in which a day written as `2026-11-21` needs no quotes.
    private static func date(_ keys: inout MappingDecoder) -> String? {
        guard let value = keys.value("date") else { return nil }
        if case .scalar(let text, isPlain: true) = value.kind, CalendarDate(text) != nil { return text }
        return keys.text(value, keys.path(of: "date"))
    }
}
