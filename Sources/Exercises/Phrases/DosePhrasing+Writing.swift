/// Writes what a dose says at the end of a text, figure by figure.
extension DosePhrasing {
    func writeSentence(_ phase: Hold.Phase, to text: inout PhraseText) {
        guard let name = phase.name else { return write(.holdSentence, phase.time, to: &text) }
        phrases[.holdPhaseSentence].write(to: &text) { placeholder, text in
            switch placeholder {
            case "amount": write(phase.time, to: &text)
            case "phase": text += Self.words(of: name)
            default: return false
            }
            return true
        }
    }

    func writeSentence(repetitions: CountQuantity, sides: Sides, to text: inout PhraseText) {
        switch repetitions.amount {
        case .vague(.asNeeded): text += phrases[.repetitionsAsNeededSentence].text
        case _ where sides != .none: write(.repetitionsEachSideSentence, repetitions, to: &text)
        default: write(repetitions, once: .repetitionsOnceSentence, .repetitionsSentence, to: &text)
        }
    }

    /// A sentence that says a count, which has other words for exactly one.
    func write(_ count: CountQuantity, once: DosePhrase, _ many: DosePhrase, to text: inout PhraseText) {
        if count.amount == .stated(1...1) && count.hedge == .exactly { text += phrases[once].text } else { write(many, count, to: &text) }
    }

    func write(_ sentence: DosePhrase, _ time: TimeQuantity, to text: inout PhraseText) {
        say(sentence, to: &text, "amount") { write(time, to: &$0) }
    }

    func write(_ sentence: DosePhrase, _ count: CountQuantity, to text: inout PhraseText) {
        say(sentence, to: &text, "amount") { write(count, to: &$0) }
    }

    func write(_ time: TimeQuantity, to text: inout PhraseText) {
        let isOne = time.amount == .stated(1...1)
        let unit: DosePhrase =
            switch time.unit {
            case .second: isOne ? .second : .seconds
            case .minute: isOne ? .minute : .minutes
            }
        write(time.hedge, to: &text) { text in say(unit, to: &text, "amount") { writeAmount(of: time, to: &$0) } }
    }

    func write(_ count: CountQuantity, to text: inout PhraseText) {
        write(count.hedge, to: &text) { writeAmount(of: count, to: &$0) }
    }

    private func write(_ hedge: Hedge, to text: inout PhraseText, _ amount: (inout PhraseText) -> Void) {
        switch hedge {
        case .exactly: amount(&text)
        case .about: say(.about, to: &text, "amount", amount)
        case .upTo: say(.upTo, to: &text, "amount", amount)
        case .atLeast: say(.atLeast, to: &text, "amount", amount)
        }
    }

    private func writeAmount<Unit>(of quantity: Quantity<Unit>, to text: inout PhraseText) {
        switch quantity.amount {
        case .stated(let range) where range.count == 1: text += String(range.lowerBound)
        case .stated(let range):
            phrases[.range].write(to: &text) { placeholder, text in
                switch placeholder {
                case "low": text += String(range.lowerBound)
                case "high": text += String(range.upperBound)
                default: return false
                }
                return true
            }
        case .vague(.aFew): text += phrases[.aFew].text
        case .vague(.several): text += phrases[.several].text
        case .vague(.asNeeded): text += phrases[.asNeeded].text
        }
    }

    /// Says a phrase with one placeholder.
    func say(_ phrase: DosePhrase, to text: inout PhraseText, _ placeholder: String, _ value: (inout PhraseText) -> Void) {
        phrases[phrase].write(to: &text) { name, text in
            guard name == placeholder else { return false }
            value(&text)
            return true
        }
    }

    /// The words of a phase's key: `armsForward` and `arms-forward` are "arms forward".
    static func words(of key: String) -> String {
        key.unicodeScalars.reduce(into: "") { words, scalar in
            switch scalar {
            case "-", "_": words += " "
            case _ where scalar.properties.isUppercase: words += " " + scalar.properties.lowercaseMapping
            default: words.unicodeScalars.append(scalar)
            }
        }
    }
}
