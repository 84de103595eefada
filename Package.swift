// swift-tools-version: 6.1
import PackageDescription

/// Sanitizers bring an allocator of their own, which must be the only one: `Scripts/sanitize` sets this.
let keepsSystemAllocator = Context.environment["LIMBER_SYSTEM_ALLOCATOR"] != nil

/// One settings list for every target: Swift 6 mode and the upcoming features that make imports and existentials explicit.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
// The paths that Subprocess takes are of this package's type.
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The targets in the order of the build. An arrow points only upwards in this list.
let targets: [Target] = [
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),

    // The only user of xxHash.
    .target(name: "ContentHashing", dependencies: ["CXXHash"]),
    // Scores English text; knows strings and numbers only.
    .target(name: "Readability"),
    // A leaf: every other target says what is wrong in its terms, so it knows none of them.
    .target(name: "Diagnostics"),
    // The only user of CCMark: no C pointer leaves it.
    .target(name: "CommonMark", dependencies: ["CCMark", "Diagnostics"]),
    // Pure values that cannot be invalid; no files, no YAML, no HTML.
    .target(name: "Exercises", dependencies: ["CommonMark", "Diagnostics"]),
    // The only user of libyaml: no C pointer leaves it.
    .target(name: "ContentLoading", dependencies: ["CLibYAML", "CommonMark", "Diagnostics", "Exercises"]),
    // Pictures from poses; no files.
    .target(name: "FigureDrawing", dependencies: ["Exercises"]),
    // Asks FigureDrawing whether a pose is possible; draws nothing.
    .target(
        name: "ContentChecks", dependencies: ["CommonMark", "ContentLoading", "Diagnostics", "Exercises", "FigureDrawing", "Readability"]),
    .target(name: "PageRendering", dependencies: ["CMessageDigest", "CommonMark", "ContentHashing", "Diagnostics", "Exercises"]),
    // The only user of esbuild.
    .target(name: "AssetBundling", dependencies: ["Diagnostics", subprocess, systemPackage]),
    // The only user of Typst and libqrencode.
    .target(
        name: "Handouts",
        dependencies: ["CommonMark", "ContentHashing", "CQREncode", "Diagnostics", "Exercises", subprocess, systemPackage],
        resources: [.embedInCode("typst_worker.py")]),
    // The only user of pikepdf; knows PDF files as bytes and judges nothing.
    .target(
        name: "PDFReading", dependencies: ["Diagnostics", subprocess, systemPackage], resources: [.embedInCode("pdf_reader.py")]),
    // Judges a handout by what it is given of it; reads and makes nothing.
    .target(name: "QualitySheets", dependencies: ["Diagnostics", "Exercises", "Handouts", "PDFReading", "Readability"]),
    // The only user of Pagefind; knows a site only as a folder.
    .target(name: "SearchIndexing", dependencies: ["Diagnostics", subprocess, systemPackage]),
    // The only one that writes the site.
    .target(
        name: "SiteBuilding",
        dependencies: [
            "AssetBundling", "ContentChecks", "ContentHashing", "ContentLoading", "Diagnostics", "Exercises", "FigureDrawing", "Handouts",
            "PageRendering", "SearchIndexing",
        ]),
    // Knows pages only as bytes and rebuilding only as a closure.
    .target(
        name: "PreviewServer", dependencies: ["Diagnostics", flyingFox, flyingSocks],
        resources: [
            .embedInCode("Resources/live-reload.css"), .embedInCode("Resources/live-reload.js"),
            .embedInCode("Resources/no-service-worker.js"), .embedInCode("Resources/workbench.css"),
            .embedInCode("Resources/workbench.js"),
        ]),
    // Knows documents only as bytes.
    .target(name: "Printing", dependencies: ["Diagnostics", subprocess, systemPackage]),
    .target(
        name: "LimberCommands",
        dependencies: [
            "AssetBundling", "CommonMark", "ContentChecks", "ContentLoading", "Diagnostics", "Exercises", "FigureDrawing", "Handouts",
            "PDFReading", "PageRendering", "PreviewServer", "Printing", "QualitySheets", "Readability", "SiteBuilding", argumentParser,
        ]),
    // Malloc and free are a sixth of a large build with the C library's own allocator, and half of that with jemalloc.
    .target(name: "Allocator", linkerSettings: keepsSystemAllocator ? [] : [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]),
    .executableTarget(name: "limber", dependencies: ["Allocator", "LimberCommands"]),
]

