/// Which region each pixel belongs to, with the runs of equal pixels of each row, so that tracing touches boundaries only.
struct RegionMap: Sendable {
    struct Run: Sendable {
        var start: Int32
        var label: UInt8
    }

    /// A choice of labels.
    struct Labels: OptionSet, Sendable {
        let rawValue: UInt64

        init(rawValue: UInt64) { self.rawValue = rawValue }
        init(_ labels: some Sequence<UInt8>) {
            rawValue = labels.reduce(0) { $0 | 1 << UInt64($1 & 63) }
        }

        @inline(__always) func has(_ label: UInt8) -> Bool { rawValue &>> UInt64(label) & 1 != 0 }
    }

    let width: Int
    let height: Int
    /// What counts of each is the lower six bits.
    let labels: [UInt8]
    let runs: [Run]
    /// Where each row's runs start; one more than there are rows.
    let rowStarts: [Int]

    /// Labels count by their lower six bits; missing pixels count as 0.
    init(width: Int, height: Int, labels given: [UInt8]) {
        let (width, height) = (max(0, width), max(0, height))
        var labels = given
        if labels.count != width * height {
            labels = Array(labels.prefix(width * height))
            labels += [UInt8](repeating: 0, count: width * height - labels.count)
        }
        var runs: [Run] = []
        runs.reserveCapacity(height * 8)
        var rowStarts: [Int] = []
        rowStarts.reserveCapacity(height + 1)
        labels.withUnsafeBytes { labels in
            for y in 0..<height {
                rowStarts.append(runs.count)
                var previous: UInt8 = 255
                var x = 0
                while x < width {
                    let i = y * width + x
                    // Most pixels are as the ones before them: eight at a time.
                    if x + 8 <= width, labels.loadUnaligned(fromByteOffset: i, as: UInt64.self) == UInt64(previous) &* 0x0101_0101_0101_0101
                    {
                        x += 8
                        continue
                    }
                    if labels[i] != previous {
                        previous = labels[i]
                        runs.append(Run(start: Int32(truncatingIfNeeded: x), label: previous))
                    }
                    x += 1
                }
            }
        }
        rowStarts.append(runs.count)
        self.width = width
        self.height = height
        self.labels = labels
        self.runs = runs
        self.rowStarts = rowStarts
    }
}
