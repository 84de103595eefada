/// The poses that exercises can begin with, by name, each with everything that it inherits.
package struct PoseLibrary: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// In kebab-case.
        package let name: String
        package let pose: PoseDescription

        package init(name: String, pose: PoseDescription) {
            self.name = name
            self.pose = pose
        }
    }

    /// By name; names are unique.
    package let entries: [Entry]
    private let index: [String: Int]

    /// Sorts the entries; where a name stands twice the first counts.
    package init(_ entries: [Entry] = []) {
        var seen: Set<String> = []
        self.entries = entries.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
        index = Dictionary(zip(self.entries.map(\.name), self.entries.indices), uniquingKeysWith: { first, _ in first })
    }

    package subscript(name: String) -> PoseDescription? { index[name].map { entries[$0].pose } }
}
