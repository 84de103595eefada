extension Array {
    /// The same in as much memory as it needs, for what is kept as long as its library.
    package var withoutSlack: [Element] {
        capacity > count + count / 8 ? Array(unsafeUninitializedCapacity: count) { $1 = $0.initialize(fromContentsOf: self) } : self
    }
}
