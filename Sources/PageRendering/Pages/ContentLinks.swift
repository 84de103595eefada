import CommonMark
import Exercises

/// Resolves the links and pictures of the content to places of the site.
struct ContentLinks: Sendable {
    let library: Library
    let address: SiteAddress
    let doses: DosePhrasing

    /// The resolver for one text. `dose` is the dose that its `dose:` links speak of; `pictures` are what its `figure:` images show.
    func resolver(dose: Dose? = nil, pictures: [Picture] = []) -> ProseResolver {
        ProseResolver { occurrence in
            guard let reference = try? Reference(destination: occurrence.link.destination) else { return .contentOnly }
            switch reference {
            case .dose(let field):
                guard let figure = dose?[field] else { return .contentOnly }
                return .html("<span class=\"dose\">\(HTML(text: doses.phrase(figure)).markup)</span>")
            case .figure(let pose):
                guard occurrence.role == .image else { return .contentOnly }
                return picture(pictures.first { $0.pose == pose }, occurrence)
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

    /// A picture with its credit, or nothing at all where it has not been drawn: no empty boxes.
    private func picture(_ picture: Picture?, _ occurrence: ProseResolver.Occurrence) -> ProseResolver.Resolution {
        guard let picture else { return occurrence.standsAlone ? .block("") : .html("") }
        let source = HTML(text: address.link(to: .media(picture.image))).markup
        let image = "<img src=\"\(source)\" alt=\"\(HTML(text: occurrence.content.plainText).markup)\" loading=\"lazy\">"
        guard occurrence.standsAlone else { return .html(image) }
        let credit = HTML(text: "\(picture.author), \(picture.licence)").markup
        return .block("<figure class=\"picture\">\(image)<figcaption>\(credit)</figcaption></figure>")
    }
}
