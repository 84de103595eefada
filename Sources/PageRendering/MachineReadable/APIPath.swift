import Exercises

/// The places of the JSON API.
enum APIPath: Hashable, Sendable {
    case exercises
    case exercise(Slug)
    case programmes
    case schema

    var file: String {
        switch self {
        case .exercises: "api/v1/exercises.json"
        case .exercise(let slug): "api/v1/exercises/" + slug.text + ".json"
        case .programmes: "api/v1/programmes.json"
        case .schema: "api/v1/schema.json"
        }
    }

    var place: SitePath { .file(file) }
}
