import Diagnostics
import Exercises

/// Builds the theme from `theme:` in `site.yaml`.
enum ThemeDecoding {
    static func theme(from theme: MappingDecoder) -> Theme {
        var keys = theme
        let accent = tone("accent", &keys)
        let secondary = tone("secondary", &keys)
        let theme = Theme(
            accent: accent, secondary: secondary, textSize: keys.integer("textSize", in: Theme.textSizes) ?? Theme.usualTextSize,
            scale: keys.term("scale", Theme.Scale.self) ?? .regular, spacing: keys.term("spacing", Theme.Spacing.self) ?? .regular,
            corners: keys.term("corners", Theme.Corners.self) ?? .rounded, font: keys.term("font", Theme.Font.self) ?? .inter)
        keys.finish()
        return theme
    }

    /// A colour for light pages and, where it is written, the one that stands for it on dark ones.
    private static func tone(_ key: String, _ keys: inout MappingDecoder) -> Theme.Tone? {
        let onLight = colour(key, &keys, on: Theme.lightGround, "light")
        let onDark = colour(key + "OnDark", &keys, on: Theme.darkGround, "dark")
        if !keys.has(key), let range = keys.keyRange(key + "OnDark") {
            keys.log.report(
                "missing-key", "`\(keys.path(of: key))` is missing", range, notes: ["expected the colour that this one stands for"],
                fix: Fix("add a line `\(key): …`"))
        }
        return onLight.map { Theme.Tone(onLight: $0, onDark: onDark) }
    }

    private static func colour(_ key: String, _ keys: inout MappingDecoder, on ground: Theme.Colour, _ pages: String) -> Theme.Colour? {
        guard let (text, _, range) = keys.scalar(key, expected: "a colour such as \"#0b6e6e\"") else { return nil }
        guard let colour = Theme.Colour(text) else {
            keys.log.report(
                "not-a-colour", "`\(text)` is not a colour", range,
                notes: ["expected `#` and six hexadecimal digits, in quotes: \"#0b6e6e\""])
            return nil
        }
        let contrast = colour.contrast(with: ground)
        if contrast < Theme.Colour.readableContrast {
            let used = colour.readable(on: ground).notation
            keys.log.report(
                Diagnostic(
                    "low-contrast", .warning, "`\(text)` is hard to read on \(pages) pages, so they show \(used) in its place",
                    in: keys.log.file,
                    range, notes: ["the contrast is \(oneDecimal(contrast)) to 1, and text needs 4.5 to 1"],
                    fix: Fix("write \"\(used)\"")))
        }
        return colour
    }

    /// Cut and not rounded, so that what is too little never reads as enough.
    private static func oneDecimal(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
