import Foundation

/// The accent colour, where it can carry white text.
enum AccentColour {
    /// The colour as it is, or none when white text on it would have a contrast below 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
    static func onPaper(_ hexadecimal: String) -> String? {
        guard hexadecimal.hasPrefix("#"), hexadecimal.utf8.count == 7, let number = UInt32(hexadecimal.dropFirst(), radix: 16) else {
            return nil
        }
        let (red, green, blue) = (linear(number >> 16 & 0xFF), linear(number >> 8 & 0xFF), linear(number & 0xFF))
        let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        return 1.05 / (luminance + 0.05) >= 4.5 ? hexadecimal : nil
    }

    /// The light of a channel of sRGB, 0 to 1.
    private static func linear(_ channel: UInt32) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
