package import Diagnostics
package import Exercises

/// The words that scripts say, as a module for them to import: `import { session } from "./words.js"`, then `session.pause`.
package struct ScriptWords: Sendable {
    private let phrasebook: Phrasebook
    /// The phrases of scripts stand below this key; those of doses and vocabularies are shared with pages and handouts.
    private static let ownRoot = "script"
    private static let sharedRoots = ["dose", "vocabulary"]

    /// The groups that scripts may import, each with its key in the phrasebook.
    private let groups: [String: String]

    package init(_ phrasebook: Phrasebook) {
        self.phrasebook = phrasebook
        groups = Self.groups(of: phrasebook)
    }

    /// The module's text: an exported object for each group, empty until the words have been loaded. They are data and not script, so that
    /// a page's script is the same in every language.
    package var module: String {
        let names = groups.keys.sorted()
        return """
            import address from "./words.json";
            export let \(names.map { "\($0) = {}" }.joined(separator: ", "));
            let loading;
            export function loadWords() {
              loading ||= fetch(new URL(address, import.meta.url)).then((answer) => answer.json()).then((words) => {
                ({ \(names.joined(separator: ", ")) } = words);
              });
              return loading;
            }

            """
    }

    /// The words themselves, as JSON: an object for each group.
    package var data: String {
        JSONWriter.script { json in
            for (group, key) in groups.sorted(by: { $0.key < $1.key }) { json.object(named: group) { write(below: key, to: &$0) } }
        } + "\n"
    }

    private static func groups(of phrasebook: Phrasebook) -> [String: String] {
        var groups = Dictionary(uniqueKeysWithValues: sharedRoots.map { ($0, $0) })
        for key in phrasebook.phrases.keys where key.hasPrefix(ownRoot + ".") {
            let name = key.split(separator: ".")[1]
            guard name.first?.isLetter == true, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { continue }
            groups[String(name)] = "\(ownRoot).\(name)"
        }
        return groups
    }

    private func write(below key: String, to json: inout JSONWriter) {
        let prefix = key + "."
        let own = phrasebook.phrases.filter { $0.key.hasPrefix(prefix) }
        let names = Set(own.keys.map { String($0.dropFirst(prefix.count).prefix { $0 != "." }) })
        for name in names.sorted() {
            if let phrase = own[prefix + name] {
                json.member(named: name, phrase)
            } else {
                json.object(named: name) { write(below: prefix + name, to: &$0) }
            }
        }
    }

    /// Words that a script names and the phrasebook does not have: a reader would see `undefined` in their place.
    package func diagnostics(for script: SourceFile) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        // Most scripts say nothing.
        guard script.text.contains("words.js") else { return [] }
        for statement in script.text.matches(of: /import\s*\{([^}]*)\}\s*from\s*"(?:[^"]*\/)?words\.js"/) {
            for item in statement.output.1.split(separator: ",") {
                // `programme as words`
                let names = item.split(whereSeparator: \.isWhitespace).map(String.init)
                guard let group = names.first, let local = names.last, let key = groups[group] else { continue }
                diagnostics += missing(local, key, in: script)
            }
        }
        return diagnostics
    }

    private func missing(_ local: String, _ key: String, in script: SourceFile) -> [Diagnostic] {
        // Swift's regular expressions do not look behind, so what stands before is part of the match.
        guard let use = try? Regex("(?:^|[^\\w.$\"'/])(\(local)((?:\\.[A-Za-z][A-Za-z0-9]*)+))", as: (Substring, Substring, Substring).self)
        else { return [] }
        return script.text.matches(of: use).compactMap { match in
            // `words.js` in an import is the module's name.
            guard match.output.2 != ".js" else { return nil }
            let path = key + match.output.2
            // What follows a phrase is a method of text, such as `.replace`.
            let parts = path.split(separator: ".")
            let isPhrase = (1...parts.count).contains { phrasebook.phrases[parts.prefix($0).joined(separator: ".")] != nil }
            guard !isPhrase, !phrasebook.phrases.keys.contains(where: { $0.hasPrefix(path + ".") }) else { return nil }
            let start = script.text.utf8.distance(from: script.text.startIndex, to: match.output.1.startIndex)
            return Diagnostic(
                "unknown-phrase", "there is no phrase `\(path)`", in: script, SourceRange(start, start + match.output.1.utf8.count),
                fix: Fix("add it to the language's file in Templates/Strings"))
        }
    }
}
