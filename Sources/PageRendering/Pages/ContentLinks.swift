import CommonMark
import Exercises

/// Resolves the links and pictures of the content to places of the site.
struct ContentLinks: Sendable {
    let library: Library
    let address: SiteAddress
    let doses: DosePhrasing

    /// The resolver for one text: of an exercise, whose dose its `dose:` links speak of and whose pictures its `figure:` images show, or of
    /// a page that has neither.
    func resolver(of exercise: Exercise? = nil, pictures: DrawnPictures = DrawnPictures()) -> ProseResolver {
        ProseResolver { occurrence in
            guard let reference = occurrence.inline.reference else { return .contentOnly }
            switch reference {
            case .dose(let field):
                guard let figure = exercise?.dose?[field] else { return .contentOnly }
                return .html("<span class=\"dose\">\(HTML(text: doses.phrase(figure)).markup)</span>")
            case .figure(let pose):
                guard occurrence.role == .image else { return .contentOnly }
                let shown = exercise.flatMap { image(of: pose, occurrence.inline.plainText, $0, pictures) }
                guard occurrence.standsAlone else { return .html(shown?.markup ?? "") }
                return .block(shown?.figure ?? "")
            case .media(let path): return .destination(address.link(to: .media(path)))
            case .external where occurrence.role == .image: return .contentOnly
            case .external(let destination): return .destination(destination, attributes: [.init("rel", "external noopener")])
            case .fragment: return .asWritten
            case .exercise(let slug): return link(library.exercise(slug) != nil, .exercise(slug), occurrence)
            case .programme(let slug): return link(library.programme(slug) != nil, .programme(slug), occurrence)
            case .guidance(let slug): return link(library.guidance(slug) != nil, .guidance(slug), occurrence)
            case .source(let id): return link(library.source(id) != nil, .source(id), occurrence, class: "citation")
            }
        }
    }

    private func link(_ exists: Bool, _ path: SitePath, _ occurrence: ProseResolver.Occurrence, class name: String? = nil)
        -> ProseResolver.Resolution
    {
        guard exists, occurrence.role == .link else { return .contentOnly }
        return .destination(address.link(to: path), attributes: name.map { [.init("class", $0)] } ?? [])
    }

    /// A picture of a pose as markup.
    struct Image {
        let markup: String
        let credit: String?
        let isDrawn: Bool

        var figure: String {
            let caption = credit.map { "<figcaption>\(HTML(text: $0).markup)</figcaption>" } ?? ""
            return "<figure class=\"picture\(isDrawn ? " drawn" : "")\">\(markup)\(caption)</figure>"
        }
    }

    /// The author's own picture with its credit, else the drawn one; none where there is neither: no empty boxes.
    func image(of pose: String, _ description: String, _ exercise: Exercise, _ pictures: DrawnPictures) -> Image? {
        if let own = exercise.pictures.first(where: { $0.pose == pose }) {
            let source = HTML(text: address.link(to: .media(own.image))).markup
            let markup = "<img src=\"\(source)\" alt=\"\(HTML(text: description).markup)\" loading=\"lazy\" decoding=\"async\">"
            return Image(markup: markup, credit: "\(own.author), \(own.licence)", isDrawn: false)
        }
        guard let picture = drawn(.pose(pose), description, exercise, pictures, scale: .step) else { return nil }
        let source = HTML(text: picture.url).markup
        let size = "width=\"\(picture.width)\" height=\"\(picture.height)\""
        let markup = "<img src=\"\(source)\" alt=\"\(HTML(text: description).markup)\" \(size) loading=\"lazy\" decoding=\"async\">"
        return Image(markup: markup, credit: nil, isDrawn: true)
    }

    /// A drawn picture in a place; none where it has not been drawn.
    func drawn(
        _ picture: FigurePicture, _ description: String, _ exercise: Exercise, _ pictures: DrawnPictures, scale: PictureContext.Scale
    ) -> PictureContext? {
        pictures[exercise.slug, picture].map { size in
            PictureContext(url: address.link(to: .figure(exercise.slug, picture)), description: description, size: size, scale: scale)
        }
    }
}
