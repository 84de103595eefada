package import Exercises

/// What a library chooses of the pages' look, as a small style sheet of its own, so that pages need no inline style.
package struct ThemeStyleSheet: Hashable, Sendable {
    private let theme: Theme

    package init(_ theme: Theme) {
        self.theme = theme
    }

    /// The accent as it is used on light pages.
    package var lightAccent: Theme.Colour { accent.readable.onLight }

    /// The asset that `site.css` expects beside itself. Colours are always named, and the rest where it was chosen; `tokens.css` says what
    /// holds otherwise.
    package var text: String {
        let accent = accent.readable
        var lines = [
            "--accent-on-light: \(accent.onLight.notation);", "--accent-on-dark: \(accent.onDark.notation);",
            "--tint-on-light: \(Theme.Colour.white.mixed(with: accent.onLight, twentieths: 2).notation);",
            "--tint-on-dark: \(Self.darkCard.mixed(with: accent.onDark, twentieths: 2).notation);",
        ]
        if let secondary = theme.secondary?.readable {
            lines += ["--second-on-light: \(secondary.onLight.notation);", "--second-on-dark: \(secondary.onDark.notation);"]
        }
        // Of the reader's own size, which may not be 16.
        if theme.textSize != Theme.usualTextSize { lines.append("--theme-text-size: calc(\(theme.textSize) / 16 * 100%);") }
        if let scale = Self.scales[theme.scale] { lines.append("--theme-scale: \(scale);") }
        if let spacing = Self.spacings[theme.spacing] { lines.append("--theme-spacing: \(spacing);") }
        if let radius = Self.radii[theme.corners] { lines.append("--theme-radius: \(radius);") }
        if let font = Self.fonts[theme.font] { lines += ["--theme-text: \(font);", "--theme-display: \(font);"] }
        return ":root {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
    }

    private var accent: Theme.Tone { theme.accent ?? Theme.Tone(onLight: Theme.usualAccent) }

    /// The ground of boxes on dark pages, as in `tokens.css`.
    private static let darkCard = Theme.Colour(red: 0x1E, green: 0x27, blue: 0x2A)
    private static let scales: [Theme.Scale: String] = [.small: "0.88", .large: "1.14"]
    private static let spacings: [Theme.Spacing: String] = [.compact: "0.75", .roomy: "1.3"]
    private static let radii: [Theme.Corners: String] = [.square: "0rem", .slight: "0.25rem", .round: "1.25rem"]
    private static let fonts: [Theme.Font: String] = [
        .system: "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Liberation Sans\", sans-serif",
        .serif: "\"Iowan Old Style\", \"Palatino Linotype\", Georgia, \"Liberation Serif\", serif",
    ]
}
