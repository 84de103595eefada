import Diagnostics
import Exercises
import Handouts
import PreviewServer
import SiteBuilding

extension PrintPreview {
    /// The handouts of a live site in the server's terms.
    static func handouts(of site: LiveSite) -> PrintPreview {
        PrintPreview(
            options: HandoutFormat.options,
            sheets: { path, choices in
                do {
                    let proof = try await site.proof(ofPageAt: path, format: HandoutFormat(choices: choices))
                    let warnings = proof.pdf.warnings
                    return .sheets(proof.pages, warnings: warnings.isEmpty ? nil : TextPrinter().print(warnings))
                } catch let reason as NoHandout {
                    return .none(reason: reason.sentences)
                } catch let problems as HandoutProblems {
                    return .failed(problems: TextPrinter().print(problems.diagnostics))
                } catch {
                    return .failed(problems: "error: \(error)")
                }
            },
            document: { path, choices in
                let proof = try? await site.proof(ofPageAt: path, format: HandoutFormat(choices: choices))
                return proof.map { PreviewPage(body: $0.pdf.bytes, mediaType: MediaType.of("handout.pdf")) }
            },
            quality: { path in
                guard let (slug, inputs) = await site.handout(ofPageAt: path) else { return nil }
                do {
                    let (sheets, _) = try await QualityReading(inputs: inputs, jobs: 2).sheets(of: [slug])
                    return try sheets.first.map {
                        PreviewPage(try QualityPages(inputs).page($0, linksToOthers: false), mediaType: MediaType.of("sheet.html"))
                    }
                } catch {
                    let problems = (error as? HandoutProblems)?.diagnostics ?? (error as? QualityPages.Problems)?.diagnostics
                    return PreviewPage(
                        problems.map { TextPrinter().print($0) } ?? "error: \(error)\n", mediaType: "text/plain; charset=utf-8")
                }
            })
    }
}

extension HandoutFormat {
    fileprivate static let options = [
        PrintOption(
            "paper", label: "Paper",
            choices: Paper.allCases.map { paper in
                switch paper {
                case .a4: .init(paper.rawValue, label: "A4")
                case .letter: .init(paper.rawValue, label: "Letter")
                }
            }),
        PrintOption(
            "edition", label: "Edition",
            choices: HandoutEdition.allCases.map { edition in
                switch edition {
                case .standard: .init(edition.rawValue, label: "Standard")
                case .large: .init(edition.rawValue, label: "Large print")
                case .compact: .init(edition.rawValue, label: "Compact")
                }
            }),
        PrintOption(
            "colours", label: "Colours",
            choices: [.init("colour", label: "Colour"), .init("black-and-white", label: "Black and white")]),
    ]

    /// The format that a person chose; what is not chosen is as usual.
    fileprivate init(choices: [String: String]) {
        self.init(
            paper: choices["paper"].flatMap(Paper.init) ?? .a4, edition: choices["edition"].flatMap(HandoutEdition.init) ?? .standard,
            isBlackAndWhite: choices["colours"] == "black-and-white")
    }
}

extension NoHandout {
    fileprivate var sentences: String {
        switch self {
        case .notThisPage:
            return "This page has no handout: only exercises and programmes have one."
        case .engineMissing(let diagnostic):
            return ([diagnostic.message] + diagnostic.notes + [diagnostic.fix?.message].compactMap(\.self)).joined(separator: "; ") + "."
        case .refused(let refusal):
            return refusal.diagnostics.map { ([$0.message] + $0.notes).joined(separator: "; ") + "." }.joined(separator: " ")
        }
    }
}
