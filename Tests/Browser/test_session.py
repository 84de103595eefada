"""The guided session: its clock, its pictures and its words, and a reader who goes through it."""

import json
import re

import pytest
from conftest import ROOT, serve, until

PHONE = {"width": 360, "height": 640}


@pytest.fixture(scope="session")
def scripts():
    """The address of the scripts as they are written, for tests of a module by itself."""
    server = serve(ROOT / "Templates/Assets/Scripts")
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="session")
def taught(site):
    """The data of every exercise that has a session."""
    files = sorted((site / "api/v1/exercises").glob("*.json"))
    return [data for data in map(lambda file: json.loads(file.read_text()), files) if data["mayBeHandedOut"]]


@pytest.fixture(scope="session")
def programmes(site):
    return json.loads((site / "api/v1/programmes.json").read_text())["programmes"]


@pytest.fixture
def open_page(browser):
    contexts = []

    def visit(url, **options):
        context = browser.new_context(**{"viewport": PHONE, "service_workers": "block", **options})
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.goto(url)
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def module(open_page, scripts):
    """Runs an expression in which `modules` holds what the named modules export."""
    page = open_page(scripts + "/elements.js")

    def run(paths, expression, argument=None):
        return page.evaluate(
            """async ([paths, expression, argument]) => {
                const modules = Object.assign({}, ...(await Promise.all(paths.map((path) => import(path)))));
                return new Function("modules", "argument", `return ${expression}`)(modules, argument);
            }""",
            [paths, expression, argument],
        )

    return run


@pytest.fixture
def session(open_page, address):
    """A page with its session open on the first screen, its time standing still until a test moves it."""

    def start(path="/exercises/seated-chair-twist/", begin=True, clock=True, before=None, routes={}, **options):
        page = open_page(address + "/404.html", **options)
        if clock:
            page.clock.install(time=0)
        for pattern, answer in routes.items():
            page.route(pattern, answer)
        if before:
            page.add_init_script(before)
        page.goto(address + path)
        page.click("text=Start the guided session")
        page.wait_for_selector("dialog .session-page")
        if begin:
            if clock:
                page.clock.pause_at(1_000_000)
            page.click("dialog button:has-text('Start')")
        return page

    return start


def shown(page, name):
    return page.inner_text(f"dialog .session-{name}")


# MARK: Time


def test_a_dose_takes_as_long_as_the_library_says(module, taught):
    for exercise in taught:
        seconds = module(["/dose/timeline.js"], "modules.sessionSeconds(argument)", exercise["dose"])
        assert seconds == exercise["session"]["seconds"], exercise["slug"]


def test_a_programme_takes_as_long_as_the_library_says(module, programmes, taught):
    sessions = {exercise["slug"]: exercise["session"] for exercise in taught}
    for programme in programmes:
        entries = [{"dose": entry["dose"], "session": sessions[entry["slug"]]} for entry in programme["exercises"]]
        seconds = module(
            ["/session/plan.js", "/dose/timeline.js"],
            "modules.secondsOf(modules.planOf(argument.entries, argument))",
            {"entries": entries, "readySeconds": programme["readySeconds"], "transitionSeconds": programme["transitionSeconds"]},
        )
        assert max(1, int(seconds / 60 + 0.5)) == programme["minutes"], programme["slug"]


def turns(module, dose, first="left"):
    segments = module(["/dose/timeline.js"], "modules.segmentsOf(argument.dose, argument)", {"dose": dose, "first": first})
    return [(s["kind"], s.get("side"), s.get("repetition"), s.get("set")) for s in segments if s["kind"] not in ("move", "rest")]


HOLD = [{"time": {"text": "10 seconds", "seconds": 10}}]


def test_both_sides_come_one_after_the_other(module):
    dose = {"hold": HOLD, "repetitions": {"count": 2}, "sides": "both", "firstSide": "right"}
    assert [(side, number) for _, side, number, _ in turns(module, dose)] == [("right", 1), ("right", 2), ("left", 1), ("left", 2)]


