package import Exercises

/// The drawn pictures that pages may show, with their sizes. A picture that is not here is not shown.
package struct DrawnPictures: Hashable, Sendable {
    /// In picture units, 232 to a metre of the person in every picture.
    package struct Size: Hashable, Sendable {
        package let width: Int
        package let height: Int

        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    private var sizes: [Slug: [FigurePicture: Size]]

    package init(sizes: [Slug: [FigurePicture: Size]] = [:]) {
        self.sizes = sizes
    }

    package subscript(slug: Slug, picture: FigurePicture) -> Size? {
        sizes[slug]?[picture]
    }
}
