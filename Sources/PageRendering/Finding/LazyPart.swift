import Exercises
import Synchronization

/// Something made of a whole library, such as its catalogue, when it is first asked for: most pages do without.
final class LazyPart<Value: Sendable>: Sendable {
    private let parts: Set<LibraryReads.Part>
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    /// `parts` are those that the closure asks the library for.
    init(of parts: Set<LibraryReads.Part>, _ make: @escaping @Sendable () -> Value) {
        self.parts = parts
        self.make = make
    }

    var value: Value {
        // Whoever asks later depends on the same.
        LibraryReads.note(parts)
        return made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}

extension LazyPart<Catalogue> {
    /// What readers find the exercises of a library by.
    convenience init(_ library: Library) {
        self.init(of: [.exercises, .programmes]) { Catalogue(library) }
    }
}

extension LazyPart<NameIndex> {
    /// The names of a library's exercises.
    convenience init(_ library: Library) {
        self.init(of: [.exercises]) { NameIndex(library.exercises) }
    }
}
