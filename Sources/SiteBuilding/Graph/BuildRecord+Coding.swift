import ContentHashing
import Diagnostics
import Exercises

extension BuildRecord {
    /// Raised whenever the form of the file changes, so that an older one is not read.
    private static let form = 1
    private static let title = "limber build record "

    /// Files of the site as a record's file has them. Each part of the library and each kept file stands once; files name them by number.
    struct Entries: Sendable {
        fileprivate var writer = ByteWriter()
        fileprivate var parts = Numbering<LibraryReads.Part>()
        fileprivate var kept = Numbering<String>()

        /// The outputs, which a build knows before it has made anything of the site as a whole.
        init(_ outputs: [String: Output]) {
            add(outputs)
        }

        fileprivate mutating func add(_ outputs: [String: Output]) {
            writer.write(outputs.count)
            for (path, output) in outputs {
                writer.write(path)
                writer.write(PlannedOutput.Kind.allCases.firstIndex(of: output.kind) ?? 0)
                writer.write(output.content)
                writer.write(Int(bitPattern: UInt(output.state.inode)))
                writer.write(Int(output.state.size))
                writer.write(Int(output.state.modified))
                writer.write(output.parts.count)
                for part in output.parts { writer.write(parts.number(of: part)) }
                writer.write(output.kept.count)
                for name in output.kept { writer.write(kept.number(of: name)) }
            }
        }
    }

    /// The record as a file.
    var encoded: [UInt8] { encoded(Entries(outputs)) }

    /// The record as a file: a title, its form, a checksum, and the values. What has no order is written in none. `entries` are of its outputs.
    func encoded(_ entries: Entries) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(setting)
        writer.write(frame)
        writer.write(hasSearchIndex ? 1 : 0)
        writer.write(inputs.files) { writer, file in
            writer.write(file.path)
            writer.write(file.content)
        }
        var entries = entries
        entries.add(wholes)
        writer.write(entries.parts.values) { $0.write($1.name) }
        writer.write(entries.kept.values) { $0.write($1) }
        writer.write(written: entries.writer)
        writer.write(diagnostics) { $0.write($1) }
        let checksum = ContentHash(writer.bytes)
        return Array("\(Self.title)\(Self.form) \(checksum)\n".utf8) + writer.bytes
    }

    /// The record that a file holds; nil when it is not as it was written, or was written in another form.
    init?(encoded: [UInt8]) {
        guard let end = encoded.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let values = encoded[(end + 1)...]
        let checksum = values.withUnsafeBytes { ContentHash($0) }
        guard String(decoding: encoded[..<end], as: UTF8.self) == "\(Self.title)\(Self.form) \(checksum)" else { return nil }
        var reader = ByteReader(values)
        do throws(ByteReader.Malformed) {
            try self.init(&reader)
        } catch {
            return nil
        }
    }

    private init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
        setting = try reader.hash()
        frame = try reader.hash()
        hasSearchIndex = try reader.number() == 1
        inputs = InputFiles(
            files: try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) in
                InputFiles.File(path: try reader.text(), content: try reader.hash())
            })
        let names = try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.text() }
        let parts = names.map(LibraryReads.Part.init(name:))
        let kept = try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.text() }
        outputs = try Self.outputs(&reader, parts, kept)
        wholes = try Self.outputs(&reader, parts, kept)
        diagnostics = try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.diagnostic() }
    }

    private static func outputs(
        _ reader: inout ByteReader, _ parts: [LibraryReads.Part?], _ kept: [String]
    ) throws(ByteReader.Malformed) -> [String: Output] {
        let entries = try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) -> (String, Output) in
            let path = try reader.text()
            let kind = try Self.element(PlannedOutput.Kind.allCases, try reader.number())
            let content = try reader.hash()
            let state = FileState(
                inode: UInt64(UInt(bitPattern: try reader.number())), size: Int64(try reader.number()), modified: Int64(try reader.number())
            )
            let partNumbers = try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.number() }
            let keptNumbers = try reader.values { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.number() }
            var (read, used): (Set<LibraryReads.Part>, Set<String>) = ([], [])
            for number in partNumbers {
                guard let part = try Self.element(parts, number) else { throw ByteReader.Malformed() }
                read.insert(part)
            }
            for number in keptNumbers { used.insert(try Self.element(kept, number)) }
            return (path, Output(kind: kind, content: content, state: state, parts: read, kept: used))
        }
        return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }

    private static func element<Value>(_ values: [Value], _ index: Int) throws(ByteReader.Malformed) -> Value {
        guard values.indices.contains(index) else { throw ByteReader.Malformed() }
        return values[index]
    }
}

/// Values in the order in which they first came, each with its place as its number.
private struct Numbering<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}

extension LibraryReads.Part {
    /// Such as `exercise cat-camel`.
    fileprivate var name: String {
        switch self {
        case .exercise(let slug): "exercise \(slug)"
        case .programme(let slug): "programme \(slug)"
        case .guidance(let slug): "guidance \(slug)"
        case .exercises: "exercises"
        case .programmes: "programmes"
        case .guidancePages: "guidance"
        }
    }

    fileprivate init?(name: String) {
        let words = name.split(separator: " ")
        let slug = words.count == 2 ? Slug(words[1]) : nil
        switch (words.first, slug) {
        case ("exercise", let slug?): self = .exercise(slug)
        case ("programme", let slug?): self = .programme(slug)
        case ("guidance", let slug?): self = .guidance(slug)
        case ("exercises", nil): self = .exercises
        case ("programmes", nil): self = .programmes
        case ("guidance", nil): self = .guidancePages
        default: return nil
        }
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ diagnostic: KeptDiagnostic) {
        write(diagnostic.id)
        write(diagnostic.isError ? 1 : 0)
        write(diagnostic.message)
        write(diagnostic.path)
        write(diagnostic.range.map { [$0.lowerBound, $0.upperBound] } ?? []) { $0.write($1) }
        write(diagnostic.notes) { $0.write($1) }
        write([diagnostic.fix].compactMap(\.self)) { $0.write($1) }
    }
}

extension ByteReader {
    fileprivate mutating func diagnostic() throws(Malformed) -> KeptDiagnostic {
        let (id, isError, message, path) = (try text(), try number() == 1, try text(), try text())
        let range = try values { (reader: inout ByteReader) throws(Malformed) in try reader.number() }
        let notes = try values { (reader: inout ByteReader) throws(Malformed) in try reader.text() }
        let fix = try values { (reader: inout ByteReader) throws(Malformed) in try reader.text() }
        return KeptDiagnostic(
            id: id, isError: isError, message: message, path: path, range: range.count == 2 ? SourceRange(range[0], range[1]) : nil,
            notes: notes, fix: fix.first)
    }
}
