import Exercises

/// The colours of a picture. Lines on skin and clothes keep a contrast of 3:1 at least.
struct Palette: Hashable, Sendable {
    let ink: Colour
    let prop: Colour
    let propShade: Colour
    let propLine: Colour
    let mat: Colour
    let ghost: Colour
    let ghostLine: Colour
    let arrow: Colour
    let badge: Colour
    /// How strongly ink darkens a limb that is far away.
    let farShade: Double
    /// How strongly black darkens the floor under a body.
    let floorShade = 0.13
    private let style: FigureStyle

    init(_ style: FigureStyle) {
        self.style = style
        switch style {
        case .colour:
            ink = "#141c26"
            prop = "#efe9df"
            propShade = "#cfc7b8"
            propLine = "#141c26"
            mat = "#e3ebe4"
            ghost = "#eef0f2"
            ghostLine = "#7f8a95"
            arrow = "#c8371f"
            badge = "#2b3a4a"
            farShade = 0.17
        case .blackAndWhite:
            ink = "#000"
            prop = "#fff"
            propShade = "#e4e4e4"
            propLine = "#000"
            mat = "#efefef"
            ghost = "#f4f4f4"
            ghostLine = "#808080"
            arrow = "#000"
            badge = "#000"
            farShade = 0.17
        }
    }

    func skin(of person: Person) -> Colour {
        guard style == .colour else { return .white }
        return switch person.skin {
        case .light: "#f9e4d4"
        case .beige: "#edc7a3"
        case .tan: "#d09c70"
        case .brown: "#ad7650"
        case .dark: "#8f5f43"
        }
    }

    func hair(of person: Person) -> Colour {
        switch (style, person.hairColour) {
        case (.colour, .black): "#2b2624"
        case (.colour, .brown): "#573f31"
        case (.colour, .fair): "#d8b36a"
        case (.colour, .red): "#a8532b"
        case (.colour, .grey): "#9aa0a6"
        case (.colour, .white): "#e9ebed"
        case (.blackAndWhite, .black): "#262626"
        case (.blackAndWhite, .brown): "#3c3c3c"
        case (.blackAndWhite, .red): "#6e6e6e"
        case (.blackAndWhite, .fair): "#b4b4b4"
        case (.blackAndWhite, .grey): "#b0b0b0"
        case (.blackAndWhite, .white): "#ececec"
        }
    }

    /// `isSecond` sets two people in black and white apart.
    func top(of person: Person, isSecond: Bool) -> Colour {
        switch (style, person.clothes) {
        case (.colour, .blue): "#6a9fca"
        case (.colour, .green): "#5fae93"
        case (.colour, .purple): "#9a8bcb"
        case (.colour, .red): "#d67f6d"
        case (.colour, .yellow): "#e3b84f"
        case (.blackAndWhite, _): isSecond ? "#e6e6e6" : "#c7c7c7"
        }
    }

    func shorts(of person: Person, isSecond: Bool) -> Colour {
        switch (style, person.clothes) {
        case (.colour, .blue): "#4a6a8f"
        case (.colour, .green): "#4d6e63"
        case (.colour, .purple): "#6a6193"
        case (.colour, .red): "#6a6570"
        case (.colour, .yellow): "#59697a"
        case (.blackAndWhite, _): isSecond ? "#a9a9a9" : "#848484"
        }
    }
}
