import Readability
import Testing

struct SyllablesTests {
    @Test(arguments: [
        ("the", 1), ("hips", 1), ("table", 2), ("little", 2), ("acre", 2), ("whole", 1), ("hundred", 2), ("called", 1), ("handled", 2),
        ("lifted", 2), ("bends", 1), ("places", 2), ("touches", 2), ("breathe", 1), ("player", 2), ("yes", 1), ("quickly", 2),
        ("rhythm", 2),
    ])
    func countsTheVowelsThatAreSpoken(word: String, syllables: Int) {
        #expect(Syllables.count(in: word) == syllables)
    }

    @Test(arguments: [
        ("seeing", 2), ("medium", 3), ("area", 3), ("easier", 3), ("diet", 2), ("science", 2), ("patient", 2), ("field", 1), ("nation", 2),
        ("region", 2), ("million", 2), ("lion", 2), ("museum", 3), ("create", 2), ("creature", 2), ("react", 2), ("reach", 1),
        ("coordination", 5), ("poem", 2), ("shoes", 1), ("usual", 3), ("language", 2), ("fluid", 2), ("guide", 1), ("voice", 1),
        ("heroic", 3),
    ])
    func tellsVowelsApartThatAreTwoSyllables(word: String, syllables: Int) {
        #expect(Syllables.count(in: word) == syllables)
    }

    @Test(arguments: [
        ("careful", 2), ("movement", 2), ("element", 3), ("sometimes", 2), ("sideways", 2), ("forest", 2), ("timer", 2), ("completely", 3),
        ("basically", 3), ("settlement", 3),
    ])
    func leavesOutAnEThatIsSilentInside(word: String, syllables: Int) {
        #expect(Syllables.count(in: word) == syllables)
    }

    @Test(arguments: [
        ("don't", 1), ("doesn’t", 2), ("couldn't", 2), ("haven't", 2), ("aren't", 1), ("we'll", 1), ("it'll", 2), ("you’re", 1),
        ("body's", 2),
        ("nurse's", 2), ("could've", 2),
    ])
    func countsWhatAnApostropheLeavesOut(word: String, syllables: Int) {
        #expect(Syllables.count(in: word) == syllables)
    }

    @Test(arguments: [
        ("chair-and-floor", 3), ("10", 1), ("1.5", 1), ("2–3", 1), ("café", 2), ("e.g", 2), ("headaches", 2), ("wickedly", 3),
    ])
    func countsHyphensFiguresAccentsAndWordsMadeFromListedOnes(word: String, syllables: Int) {
        #expect(Syllables.count(in: word) == syllables)
    }
}
