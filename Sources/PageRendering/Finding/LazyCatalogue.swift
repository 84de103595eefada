import Exercises
import Synchronization

/// The catalogue of a library, made when it is first asked for: most pages do without.
final class LazyCatalogue: Sendable {
    private let library: Library
    private let made = Mutex<Catalogue?>(nil)

    init(_ library: Library) {
        self.library = library
    }

    var catalogue: Catalogue {
        // Whoever asks later depends on the same.
        LibraryReads.note([.exercises, .programmes])
        return made.withLock { made in
            let catalogue = made ?? Catalogue(library)
            made = catalogue
            return catalogue
        }
    }
}
