import Foundation
import Testing

@testable import SiteBuilding

/// Pictures kept between builds.
struct FigureFolderTests {
    private static let key = String(repeating: "0123456789abcdef", count: 2)
    private let figure = DrawnFigure(svg: "<svg>\n<!-- a comment -->\n</svg>\n", width: 320, height: 200)

    @Test func whatIsKeptComesBack() throws {
        let root = try TemporaryRoot()
        let folder = FigureFolder(root: root.path)
        #expect(folder.read(Self.key) == nil)
        folder.write(figure, Self.key)
        #expect(folder.read(Self.key) == figure)
        #expect(try root.files(".limber/figures") == [Self.key + ".svg"])
    }

    enum Damage: String, CaseIterable {
        case cutShort, changed, appended, emptied, otherSize, otherName
    }

    @Test(arguments: Damage.allCases)
    func aDamagedPictureIsNotUsed(damage: Damage) throws {
        let root = try TemporaryRoot()
        let folder = FigureFolder(root: root.path)
        folder.write(figure, Self.key)
        let path = root.path + "/.limber/figures/" + Self.key + ".svg"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let damaged =
            switch damage {
            case .cutShort: String(text.dropLast(20))
            case .changed: text.replacing("comment", with: "commend")
            case .appended: text + "x"
            case .emptied: ""
            case .otherSize: text.replacing(" 320 ", with: " 321 ")
            case .otherName: text.replacing(Self.key, with: String(Self.key.reversed()))
            }
        try damaged.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(folder.read(Self.key) == nil)
    }

    @Test func onlyUnusedPicturesAreRemoved() throws {
        let root = try TemporaryRoot()
        let folder = FigureFolder(root: root.path)
        let other = String(Self.key.reversed())
        folder.write(figure, Self.key)
        folder.write(figure, other)
        for name in ["notes.txt", "abc.svg", other + ".svg.new-1"] {
            try Data().write(to: URL(fileURLWithPath: root.path + "/.limber/figures/" + name))
        }
        folder.keep(only: [Self.key])
        #expect(try root.files(".limber/figures") == [Self.key + ".svg", "abc.svg", "notes.txt"])
    }

    @Test(arguments: [".limber", ".limber/figures"])
    func aLinkIsNotFollowed(place: String) throws {
        let (root, elsewhere) = (try TemporaryRoot(), try TemporaryRoot())
        if place != ".limber" { try FileManager.default.createDirectory(atPath: root.path + "/.limber", withIntermediateDirectories: true) }
        try FileManager.default.createDirectory(atPath: elsewhere.path + "/figures", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: root.path + "/" + place, withDestinationPath: elsewhere.path)
        let folder = FigureFolder(root: root.path)
        folder.write(figure, Self.key)
        folder.keep(only: [])
        #expect(folder.read(Self.key) == nil)
        #expect(try elsewhere.files("") == ["figures"] && elsewhere.files("figures").isEmpty)
    }

    @Test func aLinkInThePlaceOfAPictureIsNotFollowedAndIsReplaced() throws {
        let (root, elsewhere) = (try TemporaryRoot(), try TemporaryRoot())
        FigureFolder(root: elsewhere.path).write(figure, Self.key)
        let kept = elsewhere.path + "/.limber/figures/" + Self.key + ".svg"
        let folder = FigureFolder(root: root.path)
        folder.write(figure, String(Self.key.reversed()))
        try FileManager.default.createSymbolicLink(
            atPath: root.path + "/.limber/figures/" + Self.key + ".svg", withDestinationPath: kept)
        #expect(folder.read(Self.key) == nil)
        let other = DrawnFigure(svg: "<svg/>", width: 1, height: 1)
        folder.write(other, Self.key)
        #expect(folder.read(Self.key) == other)
        #expect(FigureFolder(root: elsewhere.path).read(Self.key) == figure)
    }

    @Test func aPipeInThePlaceOfAPictureDoesNotHoldUpTheBuild() throws {
        let root = try TemporaryRoot()
        let folder = FigureFolder(root: root.path)
        folder.write(figure, String(Self.key.reversed()))
        try #require(mkfifo(root.path + "/.limber/figures/" + Self.key + ".svg", 0o600) == 0)
        #expect(folder.read(Self.key) == nil)
    }

    @Test func aFileInThePlaceOfTheFolderKeepsNothing() throws {
        let root = try TemporaryRoot()
        try Data().write(to: URL(fileURLWithPath: root.path + "/.limber"))
        let folder = FigureFolder(root: root.path)
        folder.write(figure, Self.key)
        folder.keep(only: [])
        #expect(folder.read(Self.key) == nil)
    }
}

/// A folder that is removed when the test ends.
final class TemporaryRoot {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("limber-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }
}
