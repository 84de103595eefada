extension Quantity: CustomStringConvertible {
    /// The quantity in the notation of the content format: `about 30 s`, `2–3`, `a few seconds`. Reading it gives the same quantity.
    package var description: String {
        let unitText: String
        switch (amount, unit as? TimeUnit) {
        case (_, nil): unitText = ""
        case (.vague, .some(let time)): unitText = time == .second ? " seconds" : " minutes"
        case (.stated, .some(let time)): unitText = time == .second ? " s" : " min"
        }
        let hedgeText =
            switch hedge {
            case .exactly: ""
            case .about: "about "
            case .upTo: "up to "
            case .atLeast: "at least "
            }
        switch amount {
        case .stated(let range):
            let figures = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
            return hedgeText + figures + unitText
        case .vague(.aFew): return "a few" + unitText
        case .vague(.several): return "several" + unitText
        case .vague(.asNeeded): return "as needed"
        }
    }
}
