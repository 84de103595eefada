package import Exercises

/// Makes handouts as data from a library, in the words of a phrasebook.
package struct HandoutComposer: Sendable {
    let library: Library
    let book: Phrasebook
    let phrasing: DosePhrasing
    let baseURL: BaseURL?
    let drawings: HandoutDrawings

    /// Without the address that the site will have a handout has no QR code and no links; without drawings only pictures of the author's own.
    package init(library: Library, phrasebook: Phrasebook, baseURL: BaseURL?, drawings: HandoutDrawings = HandoutDrawings()) {
        self.library = library
        book = phrasebook
        phrasing = DosePhrasing(phrasebook)
        self.baseURL = baseURL
        self.drawings = drawings
    }

    /// The handout that was asked for, or why there is none.
    package func document(_ request: HandoutRequest) throws(HandoutRefusal) -> HandoutDocument {
        let selection = try HandoutSelection(request, in: library)
        let single = selection.programme == nil && selection.items.count == 1 ? selection.items.first?.exercise : nil
        let site = library.site
        let title = request.title?.printable.nonEmpty ?? single?.title ?? selection.programme?.title ?? book[HandoutPhrase.listTitle]
        let sharedReasons = selection.sharedReasons
        let sharedCare = sharedCare(selection)
        let exercises = selection.items.map {
            exercise($0, isSingle: single != nil, sharedReasons: sharedReasons, sharedCare: sharedCare)
        }
        let letterhead = letterhead(site)
        return HandoutDocument(
            language: language(site.language), title: title,
            summary: single?.summary ?? selection.programme?.summary
                ?? book.say(HandoutPhrase.listSummary, ["count": "\(selection.items.count)"]),
            author: letterhead.name, accent: site.theme.accentOnPaper, letterhead: letterhead,
            runningTitle: book.say(HandoutPhrase.runningTitle, ["title": title, "site": letterhead.name]), pageLabel: pageLabel(),
            fields: [
                field(.preparedFor, request.preparedFor), field(.preparedBy, request.preparedBy), field(.date, request.date),
            ],
            note: request.note?.printable.nonEmpty.map { HandoutDocument.Remark(heading: book[HandoutPhrase.note], text: $0) },
            audience: selection.programme.map { field(.audience, $0.audience) },
            drawings: drawings.named(of: selection.items.map(\.exercise), withCards: single == nil),
            introduction: selection.programme.map { prose(dose: nil).blocks($0.body) } ?? [],
            overview: single == nil ? overview(selection) : nil, avoid: lines(.avoidAll, sharedReasons),
            care: section(.takeCare, sharedCare.isEmpty ? [] : [.list(start: nil, items: sharedCare)]), exercises: exercises,
            safety: safety(),
            record: record(selection, weeks: request.weeks),
            address: address(selection, single),
            exerciseAddresses: selection.items.compactMap { address(of: "exercises/\($0.exercise.slug)/") },
            sources: sources(selection), about: about(selection, exercises: exercises))
    }

    func prose(dose: Dose?, exercise: Exercise? = nil) -> ProseComposer {
        ProseComposer(dose: dose, exercise: exercise, drawings: drawings, phrasing: phrasing, baseURL: baseURL)
    }

    func field(_ label: HandoutPhrase, _ value: String?) -> HandoutDocument.Field {
        HandoutDocument.Field(label: book[label], value: value?.printable.nonEmpty)
    }

    func join(_ texts: [String]) -> String {
        texts.joined(separator: book[HandoutPhrase.listSeparator])
    }

    private func language(_ tag: String) -> HandoutDocument.Language {
        let parts = tag.split(separator: "-").map(String.init)
        // The second part may be a script; only two letters are a region.
        return HandoutDocument.Language(code: parts.first ?? "en", region: parts.dropFirst().first { $0.count == 2 })
    }

    private func letterhead(_ site: Site) -> HandoutDocument.Letterhead {
        let clinic = site.clinic
        let phone = clinic?.phone.map { book.say(HandoutPhrase.phone, ["number": $0]) }
        return HandoutDocument.Letterhead(
            name: clinic?.name ?? site.title, contacts: [phone, clinic?.email, clinic?.address].compactMap { $0 },
            logo: clinic?.logo.map(ProseComposer.media))
    }

    /// The phrase cut at its placeholders, because only the template knows the numbers.
    private func pageLabel() -> [HandoutDocument.PageLabelPart] {
        var parts: [HandoutDocument.PageLabelPart] = []
        var rest = Substring(book[HandoutPhrase.page])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            switch rest[open...close] {
            case "{page}": parts.append(.page)
            case "{pages}": parts.append(.pageCount)
            default: parts.append(.text(String(rest[open...close])))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    private func address(_ selection: HandoutSelection, _ single: Exercise?) -> HandoutAddress? {
        address(of: single.map { "exercises/\($0.slug)/" } ?? selection.programme.map { "programmes/\($0.slug)/" } ?? "")
    }

    /// Of a page below the site's address, or of the site itself for an empty path; none without that address.
    private func address(of path: String) -> HandoutAddress? {
        guard let baseURL else { return nil }
        let address = baseURL.text + path
        guard let code = QRCode(address) else { return nil }
        return HandoutAddress(
            label: book[path.isEmpty ? HandoutPhrase.onlineSite : .online], address: address,
            svg: code.svg, size: code.modules.count,
            description: book.say(HandoutPhrase.codeDescription, ["address": address]))
    }
}

extension String {
    /// None for an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