def test_alternating_sides_change_at_each_repetition(module):
    dose = {"hold": HOLD, "repetitions": {"count": 2}, "sides": "alternate", "firstSide": "left"}
    assert [side for _, side, _, _ in turns(module, dose)] == ["left", "right", "left", "right"]


@pytest.mark.parametrize("first", ["left", "right"])
def test_either_side_is_the_readers_choice(module, first):
    dose = {"hold": HOLD, "sides": "both", "firstSide": "either"}
    assert turns(module, dose, first)[0][1] == first
    assert turns(module, {**dose, "firstSide": "right"}, first)[0][1] == "right"


def test_a_rest_stands_between_any_two_repetitions(module):
    dose = {"hold": HOLD, "repetitions": {"count": 2}, "sets": {"count": 2}, "rest": {"text": "5 seconds", "seconds": 5}, "sides": "none"}
    segments = module(["/dose/timeline.js"], "modules.segmentsOf(argument)", dose)
    assert [s["kind"] for s in segments] == ["move", "hold"] + ["rest", "move", "hold"] * 3


CLOCK = """
(() => {
  const { start, settle, pause, resume, skip, back, extend, view } = modules;
  const seconds = (...numbers) => numbers.map((number) => ({ kind: "hold", seconds: number }));
  %s
})()
"""


def clock(module, body):
    return module(["/session/engine.js"], (CLOCK % body).strip())


def test_the_clock_is_exact_after_ten_minutes_without_a_tick(module):
    """A background tab may be woken once a minute, or not at all."""
    for ticks in ("[]", "[59999, 120003, 431077]", "Array.from({ length: 6000 }, (_, i) => i * 100 + 37)"):
        left = clock(
            module,
            """
            let state = start(seconds(...Array(120).fill(5), 30), 1234.5);
            for (const tick of %s) state = settle(state, 1234.5 + tick);
            const seen = view(state, 1234.5 + 600000 + 12300);
            return [seen.index, seen.left, seen.totalLeft];
            """
            % ticks,
        )
        assert left[0] == 120
        assert left[1:] == pytest.approx([17700, 17700], abs=1)


def test_what_is_paused_does_not_pass(module):
    assert clock(
        module,
        "let s = pause(start(seconds(10, 10), 0), 4000); s = settle(s, 90000); const held = view(s, 90000).left;"
        "return [held, view(resume(s, 90000), 91000).left];",
    ) == [6000, 5000]


def test_back_begins_again_and_then_goes_back(module):
    assert clock(
        module,
        "let s = settle(start(seconds(10, 10), 0), 15000); s = back(s, 15000); const again = [s.index, view(s, 15000).left];"
        "s = back(s, 15500); return [...again, s.index, view(s, 15500).left];",
    ) == [1, 10000, 0, 10000]


def test_more_time_makes_this_part_longer(module):
    assert clock(module, "const s = extend(start(seconds(10, 10), 0), 10, 9000); return [view(s, 9000).left, view(s, 19000).index];") == [11000, 0]


def test_what_has_no_time_waits_for_the_reader(module):
    assert clock(
        module,
        "let s = start([{ kind: 'repeat', seconds: 10, waits: true }, ...seconds(5)], 0); s = settle(s, 3600000);"
        "const waiting = s.index; s = skip(s, 3600000); return [waiting, s.index, view(s, 3604000).left];",
    ) == [0, 1, 1000]


def test_the_end_is_an_end(module):
    assert clock(module, "const s = settle(start(seconds(1, 1), 0), 99000); return [view(s, 99000).isDone, view(s, 99000).totalLeft, view(skip(s, 99000), 99000).isDone];") == [True, 0, True]


