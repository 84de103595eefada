#if LIBFUZZER
    import Foundation

    /// Coverage-guided fuzzing: libFuzzer makes the inputs, from what each reaches in the compiled code.
    enum LibFuzzer {
        nonisolated(unsafe) private static var target: (any FuzzTarget)?

        /// Runs the target that the environment names, with libFuzzer's own arguments; with LIMBER_FUZZ_SEEDS it only writes the target's first
        /// inputs into that folder.
        static func run() -> Never {
            let environment = ProcessInfo.processInfo.environment
            do {
                target = try FuzzTargets.make(environment["LIMBER_FUZZ_TARGET"] ?? "", root: environment["LIMBER_FUZZ_ROOT"] ?? ".")
            } catch {
                fail("\(error)")
            }
            guard let target else { fail("LIMBER_FUZZ_TARGET names none of: \(FuzzTargets.names.joined(separator: ", "))") }
            if let folder = environment["LIMBER_FUZZ_SEEDS"] {
                for (index, seed) in target.seeds.enumerated() {
                    try? Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(index)"))
                }
                let words = type(of: target).dictionary.map { word in
                    "\"" + word.utf8.map { "\\x" + String(Int($0) + 256, radix: 16).suffix(2) }.joined() + "\"\n"
                }
                try? Data(words.joined().utf8).write(to: URL(fileURLWithPath: "\(folder).dictionary"))
                exit(0)
            }
            var count = CommandLine.argc
            var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
            exit(runDriver(&count, &arguments) { LibFuzzer.take($0, $1) })
        }

        private static func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
            do {
                _ = try target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
            } catch {
                fatalError("broken: \(error)")
            }
            return 0
        }
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
        _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt
#endif
