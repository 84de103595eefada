import Diagnostics
import Exercises

/// The keys of a pair of limbs: those that set both sides, or those of one side.
enum LimbKeys {
    case both
    case one(Side)

    /// Such as `hips` or `hipR`, and with an ending `kneesPoint` or `kneeRPoint`.
    func key(_ plural: String, _ singular: String, _ ending: String = "") -> String {
        switch self {
        case .both: plural + ending
        case .one(let side): singular + side.letter + ending
        }
    }

    /// Each key of both sides with what stands before and after the side's letter in the keys of one.
    static let names: [(plural: String, singular: String, ending: String)] = [
        ("hips", "hip", ""), ("knees", "knee", ""), ("ankles", "ankle", ""), ("toes", "toes", ""), ("feet", "foot", ""),
        ("legs", "leg", ""), ("knees", "knee", "Point"), ("shoulders", "shoulder", ""), ("elbows", "elbow", ""), ("wrists", "wrist", ""),
        ("pronation", "pronation", ""), ("hands", "hand", ""), ("elbows", "elbow", "Point"), ("girdles", "girdle", ""),
    ]
}

extension MappingDecoder {
    /// Lets the place of `hands` be found as that of `handR` and `handL`, unless these are written.
    func markPluralsAsBothSides() {
        for (plural, singular, ending) in LimbKeys.names {
            guard let range = log.ranges[path(of: plural + ending)] else { continue }
            for side in Side.allCases {
                let path = path(of: singular + side.letter + ending)
                if log.ranges[path] == nil { log.ranges[path] = range }
            }
        }
    }
}
