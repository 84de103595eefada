package import Exercises

/// A place of the site, below its root.
package enum SitePath: Hashable, Sendable {
    case home
    case exercises
    case exercise(Slug)
    /// Three parts deep, where no exercise can be.
    case category(Category)
    /// All names of exercises.
    case names
    case search
    case programmes
    case programme(Slug)
    case guidancePages
    case guidance(Slug)
    case sources
    /// The page on which readers put a programme of their own together.
    case myProgramme
    /// One source's entry on the page of sources.
    case source(SourceID)
    case notFound
    /// What stands in for a page without a network.
    case offline
    /// An author's picture, by its path below `Content/Media/`.
    case media(String)
    /// A drawn picture of an exercise.
    case figure(Slug, FigurePicture)
    /// The picture that a link to a page shows, by that page's own address.
    case card(String)
    /// Any other file, by its path below the root, such as `feed.xml`.
    case file(String)

    /// The address below the root, without a leading slash: `exercises/cat-camel/`, `sources/#cleveland-clinic-2021`.
    package var text: String {
        switch self {
        case .home: ""
        case .exercises: "exercises/"
        case .exercise(let slug): "exercises/" + slug.text + "/"
        case .category(let category): "exercises/" + category.facet.rawValue + "/" + category.value + "/"
        case .names: "names/"
        case .search: "search/"
        case .programmes: "programmes/"
        case .programme(let slug): "programmes/" + slug.text + "/"
        case .guidancePages: "guidance/"
        case .guidance(let slug): "guidance/" + slug.text + "/"
        case .sources: "sources/"
        case .myProgramme: "my-programme/"
        case .source(let id): "sources/#" + id.text
        case .notFound: "404.html"
        case .offline: "offline/"
        case .media(let path): "media/" + Self.percentEncoded(path)
        case .figure(let slug, let picture): "figures/" + slug.text + "/" + Self.fileName(of: picture)
        case .card(let page): "social/" + page + ".png"
        case .file(let path): Self.percentEncoded(path)
        }
    }

    /// The card of a page: `social/exercises/cat-camel.png`.
    package static func socialCard(of page: SitePath) -> SitePath {
        .card(page == .home ? "home" : String(page.text.dropLast()))
    }

    /// The file that is written for a page: `exercises/cat-camel/index.html`.
    package var outputFile: String {
        switch self {
        case .source: "sources/index.html"
        case .media(let path): "media/" + path
        case .file(let path): path
        default: text.isEmpty || text.hasSuffix("/") ? text + "index.html" : text
        }
    }

    /// What kind of page the search says it is; none for pages that only lead to those of the content.
    var searchKind: String? {
        switch self {
        case .exercise: "exercise"
        case .programme: "programme"
        case .guidance: "guidance"
        default: nil
        }
    }

    /// `rounded.svg`. Names of poses are the author's: what could lead elsewhere is written as `~` and its code, and a pose that is called
    /// like one of the other pictures gets a `~`.
    private static func fileName(of picture: FigurePicture) -> String {
        switch picture {
        case .card: return "card.svg"
        case .motion: return "motion.svg"
        case .pose(let name):
            var file = ""
            for byte in name.utf8 {
                switch Unicode.Scalar(byte) {
                case let scalar where ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar),
                    let scalar where scalar == "-" || scalar == "_":
                    file.unicodeScalars.append(scalar)
                default: file += "~" + String(byte, radix: 16)
                }
            }
            return (["card", "motion", ""].contains(file) ? file + "~" : file) + ".svg"
        }
    }

    /// A path with every byte encoded that does not stand for itself in a URL's path.
    private static func percentEncoded(_ path: String) -> String {
        if path.utf8.allSatisfy(isPlain) { return path }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
        default: false
        }
    }
}
