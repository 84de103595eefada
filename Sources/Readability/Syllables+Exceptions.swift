extension Syllables {
    /// Words that are not spoken as they are spelt, by their syllables.
    static let exceptions: [String: Int] = {
        var counts: [String: Int] = [:]
        for (count, words) in listed {
            for word in words.split(separator: " ") { counts[String(word)] = count }
        }
        return counts
    }()

    private static let listed: [(syllables: Int, words: String)] = [
        (1, "ache aisle baa drawer isle niece piece pier priest queue sh sieve tier tongue yaw yolk"),
        (
            2,
            """
            argue backache barefoot being bonfire bracelet brilliant business cafe canyon cashier chocolate cleveland crooked cruel \
            diamond dr earache evening every frontier fruity glacier gp headache heartache hereby jagged lawyer leopard likewise maybe \
            milestone mr mrs naive naked nineteen nuance people pm ragged rugged soldier someone theorem thereof tire toothache tv tyre \
            uk vs wednesday whereas wicked wretched
            """
        ),
        (
            3,
            """
            acquire area averages beforehand caveat cereal cpr desire dvd element entire everyone excrement familiar forever \
            gooseberry idea increment likelihood linear moreover mri nhs nuclear oasis pdf peculiar pilates recipe shoemaker \
            stomachache theater theatre usual valuable vegetable whatever wherever whoever whomever
            """
        ),
        (4, "apostrophe etc facsimile nevertheless whatsoever"),
        (6, "osteoarthritis"),
    ]
}
