package import Exercises

/// A handout that a page and the data of an exercise or a programme offer.
package struct OfferedHandout: Hashable, Sendable {
    /// Known only once it has been made.
    package struct Size: Hashable, Sendable {
        package let pages: Int
        package let byteCount: Int

        package init(pages: Int, byteCount: Int) {
            self.pages = pages
            self.byteCount = byteCount
        }
    }

    package let paper: Paper
    package let edition: HandoutEdition
    /// The file's path below the site's root.
    package let path: String
    package var size: Size?

    package init(paper: Paper, edition: HandoutEdition, path: String, size: Size? = nil) {
        self.paper = paper
        self.edition = edition
        self.path = path
        self.size = size
    }
}

extension SitePhrasing {
    /// Such as `Handout (A4)`.
    func title(of handout: OfferedHandout) -> String {
        let paper = book[handout.paper == .a4 ? SitePhrase.paperA4 : .paperLetter]
        let title: SitePhrase =
            switch handout.edition {
            case .standard: .handout
            case .large: .handoutLarge
            case .compact: .handoutCompact
            }
        return book.say(title, ["paper": paper])
    }

    /// Such as `PDF, 3 pages, 120 KB`, in kilobytes of 1000 bytes and never less than one.
    func detail(of size: OfferedHandout.Size) -> String {
        let kilobytes = "\(max(1, (size.byteCount + 500) / 1000))"
        return size.pages == 1
            ? book.say(SitePhrase.handoutOnePage, ["size": kilobytes])
            : book.say(SitePhrase.handoutPages, ["pages": "\(size.pages)", "size": kilobytes])
    }
}
