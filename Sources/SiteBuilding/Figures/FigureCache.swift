/// Pictures that have been drawn, each once, however many outputs ask for it: in memory, and between builds in the library's folder.
package actor FigureCache {
    private let program: String
    private let folder: FigureFolder?
    private let usesEarlier: Bool
    private var figures: [String: Task<DrawnFigure?, Never>] = [:]

    /// - Parameters:
    ///   - program: The version of Limber; pictures of other versions are drawn again.
    ///   - root: The library in whose `.limber/figures/` pictures are kept; nil keeps them only in memory.
    ///   - usesEarlier: Whether pictures that an earlier build kept are used.
    package init(program: String, root: String?, usesEarlier: Bool = true) {
        self.program = program
        self.usesEarlier = usesEarlier
        folder = root.map(FigureFolder.init)
    }

    /// The picture that a request asks for: the one kept, else drawn now.
    func figure(_ request: FigureRequest) async -> DrawnFigure? {
        guard let key = request.key(program: program) else { return request.draw() }
        if let known = figures[key] { return await known.value }
        let task = Task.detached { [folder, usesEarlier] () -> DrawnFigure? in
            if usesEarlier, let kept = folder?.read(key) { return kept }
            let figure = request.draw()
            if let figure { folder?.write(figure, key) }
            return figure
        }
        figures[key] = task
        return await task.value
    }

    /// Forgets all pictures but these.
    func keep(only requests: [FigureRequest]) {
        let keys = Set(requests.compactMap { $0.key(program: program) })
        figures = figures.filter { keys.contains($0.key) }
        folder?.keep(only: keys)
    }
}
