extension Dose {
    /// About how many seconds one session of this dose takes, from the numbers that timers use; without a hold or a duration a repetition
    /// counts `secondsPerRepetition`. An estimate of Limber's, no source's figure.
    package var sessionSeconds: Int {
        if let duration { return duration.timerSeconds }
        let sideCount = sides == .none ? 1 : 2
        let held = hold?.phases.reduce(0) { $0 + $1.time.timerSeconds } ?? 0
        let movement = hold == nil ? Self.secondsPerRepetition : Self.secondsToMove
        let repetitionCount = repetitions?.timerValue ?? 1
        let setCount = sets?.timerValue ?? 1
        let restSeconds = (rest?.timerSeconds ?? 0) * (repetitionCount * setCount - 1)
        return (held + movement) * repetitionCount * setCount * sideCount + restSeconds
    }

    /// What a repetition without a stated time is taken to last: one slow movement there and back.
    package static let secondsPerRepetition = 10
    /// What moving into a held position and out of it is taken to last.
    package static let secondsToMove = 5
}
