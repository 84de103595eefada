/// How the pages of a library look, as far as `theme:` in `site.yaml` decides. What is not chosen is as the design has it.
package struct Theme: Hashable, Sendable {
    /// A colour, and what stands for it on dark pages where the library chooses that, too.
    package struct Tone: Hashable, Sendable {
        package let onLight: Colour
        package let onDark: Colour?

        package init(onLight: Colour, onDark: Colour? = nil) {
            self.onLight = onLight
            self.onDark = onDark
        }
    }

    /// How much larger headings are than text.
    package enum Scale: String, CaseIterable, Sendable {
        case small, regular, large
    }

    /// How much room there is in boxes and between them.
    package enum Spacing: String, CaseIterable, Sendable {
        case compact, regular, roomy
    }

    /// How round the corners of boxes and buttons are.
    package enum Corners: String, CaseIterable, Sendable {
        case square, slight, rounded, round
    }

    /// The fonts of the pages: the one that comes with the templates, or fonts that devices have.
    package enum Font: String, CaseIterable, Sendable {
        case inter, system, serif
    }

    /// The pixels that text may have where a reader has not set another size; no page's text is smaller than 16.
    package static let textSizes = 16...20
    package static let usualTextSize = 18
    package static let usualAccent = Colour(red: 0x0B, green: 0x6E, blue: 0x6E)

    /// The ground on which colours are hardest to read on light pages: the darkest of those in the style sheets.
    package static let lightGround = Colour(red: 0xF1, green: 0xEC, blue: 0xE2)
    /// The lightest ground of dark pages.
    package static let darkGround = Colour(red: 0x2A, green: 0x34, blue: 0x38)

    /// The colour of links and buttons.
    package let accent: Tone?
    /// The colour of small headings and symbols; the accent where there is none.
    package let secondary: Tone?
    package let textSize: Int
    package let scale: Scale
    package let spacing: Spacing
    package let corners: Corners
    package let font: Font

    package init(
        accent: Tone? = nil, secondary: Tone? = nil, textSize: Int = usualTextSize, scale: Scale = .regular, spacing: Spacing = .regular,
        corners: Corners = .rounded, font: Font = .inter
    ) {
        self.accent = accent
        self.secondary = secondary
        self.textSize = textSize
        self.scale = scale
        self.spacing = spacing
        self.corners = corners
        self.font = font
    }
}

extension Theme.Tone {
    /// The colour as pages use it: darkened on light pages and lightened on dark ones until text in it can be read.
    package var readable: (onLight: Theme.Colour, onDark: Theme.Colour) {
        (onLight.readable(on: Theme.lightGround), (onDark ?? onLight).readable(on: Theme.darkGround))
    }
}
