import Foundation

/// The colours that a library chooses, as a small style sheet of its own, so that pages need no inline style.
package struct Theme: Hashable, Sendable {
    private let accent: Colour

    /// The colour when a library names none.
    package static let defaultAccent = "#0b6e6e"

    /// Takes a colour as `#rrggbb`; anything else gives the default.
    package init(accent: String?) {
        self.accent = accent.flatMap(Colour.init) ?? Colour(Self.defaultAccent) ?? Colour(red: 11, green: 110, blue: 110)
    }

    /// The accent as it is used on light pages, `#rrggbb`.
    package var lightAccent: String { accent.readable(on: Self.lightBackground).notation }

    /// The asset that `site.css` expects beside itself. The accent is darkened or lightened until text in it can be read on the page's
    /// background (WCAG 2.2, 1.4.3), whichever colour was chosen.
    package var styleSheet: String {
        let light = accent.readable(on: Self.lightBackground)
        let dark = accent.readable(on: Self.darkBackground)
        return """
            :root {
              --accent-on-light: \(light.notation);
              --accent-on-dark: \(dark.notation);
              --tint-on-light: \(Self.lightCard.mixed(with: light, twentieths: 2).notation);
              --tint-on-dark: \(Self.darkCard.mixed(with: dark, twentieths: 2).notation);
            }

            """
    }

    /// The darkest background of light pages and the lightest of dark ones, as in `site.css`.
    private static let lightBackground = Colour(red: 0xF1, green: 0xEC, blue: 0xE2)
    private static let darkBackground = Colour(red: 0x2A, green: 0x34, blue: 0x38)
    private static let lightCard = Colour(red: 0xFF, green: 0xFF, blue: 0xFF)
    private static let darkCard = Colour(red: 0x1E, green: 0x27, blue: 0x2A)
}

/// A colour of sRGB.
struct Colour: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`.
    init?(_ notation: String) {
        guard notation.utf8.count == 7, notation.hasPrefix("#"), let value = Int(notation.dropFirst(), radix: 16), value >= 0 else {
            return nil
        }
        self.init(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
    }

    var notation: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    var luminance: Double {
        func linear(_ channel: Int) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    func contrast(with other: Colour) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The colour itself, or the nearest mixture with black or white that has a contrast of 4.5 with the background.
    func readable(on background: Colour) -> Colour {
        let target = background.luminance > 0.18 ? Colour(red: 0, green: 0, blue: 0) : Colour(red: 255, green: 255, blue: 255)
        let mixtures = (0...20).lazy.map { mixed(with: target, twentieths: $0) }
        return mixtures.first { $0.contrast(with: background) >= 4.5 } ?? target
    }

    /// So many twentieths of the other colour, the rest of this one.
    func mixed(with other: Colour, twentieths: Int) -> Colour {
        func mix(_ own: Int, _ other: Int) -> Int { (own * (20 - twentieths) + other * twentieths) / 20 }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
