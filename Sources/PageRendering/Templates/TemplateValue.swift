/// What a name of a template stands for.
enum TemplateValue {
    /// Text, which is escaped where it is shown.
    case text(String)
    case markup(HTML)
    /// Markup in pieces that stand behind each other. A long list is never put together but in its page.
    case pieces([HTML])
    case flag(Bool)
    case number(Int)
    case object(TemplateObject)
    case list(TemplateList)
    /// The place in a list, which `index()`, `first()` and the like speak of.
    case place(index: Int, count: Int)
    /// A value that is not there. It ends the search: a name that is not known at all is looked for further out.
    case absent

    /// The field of an object; none for anything else.
    subscript(_ key: TemplateKey) -> TemplateValue? {
        guard case .object(let object) = self else { return nil }
        return object.field(key)
    }

    /// What a transform makes of it; none where it has no meaning.
    func transformed(by transform: String) -> TemplateValue? {
        switch (self, transform) {
        case (.list(let list), "count"): .number(list.count)
        case (.list(let list), "empty"): .flag(list.count == 0)
        case (.list(let list), "first"): list.count > 0 ? list.element(0) : nil
        case (.list(let list), "last"): list.count > 0 ? list.element(list.count - 1) : nil
        case (.list(let list), "reversed"): .list(TemplateList(count: list.count) { list.element(list.count - 1 - $0) })
        case (.number(let number), "equalzero"): .flag(number == 0)
        case (.number(let number), "plusone"): .number(number + 1)
        case (.number(let number), "minusone"): .number(number - 1)
        case (.number(let number), "even"), (.place(let number, _), "even"): .flag(number & 1 == 0)
        case (.number(let number), "odd"), (.place(let number, _), "odd"): .flag(number & 1 == 1)
        case (.place(let index, _), "index"): .number(index)
        case (.place(let index, _), "first"): .flag(index == 0)
        case (.place(let index, let count), "last"): .flag(index == count - 1)
        default: nil
        }
    }
}

/// Values in order, each made when it is asked for.
struct TemplateList {
    let count: Int
    let element: (Int) -> TemplateValue
}
