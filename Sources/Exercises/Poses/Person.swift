/// Who the pictures show. Chosen for a site, or for one exercise.
package struct Person: Hashable, Sendable, Encodable {
    package enum Skin: String, Hashable, Sendable, CaseIterable, Encodable {
        case light, beige, tan, brown, dark
    }

    package enum Hair: String, Hashable, Sendable, CaseIterable, Encodable {
        case short, bob, bun, ponytail, bald
    }

    package enum HairColour: String, Hashable, Sendable, CaseIterable, Encodable {
        case black, brown, fair, red, grey, white
    }

    package enum Build: String, Hashable, Sendable, CaseIterable, Encodable {
        case slim, average, broad, large
    }

    package enum Clothes: String, Hashable, Sendable, CaseIterable, Encodable {
        case blue, green, purple, red, yellow
    }

    package var skin: Skin
    package var hair: Hair
    package var hairColour: HairColour
    package var build: Build
    package var clothes: Clothes

    package init(
        skin: Skin = .light, hair: Hair = .short, hairColour: HairColour = .brown, build: Build = .average, clothes: Clothes = .blue
    ) {
        self.skin = skin
        self.hair = hair
        self.hairColour = hairColour
        self.build = build
        self.clothes = clothes
    }
}
