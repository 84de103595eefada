import Testing

@testable import Exercises

@Suite struct PhraseTests {
    /// Each known name is said in capitals.
    private func said(_ phrase: String, _ names: Set<String>) -> String {
        var text = PhraseText()
        Phrase(phrase).write(to: &text) { name, text in
            guard names.contains(name) else { return false }
            text += name.uppercased()
            return true
        }
        return text.string
    }

    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("{a}", "A"), ("{a}{b}", "AB"), ("über {a}, {b} é", "über A, B é"), ("{c} stays", "{c} stays"),
        ("{{a}}", "{A}"), ("{ {a} }", "{ A }"), ("} {a", "} {a"), ("{}", "{}"), ("{a}}", "A}"), ("{x{a}", "{xA"),
    ])
    func saysWhatStandsForPlaceholders(phrase: String, expected: String) {
        #expect(said(phrase, ["a", "b"]) == expected)
    }

    @Test func aValueIsNoPhrase() {
        let book = Phrasebook(phrases: ["dose.range": "{low} to {high}"])
        #expect(book.say(DosePhrase.range, ["low": "{high}", "high": "2"]) == "{high} to 2")
    }

    @Test func aMissingPhraseShowsItsKey() {
        let book = Phrasebook(phrases: ["vocabulary.kind.stretch": "Stretch"])
        #expect(book.say(DosePhrase.about, ["amount": "5"]) == "[dose.hedge.about]")
        #expect(book[DosePhrase.about] == "[dose.hedge.about]")
        #expect(book.name("kind", "stretch") == "Stretch")
        #expect(book.name("kind", "other") == "[vocabulary.kind.other]")
        #expect(PreparedPhrases<DosePhrase>(book)[.progressionLabel].text == "[dose.label.progression]")
    }

    @Test func findsEveryPhraseByItsCase() {
        let book = Phrasebook(phrases: EnglishPhrases.phrases)
        let prepared = PreparedPhrases<DosePhrase>(book)
        for key in DosePhrase.allCases { #expect(prepared[key].text == book[key]) }
    }
}
