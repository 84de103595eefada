/// Words of the clinic that many readers do not know.
enum ClinicalTerms {
    static let terms: [[String]] = [
        "supine", "prone", "quadruped", "lumbar", "thoracic", "cervical", "sacroiliac", "sacrum", "coccyx", "flexion", "abduction",
        "adduction", "pronation", "supination", "dorsiflexion", "isometric", "eccentric", "concentric", "proprioception",
        "contraindication", "contraindications", "contraindicated", "neutral spine", "transversus", "multifidus", "piriformis", "gluteus",
        "gluteal", "psoas", "spondylolisthesis", "stenosis", "radiculopathy", "sciatica", "herniated", "osteoporosis", "osteoarthritis",
        "ankylosing", "vertebrae", "vertebra", "endorphins", "synovial", "facet joint", "facet joints", "cauda equina", "corticosteroid",
        "corticosteroids", "bilateral", "unilateral", "lateral", "medial", "anterior", "posterior", "distal", "proximal", "mobilization",
        "mobilisation", "myofascial", "fascia", "trigger point", "trigger points", "diaphragmatic", "analgesic", "hypermobility",
    ].map { $0.split(separator: " ").map(String.init) }
}
