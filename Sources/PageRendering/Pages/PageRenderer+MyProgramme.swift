import Exercises

extension PageRenderer {
    /// The page of the reader's own programme.
    package func myProgramme(jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: phrases[.myProgrammeTitle], description: phrases[.myProgrammeDescription], path: .myProgramme, section: .myProgramme)
        let content = MyProgrammePage(
            exercisesURL: address.link(to: .exercises), programmesURL: address.link(to: .programmes),
            programmes: library.programmes.map(card), safety: safety(stopIf: library.safety.stopRules),
            readySeconds: "\(Programme.usualReadySeconds)", transitionSeconds: "\(Programme.usualTransitionSeconds)")
        return page(.myProgramme, head, content, jsonLD: jsonLD)
    }
}