/// A test target for each target that has tests.
let testTargets: [Target] = [
    // Throws mutated content, selections, poses and requests at everything that reads them.
    .executableTarget(
        name: "limber-fuzz",
        dependencies: [
            "CCMark", "CommonMark", "ContentChecks", "ContentLoading", "Diagnostics", "Exercises", "FigureDrawing", "Handouts",
            "PageRendering", "PreviewServer", flyingSocks,
        ], path: "Tests/Fuzzing"),
    .testTarget(name: "FigureDrawingTests", dependencies: ["Exercises", "FigureDrawing"]),
    // The example library itself: what its pictures show is what its steps say.
    .testTarget(name: "LibraryTests", dependencies: ["CommonMark", "ContentLoading", "Exercises", "FigureDrawing"]),
    // The cases of the rules, in `Rules`, are run from the outside by Tests/Site/test_content_rules.py.
    .testTarget(
        name: "ContentChecksTests", dependencies: ["CommonMark", "ContentChecks", "ContentLoading", "Diagnostics", "Exercises"],
        exclude: ["Rules"]),
    .testTarget(name: "ReadabilityTests", dependencies: ["Readability"]),
    .testTarget(name: "ContentHashingTests", dependencies: ["ContentHashing"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ExercisesTests", dependencies: ["Exercises"]),
    // The program as it is built, run on whole sites.
    .testTarget(name: "LimberCommandsTests", dependencies: ["limber"]),
    .testTarget(name: "HandoutsTests", dependencies: ["CommonMark", "ContentLoading", "Diagnostics", "Exercises", "Handouts"]),
    // The only user of Yams: YAML is read here and by it, to the same values at the same places.
    .testTarget(name: "ContentLoadingTests", dependencies: ["CommonMark", "ContentLoading", "Diagnostics", "Exercises", yams]),
    // The examples of the CommonMark specification, for the two targets that are tested with them.
    .target(name: "SpecificationExamples", path: "Tests/SpecificationExamples"),
    .testTarget(name: "CommonMarkTests", dependencies: ["CCMark", "CommonMark", "Diagnostics", "SpecificationExamples"]),
    // The only user of swift-mustache: templates are rendered here and by it, to the same bytes.
    .testTarget(
        name: "PageRenderingTests",
        dependencies: [
            "CCMark", "CommonMark", "ContentLoading", "Diagnostics", "Exercises", "PageRendering", "SpecificationExamples", mustache,
        ]),
    .testTarget(
        name: "SiteBuildingTests",
        dependencies: [
            "CommonMark", "ContentHashing", "ContentLoading", "Diagnostics", "Exercises", "FigureDrawing", "Handouts", "PageRendering",
            "SiteBuilding",
        ]),
    // Every item that a machine decides, on a small library and on it changed.
    .testTarget(
        name: "QualitySheetsTests",
        dependencies: [
            "ContentChecks", "ContentLoading", "Diagnostics", "Exercises", "Handouts", "PDFReading", "QualitySheets", "Readability",
        ]),
    .testTarget(name: "AssetBundlingTests", dependencies: ["AssetBundling", "Diagnostics"]),
    .testTarget(name: "SearchIndexingTests", dependencies: ["Diagnostics", "SearchIndexing"]),
    .testTarget(name: "PrintingTests", dependencies: ["Diagnostics", "Printing"]),
    .testTarget(name: "PreviewServerTests", dependencies: ["Diagnostics", "PreviewServer", flyingSocks]),
]

/// Coverage-guided fuzzing, as `Scripts/fuzz` asks for it; other builds are not touched by it.
let isForLibFuzzer = Context.environment["LIMBER_FUZZ"] != nil

for target in targets + testTargets where target.type != .system {
    target.swiftSettings = settings + (isForLibFuzzer ? [.unsafeFlags(["-sanitize=fuzzer"]), .define("LIBFUZZER")] : [])
}

for target in targets where ["FigureDrawing", "PageRendering"].contains(target.name) {
    // Without optimisation one picture takes a second instead of milliseconds, and a debug build of a site minutes; pages are written piece
    // by piece, each of which goes through many calls that nobody would inline.
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}

let package = Package(
    name: "Limber",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "limber", targets: ["limber"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: targets + testTargets
)
