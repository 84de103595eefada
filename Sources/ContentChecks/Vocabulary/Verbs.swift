/// English verbs of instructions.
enum Verbs {
    /// Verbs that begin an instruction and are seldom anything else after "and".
    static let actions: Set = [
        "bend", "lift", "lower", "raise", "put", "bring", "push", "pull", "press", "turn", "roll", "lean", "sit", "stand", "lie", "kneel",
        "straighten", "stretch", "hold", "return", "repeat", "relax", "breathe", "place", "keep", "let", "reach", "slide", "step", "walk",
        "look", "tighten", "squeeze", "rotate", "tilt", "move", "stop", "take", "cross", "draw", "point", "swing", "twist", "tuck", "lay",
        "rest", "release", "extend", "rise", "grip", "grasp", "hug", "lace", "inhale", "exhale", "spread", "drop", "sink", "switch",
        "change", "shift", "rock", "tap", "clench", "pause", "wait", "support",
    ]

    /// Words after which "and" and a verb do begin another action.
    static let followers: Set = [
        "your", "the", "both", "it", "them", "for", "to", "back", "up", "down", "slowly", "gently", "before", "in", "out", "a", "on",
        "forward", "one", "each", "again", "over", "when", "until", "toward", "towards", "as", "yourself", "with",
    ]

    /// Words that cannot begin an instruction: pronouns, articles, modals, and the parts of the body.
    static let notInstructions: Set = [
        "you", "your", "the", "a", "an", "this", "that", "these", "those", "there", "it", "its", "he", "she", "they", "we", "i", "one",
        "someone", "patient", "patients", "clients", "should", "must", "can", "may", "will", "knees", "knee", "arms", "arm", "legs", "leg",
        "feet", "foot", "hands", "hips", "head", "shoulders", "shoulder", "elbows", "elbow", "eyes", "chin", "chest", "trunk", "spine",
        "both", "each", "always", "is", "are",
    ]

    /// Words in "-ing" that are verbs of their own.
    static let endingInING: Set = ["bring", "swing", "cling", "spring", "ring", "sing", "sling", "wring", "fling"]

    /// Participles that do not end in "-ed".
    static let irregularParticiples: Set = [
        "done", "held", "kept", "put", "taken", "given", "made", "brought", "drawn", "seen", "said", "told", "shown", "known", "found",
        "felt", "left", "laid", "led", "meant", "set", "written", "worn", "broken", "begun", "chosen", "driven", "torn", "thrown",
    ]

    /// Words in "-ed" after a form of "to be" that only describe.
    static let adjectives: Set = [
        "tired", "relaxed", "interested", "worried", "scared", "padded", "used", "limited", "red", "need", "crossed", "bent", "supported",
        "raised", "rounded", "pleased", "experienced", "injured", "trained", "certified", "licensed", "qualified", "supposed",
    ]
}