@pytest.mark.parametrize("length, expected", [(10, ["halfway", "count", "count", "count"]), (9, ["count", "count", "count"])])
def test_halfway_is_said_in_holds_of_ten_seconds_or_more(module, length, expected):
    signals = module(
        ["/session/engine.js", "/session/signals.js"],
        "(() => { const clock = modules.start([{ kind: 'hold', seconds: argument }], 0); const found = [];"
        "for (let now = 0; now < argument * 1000 - 500; now += 250)"
        " found.push(...modules.signalsBetween(modules.view(clock, now), modules.view(clock, now + 250))); return found; })()",
        length,
    )
    assert signals == expected


# MARK: Pictures and words


def sides_named(text):
    return set(re.findall(r"\b(left|right)\b", text))


def test_every_hold_shows_a_picture_of_its_own_side(taught):
    for exercise in taught:
        dose, holds = exercise["dose"], exercise["session"]["holds"]
        phases = [phase.get("phase") for phase in dose.get("hold", [{}])]
        sides = [None] if dose["sides"] == "none" else ["left", "right"]
        assert {(held.get("phase"), held.get("side")) for held in holds} == {(phase, side) for phase in phases for side in sides}, exercise["slug"]
        for held in holds:
            assert held["figure"]["url"] and held["figure"]["width"] and held["cues"], exercise["slug"]
            if held.get("side"):
                other = {"left": "right", "right": "left"}[held["side"]]
                assert held["side"] in held["figure"]["pose"].split("-") and other not in held["figure"]["pose"].split("-")
                assert sides_named(" ".join(held["cues"])) >= {held["side"]}, exercise["slug"]


def test_the_first_hold_of_the_steps_is_on_the_first_side(taught):
    for exercise in taught:
        first = exercise["dose"].get("firstSide")
        if exercise["dose"]["sides"] != "none" and first != "either":
            assert exercise["session"]["holds"][0]["side"] == first, exercise["slug"]


def test_what_is_only_explained_has_no_session(site):
    for slug in ("front-hug-adjustment", "rear-lift-adjustment", "professional-manipulation"):
        assert "session" not in json.loads((site / f"api/v1/exercises/{slug}.json").read_text())
        assert "data-feature=\"session\"" not in (site / f"exercises/{slug}/index.html").read_text()


def test_the_stop_rules_are_those_of_the_page(site, taught):
    rules = json.loads((site / "api/v1/exercises.json").read_text())["safety"]["stopRules"]
    for exercise in taught:
        assert exercise["session"]["stop"] == rules + exercise["stopIf"]


# MARK: A reader


def test_a_session_runs_from_getting_ready_to_the_end(session):
    page = session()
    assert shown(page, "kind") == "Get ready" and shown(page, "timer") == "10"
    page.clock.run_for(10_000)
    assert shown(page, "kind") == "Move slowly" and shown(page, "side") == "Right side"
    assert "to the right" in shown(page, "sentence")
    page.clock.run_for(5_000)
    assert shown(page, "kind") == "Hold" and shown(page, "timer") == "5"
    assert "about 5 seconds" in shown(page, "sentence") and "a few seconds" in shown(page, "note")
    assert "turned-right" in page.get_attribute("dialog img", "src")
    page.clock.run_for(5_000)
    assert shown(page, "kind") == "Switch sides" and shown(page, "side") == "Left side"
    assert "turned-left" in page.get_attribute("dialog img", "src")
    page.clock.run_for(10_000)
    assert shown(page, "title") == "Done"
    assert "Turn slowly back to the center." in shown(page, "lead")
    assert "Stop" in page.inner_text("dialog .session-stop-rules")
    page.click("dialog button:has-text('Close')")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Start the guided session"
    assert page.problems == []


def test_the_time_on_screen_is_right_after_a_tab_has_slept(session):
    page = session("/exercises/foam-roller/")
    page.clock.run_for(10_000)
    assert shown(page, "timer") == "10:00"
    # The clock jumps without a single tick in between, as in a tab in the background.
    page.clock.fast_forward(599_600)
    assert shown(page, "timer") == "1"
    page.clock.run_for(400)
    assert shown(page, "title") == "Done"


