import Exercises
import Foundation
import Testing

@testable import FigureDrawing

@Suite("Colours")
struct PaletteTests {
    /// Relative luminance after WCAG 2.
    private func luminance(_ colour: Colour) throws -> Double {
        let digits = colour.hex.dropFirst()
        let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        let value = try #require(Int(full, radix: 16))
        let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
            let c = Double(channel) / 255
            return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    @Test(arguments: FigureStyle.allCases)
    func linesShowOnSkinAndClothes(style: FigureStyle) throws {
        let palette = Palette(style)
        let ink = try luminance(palette.ink)
        for skin in Person.Skin.allCases {
            for clothes in Person.Clothes.allCases {
                let person = Person(skin: skin, clothes: clothes)
                let colours = [false, true].flatMap { isSecond in
                    [palette.top(of: person, isSecond: isSecond), palette.shorts(of: person, isSecond: isSecond)]
                }
                for colour in colours + [palette.skin(of: person)] {
                    #expect((try luminance(colour) + 0.05) / (ink + 0.05) >= 3, "\(colour.hex)")
                }
            }
        }
    }
}
