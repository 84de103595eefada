package import Diagnostics
package import Exercises

/// Reads examples of the pose language. Each is decoded as content is, so an example that no author could write is an error.
package struct PoseExamplesReading {
    private let basePoses: PoseLibrary
    private let person: Person

    /// `person` is whom pictures show where an example does not say.
    package init(basePoses: PoseLibrary, person: Person) {
        self.basePoses = basePoses
        self.person = person
    }

    /// The examples of a YAML file in its order, and every problem in them.
    package func examples(in file: SourceFile) -> (examples: [PoseExample], diagnostics: [Diagnostic]) {
        switch YAMLReading.mapping(in: file, SourceRange(0, file.text.utf8.count)) {
        case .failure(let problem): return ([], [problem])
        case .success(let top):
            let log = DecodingLog(file: file)
            guard let keys = MappingDecoder(top, path: "", log: log) else { return ([], log.diagnostics) }
            var examples: [PoseExample] = []
            var diagnostics: [Diagnostic] = []
            for entry in keys.allEntries where PoseFileDecoding.isName(entry, in: log) {
                guard var example = MappingDecoder(entry.value, path: entry.key, log: log) else { continue }
                let (value, problems) = self.example(entry.key, &example)
                diagnostics += problems
                if let value { examples.append(value) }
            }
            return (examples, log.diagnostics + diagnostics)
        }
    }

    private func example(_ name: String, _ keys: inout MappingDecoder) -> (PoseExample?, [Diagnostic]) {
        let text = keys.requiredText("text", expected: "what the example shows")
        let kinds = ["pose", "figures", "person"].filter(keys.has)
        guard kinds.count == 1, let kind = kinds.first, let code = keys.scalar(kind, expected: "YAML after `|`") else {
            keys.log.report(
                "no-example", "`\(name)` must have exactly one of `pose`, `figures` and `person`", keys.range,
                notes: ["expected YAML as an author writes it, after `|`"])
            return (nil, [])
        }
        let log = DecodingLog(file: SourceFile(path: "\(keys.log.file.path) (\(name))", text: code.text))
        var pictures: [PoseExample.Picture] = []
        switch YAMLReading.mapping(in: log.file, SourceRange(0, code.text.utf8.count)) {
        case .failure(let problem): log.report(problem)
        case .success(let top):
            guard var written = MappingDecoder(top, path: "", log: log) else { break }
            switch kind {
            case "pose": pictures = pose(name, &keys, written)
            case "person": pictures = self.person(name, &keys, &written)
            default: pictures = figures(name, &keys, &written)
            }
        }
        let warnings = (keys.list("warns") ?? []).enumerated().compactMap { index, value in
            keys.scalar(value, keys.path(of: "warns.\(index)"), expected: "the name of a rule")?.text
        }
        let isBlackAndWhite = keys.term("style", Style.self) == .blackAndWhite
        keys.finish()
        guard let text, !pictures.isEmpty else { return (nil, log.diagnostics) }
        return (
            PoseExample(
                name: name, text: text, code: code.text, pictures: pictures, warnings: warnings, isBlackAndWhite: isBlackAndWhite),
            log.diagnostics
        )
    }

    private enum Style: String, CaseIterable {
        case colour
        case blackAndWhite = "black-and-white"
    }

    /// One pose, with the pose that it comes from pale behind unless `ghost: none` says no.
    private func pose(_ name: String, _ keys: inout MappingDecoder, _ written: MappingDecoder) -> [PoseExample.Picture] {
        let alternative = keys.requiredText("alt", expected: "what the picture shows")
        let hasGhost = keys.scalar("ghost", expected: "`none`")?.text != "none"
        var decoding = PoseDecoding(written)
        let pose = decoding.pose()
        decoding.keys.finish(expected: PoseDecoding.expectedKeys + "; camera, props, partner")
        var inheritance = PoseInheritance(
            [PoseInheritance.Item(name: name, place: nil, path: "", written: pose, usual: nil, log: written.log)], outside: basePoses)
        guard let whole = inheritance.poses().first, let alternative else { return [] }
        let start = hasGhost ? pose.from.flatMap { basePoses[$0.text] } : nil
        let drawn = DrawnPose(
            name: name, pose: whole, start: start, camera: whole.camera ?? .side, props: whole.props ?? [], person: person)
        return [PoseExample.Picture(name: name, alternative: alternative, drawn: drawn)]
    }

    /// Somebody in the base pose that `of` names.
    private func person(_ name: String, _ keys: inout MappingDecoder, _ written: inout MappingDecoder) -> [PoseExample.Picture] {
        let alternative = keys.requiredText("alt", expected: "what the picture shows")
        let person = written.person(over: person)
        written.finish()
        guard let base = keys.require("of", keys.scalar("of", expected: "a base pose"), expected: "a base pose"), let alternative else {
            return []
        }
        guard let pose = basePoses[base.text] else {
            keys.log.report("unknown-pose", "there is no pose `\(base.text)`", base.range)
            return []
        }
        let drawn = DrawnPose(name: name, pose: pose, camera: pose.camera ?? .side, props: pose.props ?? [], person: person)
        return [PoseExample.Picture(name: name, alternative: alternative, drawn: drawn)]
    }

    /// The pictures that `pictures` names, as an exercise shows them whose text has them in this order.
    private func figures(_ name: String, _ keys: inout MappingDecoder, _ written: inout MappingDecoder) -> [PoseExample.Picture] {
        guard let names = keys.require("pictures", keys.mapping("pictures"), expected: "poses, each with what its picture shows") else {
            return []
        }
        let shown = names.allEntries
        let decoding = FiguresDecoding(basePoses: basePoses, person: person, shown: { shown.map(\.key) })
        let figures = decoding.pictures(&written, explains: false).drawn
        written.finish()
        return shown.compactMap { entry in
            guard let drawn = figures?[entry.key] else {
                keys.log.report("unknown-pose", "the example has no pose `\(entry.key)`", entry.keyRange)
                return nil
            }
            guard let alternative = names.text(entry.value, names.path(of: entry.key)) else { return nil }
            return PoseExample.Picture(name: "\(name)-\(entry.key)", alternative: alternative, drawn: drawn)
        }
    }
}
