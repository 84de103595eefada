import Exercises
import Testing

@testable import PageRendering

struct MachineReadableProseTests {
    @Test(arguments: [
        ("Hold for [a while](dose:hold), *gently*.", "Hold for about 30 seconds, gently."),
        ("Keep [5](dose:sets) sets.", "Keep 5 sets."),
        ("One\ntwo  \nthree", "One two\nthree"),
        ("First.\n\nSecond.", "First.\n\nSecond."),
        ("## Title\n\nText", "Title\n\nText"),
        ("- **Easier:** less\n- more\n  - deep\n    words", "- Easier: less\n- more\n  - deep words"),
        ("3. a\n\n   b\n4. c", "3. a\n   b\n4. c"),
        ("> quoted\n\n***\n\n    code  here", "quoted\n\ncode  here"),
        ("See [the page](https://example.org/a) or <https://example.org>.", "See the page (https://example.org/a) or https://example.org."),
        ("Call [112](tel:112) or [us](tel:+123), [mail](mailto:a@example.org).", "Call 112 or us (+123), mail (a@example.org)."),
        ("See [bridge](exercise:bridge) in [a book](source:a-source).", "See bridge in a book."),
        ("Turn. ![Turned](figure:turned) Stop. ![A chair](chair.svg)", "Turn. Stop. A chair"),
        ("![Turned](figure:turned)", ""),
        ("a <b>bold</b> `x < y` &amp;", "a bold x < y &"),
        ("![Turned](figure:turned) 👩‍👩‍👧 é\\\n![Turned](figure:turned)", "👩‍👩‍👧 é"),
    ])
    func saysWhatAReaderReads(markdown: String, expected: String) throws {
        let prose = PlainProse(dose: MachineReadableSample().dose, doses: DosePhrasing(MachineReadableSample.phrasebook))
        #expect(prose.text(try MachineReadableSample.blocks(markdown)) == expected)
    }
}
