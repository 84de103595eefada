import Mustache

/// A piece of text or markup as swift-mustache sees it. A type of our own and not a `String`, because mustache looks for names inside a
/// `String` by reflection, which is slow.
struct RenderedText: MustacheParent, MustacheCustomRenderable {
    let renderText: String
    let isNull = false

    func child(named: String) -> Any? { nil }
}

/// An absent value. It must stand in the dictionary: a missing key would make mustache look for the name further out.
struct Absent: MustacheParent, MustacheCustomRenderable {
    let renderText = ""
    let isNull = true

    func child(named: String) -> Any? { nil }
}
