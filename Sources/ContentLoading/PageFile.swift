import CommonMark
import Diagnostics
import Exercises
import Foundation

/// A Markdown file of the library, split, with its front matter read and its body parsed.
struct PageFile {
    let slug: Slug
    let log: DecodingLog
    let frontMatter: MappingDecoder
    let body: [Block]

    /// Whether the page is a draft, also when something else in it is wrong.
    var isDraft: Bool {
        frontMatter.allEntries.contains { $0.key == "draft" && $0.value.kind == .scalar("true", isPlain: true) }
    }

    /// Reads `folder/name`; what is wrong goes to `diagnostics`.
    init?(reading: FileReading, folder: String, name: String, diagnostics: inout [Diagnostic]) {
        let path = folder + "/" + name
        let stem = String(name.dropLast(".md".count))
        guard let slug = Slug(stem) else {
            diagnostics.append(
                Diagnostic(
                    "not-a-slug", "the name of this file is not a slug", in: SourceFile(path: path, text: ""), nil,
                    notes: ["a slug has lower-case letters, digits and single hyphens, such as `cat-camel.md`"],
                    fix: Slug(stem.asSlug).map { Fix("rename it to `\($0).md`") }))
            return nil
        }
        do {
            let whole = try reading.read(path).get()
            let bytes = Array(whole.text.utf8)
            let parts = try FrontMatter.split(whole, bytes).get()
            let file = whole.divided(at: parts.body.lowerBound)
            let log = DecodingLog(file: file)
            // Front matter and body are read independently, so that one run finds the problems of both.
            let mapping = YAMLReading.mapping(in: file, parts.yaml, of: bytes)
            let document = Result { () throws(Diagnostic) in try Document(parsing: file, in: parts.body) }
            if case .failure(let problem) = document { diagnostics.append(problem) }
            guard let frontMatter = MappingDecoder(try mapping.get(), path: "", log: log), case .success(let parsed) = document else {
                return nil
            }
            self.slug = slug
            self.log = log
            self.frontMatter = frontMatter
            self.body = parsed.blocks
        } catch {
            diagnostics.append(error)
            return nil
        }
    }
}

extension String {
    /// The nearest slug: lower case, everything else a hyphen.
    package var asSlug: String {
        let folded = folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let characters = folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let slug = String(characters).split(separator: "-").joined(separator: "-").prefix(80)
        return String(slug.hasSuffix("-") ? slug.dropLast() : slug)
    }
}
