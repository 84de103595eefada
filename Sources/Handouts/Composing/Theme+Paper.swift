import Exercises

extension Theme {
    /// The accent as `#rrggbb`; none where white text on it could not be read (WCAG 2.2, success criterion 1.4.3).
    var accentOnPaper: String? {
        guard let colour = accent?.onLight, colour.contrast(with: .white) >= Colour.readableContrast else { return nil }
        return colour.notation
    }
}
