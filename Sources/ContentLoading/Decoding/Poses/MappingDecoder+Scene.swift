import Diagnostics
import Exercises

extension MappingDecoder {
    /// The name of a view, or its azimuth and elevation.
    mutating func camera(_ key: String) -> Camera? {
        guard let value = value(key) else { return nil }
        if case .mapping = value.kind {
            guard var camera = MappingDecoder(value, path: path(of: key), log: log) else { return nil }
            let azimuth = camera.require("azimuth", camera.angle("azimuth"), expected: "degrees from the person's right side")
            let written = camera.value("elevation").flatMap {
                camera.number($0, camera.path(of: "elevation"), in: PoseBounds.elevation, expected: "degrees above the floor")
            }
            let elevation = camera.require("elevation", written, expected: "degrees above the floor")
            camera.finish()
            guard let azimuth, let elevation else { return nil }
            return Camera(azimuth: azimuth, elevation: elevation)
        }
        guard let (text, _, range) = scalar(value, path(of: key), expected: "the name of a view") else { return nil }
        if let camera = Camera.named[text] { return camera }
        let known = Camera.named.keys.sorted()
        log.report(
            "unknown-camera", "there is no view `\(text)`", range,
            notes: ["expected one of: \(known.joined(separator: ", ")); or {azimuth: …, elevation: …}"],
            fix: Suggestion.fix(for: text, among: known))
        return nil
    }

    /// The things of a picture; nil when nothing is said of them.
    mutating func props(_ key: String) -> [Prop]? {
        guard has(key) else {
            _ = value(key)
            return nil
        }
        return terms(key, Prop.self)
    }

    /// Who is shown: what is written, over someone else.
    mutating func person(over base: Person) -> Person {
        guard var keys = mapping("person") else { return base }
        var person = base
        person.skin = keys.term("skin", Person.Skin.self) ?? base.skin
        person.hair = keys.term("hair", Person.Hair.self) ?? base.hair
        person.hairColour = keys.term("hairColour", Person.HairColour.self) ?? base.hairColour
        person.build = keys.term("build", Person.Build.self) ?? base.build
        person.clothes = keys.term("clothes", Person.Clothes.self) ?? base.clothes
        keys.finish()
        return person
    }
}
