import Foundation

// Usage: limber-fuzz [--seconds N] [--seed N] [--root FOLDER] [--input FILE] [TARGET...]
// Gives each target an equal part of the time; with --input it takes that one input and nothing else.
var arguments = CommandLine.arguments.dropFirst()[...]
var options = ["seconds": "60", "seed": "1", "root": ".", "input": ""]
var names: [String] = []

/// Says it at once, also where standard output is a file.
func say(_ sentence: String) {
    FileHandle.standardOutput.write(Data("\(sentence)\n".utf8))
}

func fail(_ sentence: String) -> Never {
    FileHandle.standardError.write(Data("limber-fuzz: \(sentence)\n".utf8))
    exit(64)
}

#if LIBFUZZER
    LibFuzzer.run()
#else
    while let argument = arguments.popFirst() {
        if argument.hasPrefix("--") {
            guard options.keys.contains(String(argument.dropFirst(2))), let value = arguments.popFirst() else {
                fail("unknown or incomplete option \(argument)")
            }
            options[String(argument.dropFirst(2))] = value
        } else {
            names.append(argument)
        }
    }
    guard let seconds = Double(options["seconds", default: ""]), let seed = UInt64(options["seed", default: ""]) else {
        fail("--seconds and --seed are numbers")
    }
    if names.isEmpty { names = FuzzTargets.names }
    let folder = "\(FuzzFolder.parent)/limber-fuzz-\(getpid())"
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var total = 0
        for name in names {
            guard var target = try FuzzTargets.make(name, root: options["root", default: "."]) else {
                fail("there is no target \(name); expected one of: \(FuzzTargets.names.joined(separator: ", "))")
            }
            if let path = options["input"], !path.isEmpty {
                let reached = try target.run(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
                say("\(name): holds; reached \(reached.sorted().joined(separator: " "))")
                continue
            }
            say("\(name): seed \(seed), inputs go through \(folder)/\(name).input")
            let run = FuzzRun(name: name, seed: seed, seconds: seconds / Double(names.count), folder: folder)
            let report = try run.run(&target)
            total += report.executions
            say("\(name): \(report.executions) executions, \(report.kept) kept, \(report.reached.count) outcomes")
        }
        say("\(total) executions, seed \(seed), nothing broken")
        try FileManager.default.removeItem(atPath: folder)
    } catch let broken as BrokenProperty {
        say("broken: \(broken.sentence)")
        say("the input is in \(folder)")
        exit(1)
    } catch {
        fail("\(error)")
    }
#endif
