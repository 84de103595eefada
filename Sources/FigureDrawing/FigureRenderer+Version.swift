extension FigureRenderer {
    /// Names the way that pictures are drawn. Raise it with every change that makes other bytes of the same pose: pictures that an earlier
    /// build kept under another version are drawn again.
    package static let version = "5"
}
