import Foundation

extension Theme {
    /// A colour of sRGB.
    package struct Colour: Hashable, Sendable {
        package let red: Int
        package let green: Int
        package let blue: Int

        package init(red: Int, green: Int, blue: Int) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// Reads `#rrggbb`.
        package init?(_ notation: String) {
            let digits = notation.utf8.dropFirst()
            guard notation.utf8.count == 7, notation.hasPrefix("#"), digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let value = Int(notation.dropFirst(), radix: 16)
            else { return nil }
            self.init(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
        }

        package static let white = Colour(red: 255, green: 255, blue: 255)
        package static let black = Colour(red: 0, green: 0, blue: 0)

        /// `#rrggbb`.
        package var notation: String {
            "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }

        /// The contrast that text needs (WCAG 2.2, success criterion 1.4.3).
        package static let readableContrast = 4.5

        /// Contrast ratio, 1 to 21 (WCAG 2.2).
        package func contrast(with other: Colour) -> Double {
            let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
            return (lighter + 0.05) / (darker + 0.05)
        }

        /// The colour itself, or the nearest mixture with black or white that can be read on the background.
        package func readable(on background: Colour) -> Colour {
            let target = background.luminance > 0.18 ? Colour.black : .white
            let mixtures = (0...20).lazy.map { mixed(with: target, twentieths: $0) }
            return mixtures.first { $0.contrast(with: background) >= Self.readableContrast } ?? target
        }

        /// So many twentieths of the other colour, the rest of this one.
        package func mixed(with other: Colour, twentieths: Int) -> Colour {
            func mix(_ own: Int, _ other: Int) -> Int { (own * (20 - twentieths) + other * twentieths) / 20 }
            return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
        }

        /// Relative luminance, 0 to 1 (WCAG 2.2).
        private var luminance: Double {
            func linear(_ channel: Int) -> Double {
                let value = Double(channel) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        }
    }
}
