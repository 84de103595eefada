import Dispatch
import Foundation
import Synchronization

extension Array where Element: Sendable {
    /// The results of a closure for all elements, in order, made on all processors.
    package func parallelMap<Value: Sendable>(_ transform: @Sendable (Element) -> Value) -> [Value] {
        // Some elements at a time, so that handing them out costs little; several turns for each processor, as they take different times.
        let size = Swift.max(1, Swift.min(64, count / (8 * ProcessInfo.processInfo.activeProcessorCount)))
        let starts = Array<Int>(stride(from: 0, to: count, by: size))
        let parts = Mutex<[[Value]]>(Array<[Value]>(repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
            let values = self[starts[index]..<Swift.min(starts[index] + size, count)].map(transform)
            parts.withLock { $0[index] = values }
        }
        return parts.withLock { $0.flatMap(\.self) }
    }
}
