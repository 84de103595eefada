package import Exercises

/// What machines read of a library: the JSON API, the feeds, the sitemap, and the JSON-LD of the pages. All of it is made from the same
/// values as the pages, so that no figure can differ; none of it depends on the time of the build.
package struct MachineReadable: Sendable {
    private let basis: Basis
    private(set) var pictures = DrawnPictures()
    private var handouts: [Slug: [OfferedHandout]] = [:]

    /// A file of the site.
    package struct Output: Hashable, Sendable {
        /// Below the root of the site, such as `api/v1/exercises.json`.
        package let path: String
        package let text: RenderedText
    }

    package init(library: Library, phrasebook: Phrasebook, address: SiteAddress) {
        basis = Basis(library: library, phrasebook: phrasebook, address: address)
    }

    var library: Library { basis.library }
    var address: SiteAddress { basis.address }
    var phrases: SitePhrasing { basis.phrases }
    var doses: DosePhrasing { basis.doses }
    var descriptions: PictureDescriptions { basis.descriptions }

    /// What readers find exercises by.
    var catalogue: Catalogue { basis.catalogue.value }

    /// The same with drawn pictures to name; without, none is named.
    package func showing(_ pictures: DrawnPictures) -> MachineReadable {
        var data = self
        data.pictures = pictures
        return data
    }

    /// The same with handouts of exercises and programmes to list; without, none is listed.
    package func offering(_ handouts: [Slug: [OfferedHandout]]) -> MachineReadable {
        var data = self
        data.handouts = handouts
        return data
    }

    /// The handouts of an exercise or a programme.
    func write(handoutsOf slug: Slug, to json: inout JSONWriter) {
        json.objects("handouts", handouts[slug] ?? []) { json, handout in
            json.member("url", link(.file(handout.path)))
            json.member("paper", handout.paper.rawValue)
            json.member("edition", handout.edition.rawValue)
            json.member("pages", handout.size?.pages)
            json.member("bytes", handout.size?.byteCount)
        }
    }

    /// Every file: those of the whole library, then one for each exercise.
    package func outputs() -> [Output] {
        siteOutputs() + library.exercises.map(output)
    }

    /// The files that speak of the whole library. A sitemap may only hold absolute URLs, so without a base URL there is none.
    package func siteOutputs() -> [Output] {
        [exerciseListOutput(), programmeOutput()] + plainSiteOutputs().map { Output(path: $0.path, text: $0.text()) }
    }

    /// Those of them that name no pictures and no handouts. Their texts are made when they are asked for.
    package func plainSiteOutputs() -> [(path: String, text: @Sendable () -> RenderedText)] {
        let sitemaps = sitemapPaths.enumerated().map { index, path -> (path: String, text: @Sendable () -> RenderedText) in
            (path, { @Sendable in self.sitemaps()[index].text })
        }
        return [
            (APIPath.schema.file, { @Sendable in RenderedText(APISchema(id: address.url(of: APIPath.schema.place)).text) }),
            ("feed.xml", { @Sendable in atomFeed }),
            ("feed.json", { @Sendable in jsonFeed }),
            ("robots.txt", { @Sendable in RenderedText(robots) }),
        ] + sitemaps
    }

    /// Where the data of all exercises goes.
    package static let exercisesPath = APIPath.exercises.file

    /// The data of all exercises.
    package func exerciseListOutput() -> Output {
        Output(path: APIPath.exercises.file, text: exerciseListText)
    }

    /// Where the data of all programmes goes.
    package static let programmesPath = APIPath.programmes.file

    /// The data of all programmes.
    package func programmeOutput() -> Output {
        Output(path: APIPath.programmes.file, text: programmeListText)
    }

    /// Where the data of an exercise goes.
    package static func path(of exercise: Exercise) -> String {
        APIPath.exercise(exercise.slug).file
    }

    /// The data of one exercise.
    package func output(for exercise: Exercise) -> Output {
        Output(path: APIPath.exercise(exercise.slug).file, text: text(of: exercise))
    }

    /// A URL that is absolute where the base URL is known, and relative to the root where it is not.
    func link(_ path: SitePath) -> String {
        address.url(of: path) ?? address.link(to: path)
    }

    /// The dose that a page says; none for what the library does not teach.
    func taughtDose(_ exercise: Exercise) -> Dose? {
        exercise.mayBeHandedOut ? exercise.dose : nil
    }

    /// The exercises of a programme, each with the dose in force there.
    func steps(of programme: Programme) -> [(exercise: Exercise, dose: Dose, note: String?)] {
        programme.entries.compactMap { entry in
            library.exercise(entry.exercise).map { ($0, ($0.dose ?? Dose()).changed(by: entry.doseChange), entry.note) }
        }
    }
}

/// What stays the same whatever is shown and offered. An object, because closures copy what they capture, and a library has many parts.
private final class Basis: Sendable {
    let library: Library
    let address: SiteAddress
    let phrases: SitePhrasing
    let doses: DosePhrasing
    let descriptions: PictureDescriptions
    let catalogue: LazyPart<Catalogue>

    init(library: Library, phrasebook: Phrasebook, address: SiteAddress) {
        self.library = library
        self.address = address
        phrases = SitePhrasing(phrasebook)
        doses = DosePhrasing(phrasebook)
        descriptions = PictureDescriptions(phrasebook)
        catalogue = LazyPart(library)
    }
}
