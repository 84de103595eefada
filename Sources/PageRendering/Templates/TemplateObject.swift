/// Named values. A value is made when it is asked for, as many names of a page are never shown.
///
/// A class, because a template hands its objects from tag to tag, and a copy of all that a page says costs more than a tag does with it.
class TemplateObject {
    /// None where no value has that name.
    func field(_ key: TemplateKey) -> TemplateValue? { nil }

    /// One with the fields of both; where both have one, with this one's.
    final func joined(with other: TemplateObject) -> TemplateObject { JoinedObject(self, other) }
}

/// Values that a closure finds. A closure of a known context is compiled for it, which a method of a generic class would not be.
final class FoundObject: TemplateObject {
    private let find: (TemplateKey) -> TemplateValue?

    init(_ find: @escaping (TemplateKey) -> TemplateValue?) {
        self.find = find
    }

    override func field(_ key: TemplateKey) -> TemplateValue? { find(key) }
}

private final class JoinedObject: TemplateObject {
    private let first: TemplateObject
    private let second: TemplateObject

    init(_ first: TemplateObject, _ second: TemplateObject) {
        self.first = first
        self.second = second
    }

    override func field(_ key: TemplateKey) -> TemplateValue? { first.field(key) ?? second.field(key) }
}
