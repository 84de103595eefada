extension Dose {
    /// About how many seconds one session of this dose takes, from the numbers that timers use; without a hold or a duration a repetition
    /// counts `secondsPerRepetition`. Between any two repetitions there is a rest, on the same side or not. An estimate of Limber's, no source's figure.
    package var sessionSeconds: Int {
        if let duration { return duration.timerSeconds }
        let sideCount = sides == .none ? 1 : 2
        let held = hold?.phases.reduce(0) { $0 + $1.time.timerSeconds } ?? 0
        let movement = hold.map { $0.phases.count * Self.secondsToMove } ?? Self.secondsPerRepetition
        let times = (repetitions?.timerValue ?? 1) * (sets?.timerValue ?? 1) * sideCount
        return (held + movement) * times + (rest?.timerSeconds ?? 0) * (times - 1)
    }

    /// What a repetition without a stated time is taken to last: one slow movement there and back.
    package static let secondsPerRepetition = 10
    /// What moving into a held position and out of it is taken to last.
    package static let secondsToMove = 5
}
