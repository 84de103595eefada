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
        return JSONWriter.file { json in
            json.member("name", site.title)
            json.member("short_name", site.title)
            json.member("description", site.description)
            json.member("lang", site.language)
            json.member("id", home)
            json.member("start_url", home)
            json.member("scope", home)
            json.member("display", "standalone")
            json.member("background_color", Self.background)
            json.member("theme_color", Self.background)
            json.array("icons") { json in
                write("icon.svg", sizes: "any", type: "image/svg+xml", to: &json)
                write("Icons/icon-192.png", sizes: "192x192", to: &json)
                write("Icons/icon-512.png", sizes: "512x512", to: &json)
                write("Icons/maskable-512.png", sizes: "512x512", purpose: "maskable", to: &json)
            }
        }
    }

    /// The paper of light pages, as in tokens.css.
    private static let background = "#fbf9f5"

    /// Nothing where the library has no such file.
    private func write(_ icon: String, sizes: String, type: String = "image/png", purpose: String? = nil, to json: inout JSONWriter) {
        guard let path = assets[icon] else { return }
        json.element { json in
            json.member("src", address.link(to: .file(path)))
            json.member("sizes", sizes)
            json.member("type", type)
            json.member("purpose", purpose)
        }
    }
}
