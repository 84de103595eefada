import Diagnostics
import Exercises

extension PoseDecoding {
    /// One contact, or a list of one or two.
    mutating func rest() -> [PoseContact]? {
        guard let value = keys.value("rest") else { return nil }
        let path = keys.path(of: "rest")
        guard case .sequence(let items) = value.kind else { return contact(value, path).map { [$0] } }
        guard (1...2).contains(items.count) else {
            keys.log.report(
                "wrong-type", "`\(path)` must be one contact or two, not \(value.name) of \(items.count)", keys.keyRange("rest"),
                notes: ["a body that rests on two places is turned until both touch; the limbs come after it"])
            return nil
        }
        let contacts = items.enumerated().compactMap { contact($0.element, "\(path).\($0.offset)") }
        return contacts.count == items.count ? contacts : nil
    }

    private func contact(_ value: YAMLValue, _ path: String) -> PoseContact? {
        guard var mapping = MappingDecoder(value, path: path, log: keys.log) else { return nil }
        let kinds = ["parts", "zone", "point", "kneel", "arms"]
        let written = kinds.filter(mapping.has)
        guard written.count == 1, let kind = written.first else {
            _ = (kinds + ["height"]).map { mapping.value($0) }
            mapping.finish()
            if written.isEmpty, mapping.allEntries.contains(where: { $0.key != "height" }) { return nil }
            keys.log.report(
                "not-a-contact", written.isEmpty ? "`\(path)` does not say what touches" : "`\(path)` says twice what touches",
                written.count > 1 ? mapping.keyRange(written[1]) : mapping.range,
                notes: ["expected one of: \(kinds.joined(separator: ", "))"])
            return nil
        }
        let contact = contact(kind, &mapping)
        mapping.finish()
        return contact
    }

    private func contact(_ kind: String, _ mapping: inout MappingDecoder) -> PoseContact? {
        let path = mapping.path(of: kind)
        switch kind {
        case "parts":
            let parts = mapping.terms(kind, RestPart.self)
            let height = mapping.metres("height") ?? 0
            guard parts.isEmpty else { return .parts(parts, height: height) }
            if case .sequence([])? = mapping.allEntries.first(where: { $0.key == kind })?.value.kind {
                keys.log.report("empty-value", "`\(path)` is empty", mapping.keyRange(kind), fix: Fix("write a part that touches"))
            }
            return nil
        case "zone":
            let value = mapping.value(kind)
            let height = mapping.metres("height") ?? 0
            guard let value, let zone = mapping.numbers(value, path, ["from", "to"], in: BodyAnchor.trunkDistances) else { return nil }
            guard zone[0] < zone[1] else {
                let (low, high) = (PoseNumber.notation(zone[0]), PoseNumber.notation(zone[1]))
                keys.log.report("empty-range", "the zone goes from \(low) to \(high), so it holds nothing in between", value.range)
                return nil
            }
            return .zone(zone[0]...zone[1], height: height)
        case "point":
            let anchor = mapping.value(kind).flatMap { mapping.sidedAnchor($0, path, of: [.own]) }
            let height = mapping.metres("height") ?? 0
            return anchor.map { .point($0, height: height) }
        case "kneel":
            guard let value = mapping.value(kind) else { return nil }
            if case .scalar("true", isPlain: true) = value.kind { return .knees }
            keys.log.report("wrong-type", "`\(path)` can only be true", value.range, fix: Fix("write `true`, or another contact"))
            return nil
        default:
            let value = mapping.value(kind)
            return value.flatMap { mapping.number($0, path, in: PoseBounds.arms, expected: "a fraction of the arms' length") }
                .map { .arms($0) }
        }
    }
}
