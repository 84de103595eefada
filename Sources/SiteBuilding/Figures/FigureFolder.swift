/// Pictures kept between builds, one file each, in `.limber/figures/` of the library.
struct FigureFolder: Sendable {
    private let files: KeptFiles

    init(root: String) {
        files = KeptFiles(
            root: root,
            KeptFiles.Kind(
                folder: "figures", suffix: ".svg", commentStart: "<!-- ", commentEnd: " -->", numberCount: 2, maximumBytes: 4_000_000))
    }

    /// The picture that is kept under a key; none where there is none, or where the file is not as it was written.
    func read(_ key: String) -> DrawnFigure? {
        files.read(key).map { DrawnFigure(svg: String(decoding: $0.bytes, as: UTF8.self), width: $0.numbers[0], height: $0.numbers[1]) }
    }

    func write(_ figure: DrawnFigure, _ key: String) {
        files.write(KeptFile(bytes: Array(figure.svg.utf8), numbers: [figure.width, figure.height]), key)
    }

    /// Removes the pictures that are not among these, and what an interrupted build left of them.
    func keep(only keys: Set<String>) {
        files.keep(only: keys)
    }
}
