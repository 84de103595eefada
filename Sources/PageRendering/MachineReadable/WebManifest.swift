package import Exercises

/// What a device needs to put the site among its apps.
package struct WebManifest: Sendable {
    private let site: Site
    private let address: SiteAddress
    private let assets: AssetManifest

    /// Below the root of the site.
    package static let file = "manifest.webmanifest"

    package init(site: Site, address: SiteAddress, assets: AssetManifest) {
        self.site = site
        self.address = address
        self.assets = assets
    }

    package var text: RenderedText {
        let home = address.link(to: .home)
        return JSONValue.object([
            "name": .string(site.title),
            "short_name": .string(site.title),
            "description": .string(site.description),
            "lang": .string(site.language),
            "id": .string(home),
            "start_url": .string(home),
            "scope": .string(home),
            "display": "standalone",
            "background_color": .string(Self.background),
            "theme_color": .string(Self.background),
            "icons": .array(
                [
                    icon("icon.svg", sizes: "any", type: "image/svg+xml"), icon("Icons/icon-192.png", sizes: "192x192"),
                    icon("Icons/icon-512.png", sizes: "512x512"), icon("Icons/maskable-512.png", sizes: "512x512", purpose: "maskable"),
                ].compactMap(\.self)),
        ]).fileText
    }

    /// The paper of light pages, as in tokens.css.
    private static let background = "#fbf9f5"

    /// None where the library has no such file.
    private func icon(_ name: String, sizes: String, type: String = "image/png", purpose: String? = nil) -> JSONValue? {
        assets[name].map { path in
            .object([
                "src": .string(address.link(to: .file(path))), "sizes": .string(sizes), "type": .string(type),
                "purpose": purpose.map(JSONValue.string),
            ])
        }
    }
}