def test_the_keyboard_does_it_all(session):
    page = session(begin=False)
    page.keyboard.press("Enter")
    assert shown(page, "kind") == "Get ready"
    page.keyboard.press("Space")
    assert page.inner_text("dialog .session-main") == "Go on"
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert shown(page, "kind") == "Move slowly"
    page.keyboard.press("ArrowLeft")
    assert shown(page, "kind") == "Get ready"
    page.keyboard.press("Escape")
    assert shown(page, "title") == "End the session?"
    page.keyboard.press("Escape")
    assert shown(page, "kind") == "Get ready"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog", state="detached")


def test_stop_ends_it_and_shows_the_rules(session):
    page = session("/programmes/desk-break/")
    page.clock.run_for(12_000)
    page.click("dialog button:has-text('Stop if it hurts')")
    assert shown(page, "title") == "Stopped"
    assert page.locator("dialog .session-stop-rules li").count() >= 3
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog", state="detached")


def test_a_programme_says_what_comes_next(session, programmes):
    page = session("/programmes/desk-break/")
    titles = [entry["title"] for entry in next(p for p in programmes if p["slug"] == "desk-break")["exercises"]]
    assert shown(page, "place") == "Exercise 1 of 3"
    page.clock.run_for(5_000 + 20_000)
    assert shown(page, "kind") == f"Next: {titles[1]}" and shown(page, "title") == titles[1]
    assert "close to the edge of the chair" in shown(page, "sentence")
    page.click("dialog button:has-text('+10 s')")
    assert shown(page, "timer") == "20"


def test_the_reader_chooses_the_side_where_either_may_come_first(session):
    page = session("/exercises/lower-trunk-rotation/", begin=False)
    assert page.is_checked("dialog input[value=left]")
    page.check("dialog input[value=right]")
    page.click("dialog button:has-text('Start')")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown(page, "side") == "Right side" and "right-down" in page.get_attribute("dialog img", "src")


def test_repetitions_without_a_time_wait_for_a_tap(session):
    def answer(route):
        data = route.fetch().json()
        data["dose"] = {"text": "Repeat 3 times.", "repetitions": {"text": "3", "hedge": "exactly", "min": 3, "max": 3, "count": 3}, "sides": "none"}
        route.fulfill(json=data)

    page = session(routes={"**/api/v1/exercises/bridge.json": answer}, path="/exercises/bridge/")
    page.keyboard.press("ArrowRight")
    for number in (1, 2, 3):
        assert shown(page, "timer") == f"{number} / 3"
        assert number == 1 or f"Repetition {number} of 3" in page.inner_text("dialog [role=status]")
        page.clock.run_for(60_000)
        page.click("dialog button:has-text('Done')")
    assert shown(page, "title") == "Done"


def test_each_part_is_announced_once_and_no_second_is(session):
    page = session("/exercises/bridge/")
    page.evaluate(
        "() => { window.said = []; const status = document.querySelector('dialog [role=status]');"
        "new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true }); }"
    )
    page.clock.run_for(10_000)
    page.clock.run_for(5_000)
    page.clock.run_for(29_000)
    said = page.evaluate("window.said")
    assert [text.split(".")[0] for text in said] == ["Move slowly", "Hold", "Halfway"]


def test_choices_are_kept_on_the_device(session):
    page = session(begin=False)
    page.uncheck("dialog label:has-text('Beep') input")
    page.select_option("dialog select", "20")
    page.keyboard.press("Escape")
    page.reload()
    page.click("text=Start the guided session")
    page.wait_for_selector("dialog .session-page")
    assert not page.is_checked("dialog label:has-text('Beep') input")
    assert page.input_value("dialog select") == "20"


