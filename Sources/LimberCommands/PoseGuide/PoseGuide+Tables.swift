import ContentLoading
import Diagnostics
import Exercises

extension PoseGuide {
    /// Pictures in a row of a gallery.
    private static let columns = 3
    /// Pixels for the pictures of a row; without a width, long lines of code would squeeze them.
    private static let pictureColumn = 260

    /// A row for each example: its pictures, then what it shows and how it is written.
    mutating func table(_ examples: [PoseExample]) -> String {
        let rows = examples.map { example in
            checkWarnings(of: example)
            let tags = example.pictures.map { picture($0.name, $0.alternative, $0.drawn, isBlackAndWhite: example.isBlackAndWhite) }
            return """
                <tr>
                <td align="center" width="\(Self.pictureColumn)">
                \(tags.joined(separator: "\n"))
                </td>
                <td>

                \(example.text)

                ```yaml
                \(example.code.trimmedLines)
                ```

                </td>
                </tr>
                """
        }
        return "<table>\n" + rows.joined(separator: "\n") + "\n</table>"
    }

    /// An example's pictures as cells, with what it shows below.
    mutating func cells(_ example: PoseExample) -> [String] {
        checkWarnings(of: example)
        return example.pictures.map { shown in
            let tag = picture(shown.name, shown.alternative, shown.drawn, isBlackAndWhite: example.isBlackAndWhite)
            return "<td>\n\n\(tag)\n\n\(example.text)\n\n```yaml\n\(example.code.trimmedLines)\n```\n\n</td>"
        }
    }

    /// Every named view of one pose.
    mutating func cameraCells(_ pose: PoseDescription) -> [String] {
        PoseLanguage.cameras.map { name, camera in
            let drawn = DrawnPose(name: name, pose: pose, camera: camera, props: pose.props ?? [], person: person)
            let tag = picture("camera-\(name)", "The same pose in the view \(name)", drawn)
            let angles = "{azimuth: \(PoseNumber.notation(camera.azimuth)), elevation: \(PoseNumber.notation(camera.elevation))}"
            return Self.captioned(tag, "`\(name)`<br>`\(angles)`")
        }
    }

    /// Every base pose, in the order of its file, below what the file's first line says.
    mutating func basePoseGalleries() -> String {
        var files: [String: [(place: Int, name: String, pose: PoseDescription)]] = [:]
        var headings: [String: String] = [:]
        for entry in basePoses.entries {
            guard let origin = origins[entry.name] else { continue }
            let place = origin.ranges[entry.name]?.lowerBound ?? 0
            files[origin.file.path, default: []].append((place, entry.name, entry.pose))
            let first = origin.file.text.prefix { !$0.isNewline }
            headings[origin.file.path] = first.hasPrefix("# ") ? String(first.dropFirst(2)).withoutFullStop : origin.file.path
        }
        return files.keys.sorted().map { path in
            let cells = (files[path] ?? []).sorted { ($0.place, $0.name) < ($1.place, $1.name) }.map { _, name, pose in
                checkWarnings(of: "base pose `\(name)`", poses: [pose], expected: [])
                let drawn = DrawnPose(name: name, pose: pose, camera: pose.camera ?? .side, props: pose.props ?? [], person: person)
                let tag = picture("base-\(name)", "The base pose “\(name.replacing("-", with: " "))”", drawn)
                return Self.captioned(tag, "`\(name)`")
            }
            return "### \(headings[path] ?? path)\n\nIn `\(path)`.\n\n" + gallery(cells)
        }.joined(separator: "\n\n")
    }

    private static func captioned(_ tag: String, _ caption: String) -> String {
        "<td align=\"center\">\n\n\(tag)\n\n\(caption)\n\n</td>"
    }

    /// Cells in rows of as many as fit on a page.
    func gallery(_ cells: [String]) -> String {
        let rows = stride(from: 0, to: cells.count, by: Self.columns).map { start in
            let row = cells[start..<min(start + Self.columns, cells.count)]
            return "<tr>\n" + row.joined(separator: "\n") + "\n</tr>"
        }
        return "<table>\n" + rows.joined(separator: "\n") + "\n</table>"
    }
}

extension String {
    fileprivate var trimmedLines: String {
        var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// As the value of an attribute.
    var inHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
