/// A drawn picture in its place on a page, with the size that it takes there.
struct PictureContext: TemplateContext {
    /// How large pictures are in a place, in CSS pixels for a picture unit. One scale a place: a person is never larger than another.
    enum Scale: Double {
        case step = 0.62
        case card = 0.46
    }

    let url: String
    /// Empty where the picture is decoration.
    let description: String
    let width: String
    let height: String

    static let fields: Fields<PictureContext> = [
        .text("url") { $0.url },
        .text("description") { $0.description },
        .text("width") { $0.width },
        .text("height") { $0.height },
    ]

    init(url: String, description: String, size: DrawnPictures.Size, scale: Scale) {
        self.url = url
        self.description = description
        width = Self.pixels(size.width, scale)
        height = Self.pixels(size.height, scale)
    }

    private static func pixels(_ units: Int, _ scale: Scale) -> String {
        "\(max(1, Int((Double(units) * scale.rawValue).rounded())))"
    }
}

/// The moving picture of an exercise, and the still one for readers who want no motion.
struct MotionContext: TemplateContext {
    let picture: PictureContext
    let still: PictureContext

    static let fields: Fields<MotionContext> = [
        .object("picture") { $0.picture },
        .object("still") { $0.still },
    ]
}