SPEECH = """
window.spoken = [];
const voices = [{ name: "a", lang: "en-US", localService: %s }];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices, speak: (words) => window.spoken.push(words.text), cancel() {}, addEventListener() {}, removeEventListener() {} } });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def test_only_a_voice_of_the_device_speaks(session):
    page = session(before=SPEECH % "true")
    page.clock.run_for(10_000)
    assert any("Right side" in text for text in page.evaluate("window.spoken"))
    page = session(before=SPEECH % "false")
    page.clock.run_for(10_000)
    assert page.evaluate("window.spoken") == []


WAKE = """
window.locks = [];
Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => {
  const lock = { kind, released: false, release() { this.released = true; } }; window.locks.push(lock); return lock; } } });
"""


def test_the_screen_stays_on_and_again_after_the_page_was_hidden(session):
    page = session(before=WAKE)
    assert page.evaluate("window.locks.length") == 1
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("window.locks.length") == 2
    page.keyboard.press("Escape")
    page.click("dialog button:has-text('End it')")
    # A dialog says that it is closed a moment after it is.
    until(page, "window.locks[1].released")


def test_once_open_it_needs_no_network(session):
    page = session("/programmes/desk-break/", begin=False)
    page.context.set_offline(True)
    page.clock.pause_at(1_000_000)
    page.click("dialog button:has-text('Start')")
    for _ in range(4):
        page.clock.run_for(10_000)
        assert page.evaluate("[...document.querySelectorAll('dialog img')].every((image) => image.hidden || image.naturalWidth > 0 || !image.offsetParent)")
    assert page.problems == []


def test_zoomed_in_four_times_the_time_comes_first_and_all_is_in_reach(session):
    page = session(viewport={"width": 320, "height": 256})
    box = page.query_selector("dialog .session-timer").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 256
    page.click("dialog button:has-text('Stop if it hurts')")
    assert shown(page, "title") == "Stopped"
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 320


@pytest.mark.parametrize("size", [(360, 640), (640, 360), (1280, 800), (320, 568)])
def test_controls_are_in_sight_and_the_timer_is_large(session, size):
    page = session("/programmes/morning-on-the-floor/", viewport={"width": size[0], "height": size[1]})
    for _ in range(6):
        for control in page.query_selector_all("dialog .session-controls button"):
            box = control.bounding_box()
            assert box["y"] + box["height"] <= size[1] and box["x"] + box["width"] <= size[0]
            assert box["height"] >= 44
        font = page.evaluate("parseFloat(getComputedStyle(document.querySelector('dialog .session-timer')).fontSize)")
        assert font >= 0.2 * min(size)
        assert page.evaluate("document.querySelector('dialog').scrollWidth") <= size[0]
        page.keyboard.press("ArrowRight")


def test_without_motion_nothing_moves(session):
    page = session(reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('dialog, dialog *')].flatMap((element) => [getComputedStyle(element), getComputedStyle(element, '::after')])"
        ".filter((style) => parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none').length"
    )
    assert moving == 0
    page.clock.run_for(10_000)
    assert shown(page, "kind") == "Move slowly"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(session, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page = session("/programmes/gentle-start/", begin=False, clock=False, color_scheme=scheme, viewport={"width": width, "height": 640})
    screens = [
        lambda: None,
        lambda: page.click("dialog button:has-text('Start')"),
        lambda: page.keyboard.press("ArrowRight"),
        lambda: page.keyboard.press("ArrowRight"),
        lambda: page.click("dialog button:has-text('Settings')"),
        lambda: page.keyboard.press("Escape"),
        lambda: page.click("dialog button:has-text('Steps')"),
        lambda: page.keyboard.press("Escape"),
        lambda: page.keyboard.press("Escape"),
        lambda: page.keyboard.press("Escape"),
        lambda: page.click("dialog button:has-text('Stop if it hurts')"),
    ]
    for go in screens:
        go()
        results = Axe().run(page, context="dialog")
        assert results.violations_count == 0, results.generate_report()
