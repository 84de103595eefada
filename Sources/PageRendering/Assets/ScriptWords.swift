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
        }.markup + "\n"
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
        let bytes = Array(script.text.utf8)
        // Most scripts say nothing. The others say so at their beginning.
        guard let last = bytes.places(of: "words.js").last else { return [] }
        let imports = Substring(script.text.utf8.prefix(last + "words.js\"".utf8.count))
        var diagnostics: [Diagnostic] = []
        for statement in imports.matches(of: /import\s*\{([^}]*)\}\s*from\s*"(?:[^"]*\/)?words\.js"/) {
            for item in statement.output.1.split(separator: ",") {
                // `programme as words`
                let names = item.split(whereSeparator: \.isWhitespace).map(String.init)
                guard let group = names.first, let local = names.last, let key = groups[group] else { continue }
                diagnostics += missing(local, key, in: script, bytes)
            }
        }
        return diagnostics
    }

    /// Every place where a name and members of it stand, such as `session.pause`, that no phrase has. Not by a regular expression, which
    /// costs more than the rest of a small build.
    private func missing(_ local: String, _ key: String, in script: SourceFile, _ bytes: [UInt8]) -> [Diagnostic] {
        bytes.places(of: local + ".").compactMap { start in
            let members = bytes.endOfMembers(from: start + local.utf8.count)
            guard members > start + local.utf8.count, beginsName(start, in: script, bytes) else { return nil }
            let path = key + String(decoding: bytes[(start + local.utf8.count)..<members], as: UTF8.self)
            // `words.js` in an import is the module's name.
            guard path != key + ".js" else { return nil }
            // What follows a phrase is a method of text, such as `.replace`.
            let parts = path.split(separator: ".")
            let isPhrase = (1...parts.count).contains { phrasebook.phrases[parts.prefix($0).joined(separator: ".")] != nil }
            guard !isPhrase, !phrasebook.phrases.keys.contains(where: { $0.hasPrefix(path + ".") }) else { return nil }
            return Diagnostic(
                "unknown-phrase", "there is no phrase `\(path)`", in: script, SourceRange(start, members),
                fix: Fix("add it to the language's file in Templates/Strings"))
        }
    }

    /// Whether what stands before a place is no part of a name, of a path or of a text in quotation marks that begins there.
    private func beginsName(_ start: Int, in script: SourceFile, _ bytes: [UInt8]) -> Bool {
        guard start > 0 else { return true }
        if "_.$\"'/".utf8.contains(bytes[start - 1]) { return false }
        let before = script.text.utf8.index(script.text.startIndex, offsetBy: start)
        return script.text.unicodeScalars[..<before].last.map { !$0.properties.isAlphabetic && $0.properties.numericType == nil } ?? true
    }
}

extension [UInt8] {
    /// Where a text stands in it.
    fileprivate func places(of text: String) -> [Int] {
        let sought = Array(text.utf8)
        guard let first = sought.first, count >= sought.count else { return [] }
        return withUnsafeBufferPointer { bytes in
            (0...(bytes.count - sought.count)).filter { start in
                bytes[start] == first && bytes[start..<(start + sought.count)].elementsEqual(sought)
            }
        }
    }

    /// The end of members such as `.pause.title` that begin at a place.
    fileprivate func endOfMembers(from start: Int) -> Int {
        func isLetter(_ index: Int) -> Bool { index < count && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self[index] | 0x20) }
        func isDigit(_ index: Int) -> Bool { index < count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self[index]) }
        var end = start
        while end < count, self[end] == UInt8(ascii: "."), isLetter(end + 1) {
            end += 2
            while isLetter(end) || isDigit(end) { end += 1 }
        }
        return end
    }
}
