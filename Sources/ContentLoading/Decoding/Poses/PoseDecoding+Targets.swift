import Diagnostics
import Exercises

/// Which end of a limb goes to a place.
enum LimbEnd {
    case hand
    case foot

    var contacts: [LimbTarget.Contact] {
        switch self {
        case .hand: [.palm, .elbow, .wrist]
        case .foot: [.sole, .ankle, .heel]
        }
    }
}

extension PoseDecoding {
    /// Where a hand or a foot goes: a mapping, or the text of an anchor alone.
    mutating func target(_ key: String, _ end: LimbEnd) -> LimbTarget? {
        guard let value = keys.value(key) else { return nil }
        let path = keys.path(of: key)
        guard case .mapping = value.kind else { return keys.anchor(value, path, of: owners).map { LimbTarget(.anchor($0)) } }
        guard var mapping = MappingDecoder(value, path: path, log: keys.log) else { return nil }
        let kinds = ["at", "floor", "below", "room"]
        let written = kinds.filter(mapping.has)
        let place = place(&mapping, written)
        var target = place.map { LimbTarget($0) }
        if written.first == "floor" || written.first == "below" { target?.height = mapping.metres("height") }
        if written.first == "at" {
            target?.shift = mapping.value("shift").flatMap {
                mapping.numbers($0, mapping.path(of: "shift"), ["ahead", "up", "out"], in: PoseBounds.metres)
            }.map { SIMD3($0[0], $0[1], $0[2]) }
        }
        let contact = contact(&mapping, end)
        let normal = mapping.direction("normal")
        target?.contact = contact
        target?.normal = normal
        switch end {
        case .hand: hand(&mapping, &target)
        case .foot: foot(&mapping, &target)
        }
        mapping.finish()
        if written.count != 1 {
            keys.log.report(
                "not-a-place", written.isEmpty ? "`\(path)` does not say where" : "`\(path)` says twice where: which is meant?",
                written.count > 1 ? mapping.keyRange(written[1]) : keys.keyRange(key),
                notes: ["expected one of: at, floor, below, room"])
            return nil
        }
        return target
    }

    private func place(_ mapping: inout MappingDecoder, _ written: [String]) -> LimbTarget.Place? {
        let at = mapping.value("at")
        let floor = mapping.value("floor")
        let below = mapping.value("below")
        let room = mapping.value("room")
        func path(_ key: String) -> String { mapping.path(of: key) }
        switch written.first {
        case "at": return at.flatMap { mapping.anchor($0, path("at"), of: owners) }.map { .anchor($0) }
        case "floor":
            let of = mapping.value("of")
            let origin = of.flatMap { mapping.anchor($0, path("of"), of: owners) }
            let numbers = floor.flatMap { mapping.numbers($0, path("floor"), ["ahead", "out"], in: PoseBounds.metres) }
            return numbers.map { .floor(ahead: $0[0], out: $0[1], of: origin) }
        case "below":
            let (ahead, out) = (mapping.metres("ahead"), mapping.metres("out"))
            return below.flatMap { mapping.anchor($0, path("below"), of: owners) }.map { .below($0, ahead: ahead ?? 0, out: out ?? 0) }
        case "room":
            let numbers = room.flatMap { mapping.numbers($0, path("room"), ["ahead", "up", "right"], in: PoseBounds.metres) }
            return numbers.map { .room(ahead: $0[0], up: $0[1], right: $0[2]) }
        default: return nil
        }
    }

    private func contact(_ mapping: inout MappingDecoder, _ end: LimbEnd) -> LimbTarget.Contact? {
        let known = end.contacts.map(\.rawValue)
        guard let (text, _, range) = mapping.scalar("contact", expected: "one of: \(known.joined(separator: ", "))") else { return nil }
        if let contact = end.contacts.first(where: { $0.rawValue == text }) { return contact }
        let isOtherEnd = LimbTarget.Contact(rawValue: text) != nil
        let path = mapping.path(of: "contact")
        keys.log.report(
            isOtherEnd ? "wrong-contact" : "unknown-term",
            isOtherEnd ? "a \(end == .hand ? "hand" : "foot") cannot touch with the \(text)" : "`\(path)` cannot be `\(text)`", range,
            notes: ["expected one of: \(known.joined(separator: ", "))"], fix: Suggestion.fix(for: text, among: known))
        return nil
    }

    private func hand(_ mapping: inout MappingDecoder, _ target: inout LimbTarget?) {
        let fingers = mapping.direction("fingers")
        let (palm, rise, curl) = (mapping.metres("palm"), mapping.metres("rise"), mapping.angle("curl"))
        target?.fingers = fingers
        target?.palm = palm
        target?.rise = rise
        target?.curl = curl
    }

    private func foot(_ mapping: inout MappingDecoder, _ target: inout LimbTarget?) {
        let (toes, lift) = (mapping.direction("toes"), mapping.angle("lift"))
        target?.toes = toes
        target?.lift = lift
    }
}
