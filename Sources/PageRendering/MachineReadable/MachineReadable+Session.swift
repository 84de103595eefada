import Exercises

extension MachineReadable {
    /// What a guided session shows of an exercise, beside its dose; nothing for what may not be handed out.
    func write(sessionOf texts: ExerciseTexts, to json: inout JSONWriter) {
        let exercise = texts.exercise
        guard exercise.mayBeHandedOut else { return }
        json.object("session") { json in
            json.member("seconds", exercise.dose?.sessionSeconds)
            json.member("getReady", nonEmpty: texts.getReadyForSession)
            if let start = texts.startPose { json.object("start") { write(figure: start, texts, to: &$0) } }
            json.objects("holds", exercise.heldPoses(in: texts.stepContents)) { json, held in
                json.member("phase", held.phase)
                json.member("side", held.side?.rawValue)
                json.strings("cues", held.cues.lazy.map { texts.steps[$0] })
                json.strings("reminders", held.reminders.lazy.map { texts.steps[$0] })
                json.member("wayOut", held.wayOut.map { texts.steps[$0] })
                if let pose = held.pose { json.object("figure") { write(figure: pose, texts, to: &$0) } }
            }
            json.strings("steps", texts.stepsWithoutFigures)
            json.strings("stop", library.safety.stopRules + exercise.stopIf)
        }
    }
}
