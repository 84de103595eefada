package import Exercises

/// The words and the numbers that the pose language allows, for its documentation.
package enum PoseLanguage {
    /// The keys of a pose, as an unknown key's diagnostic lists them.
    package static var keys: [String] {
        (PoseDecoding.expectedKeys.split(separator: ";").first ?? "").split(separator: ", ").map(String.init)
    }

    /// The words that may stand somewhere; nil when there is no such place.
    package static func words(_ place: String) -> [String]? {
        switch place {
        case "cameras": return cameras.map(\.name)
        case "props": return Prop.allCases.map(\.rawValue)
        case "limbs": return BodyAnchor.Part.allCases.filter(\.isPaired).map(\.notation)
        case "trunk": return BodyAnchor.Part.allCases.filter { !$0.isPaired }.map(\.notation)
        case "limb-faces": return BodyAnchor.Part.thigh.faces.map(\.rawValue)
        case "trunk-faces": return BodyAnchor.Part.back.faces.map(\.rawValue)
        case "head-faces": return BodyAnchor.Part.head.faces.map(\.rawValue)
        case "directions": return PoseDirection.Word.allCases.map(\.rawValue)
        case "holds": return PoseDescription.Hold.allCases.map(\.rawValue)
        case "rest-parts": return RestPart.allCases.map(\.rawValue)
        case "hand-contacts": return LimbEnd.hand.contacts.map(\.rawValue)
        case "foot-contacts": return LimbEnd.foot.contacts.map(\.rawValue)
        case "skins": return Person.Skin.allCases.map(\.rawValue)
        case "hairs": return Person.Hair.allCases.map(\.rawValue)
        case "hair-colours": return Person.HairColour.allCases.map(\.rawValue)
        case "builds": return Person.Build.allCases.map(\.rawValue)
        case "clothes": return Person.Clothes.allCases.map(\.rawValue)
        case "reserved-names": return PoseFileDecoding.reservedNames
        default: return nil
        }
    }

    /// What a kind of number may be; nil when there is no such kind.
    package static func range(_ kind: String) -> ClosedRange<Double>? {
        switch kind {
        case "angle": PoseBounds.angle
        case "elevation": PoseBounds.elevation
        case "metres": PoseBounds.metres
        case "arms": PoseBounds.arms
        case "limb-fraction": BodyAnchor.limbFractions
        case "trunk-distance": BodyAnchor.trunkDistances
        case "weight": PoseDirection.weights
        default: nil
        }
    }

    /// The views that have names, from those behind the person round the right side and the front.
    package static var cameras: [(name: String, camera: Camera)] {
        Camera.named.map { (name: $0.key, camera: $0.value) }.sorted { ($0.camera.azimuth, $0.name) < ($1.camera.azimuth, $1.name) }
    }
}
