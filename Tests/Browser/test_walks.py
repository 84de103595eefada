"""Whole walks, from finding an exercise to the end of a session: by keyboard alone on a phone and a desk, in light and dark, with and without
motion; without a network; and without scripts.

WALK_PICTURES may name a folder, into which each stage of each walk is drawn, to be looked at.
"""

import os
import pathlib

import pytest
from conftest import ROOT, run, serve, until

PHONE, DESK = (360, 740), (1280, 800)
FOCUSED = """([selector, text]) => {
  const element = document.activeElement;
  return element.matches(selector) && (element.textContent + element.ariaLabel).includes(text);
}"""
# Of the element, of the box around it that it fills, or of the label that it stands in.
IS_FOCUS_SEEN = """() => {
  const element = document.activeElement;
  const styles = [getComputedStyle(element), getComputedStyle(element, "::after"), element.closest("label") && getComputedStyle(element.closest("label"))];
  return styles.some((style) => style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
}"""


class Walker:
    """A reader with a keyboard and nothing else."""

    def __init__(self, context, name):
        self.context, self.name = context, name
        self.page = context.new_page()
        self.problems = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda message: self.problems.append(message.text) if message.type == "error" else None)

    def reach(self, selector, text=""):
        """Goes on by the tab key until it has the focus, where a reader must see it."""
        for _ in range(250):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED, [selector, text]):
                assert self.page.evaluate(IS_FOCUS_SEEN), f"the focus on {selector} {text} cannot be seen"
                return
        raise AssertionError(f"the tab key does not reach {selector} {text}")

    def press(self, selector, text="", key="Enter"):
        self.reach(selector, text)
        self.page.keyboard.press(key)

    def write(self, selector, text):
        self.reach(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")

    def look(self, stage):
        """Nothing may stand out of the window; draws the stage where pictures are asked for."""
        width = self.page.viewport_size["width"]
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, stage
        if folder := os.environ.get("WALK_PICTURES"):
            self.page.screenshot(path=pathlib.Path(folder) / f"{self.name}-{stage}.png")

    def titles(self):
        self.page.locator(".mine-entry").first.wait_for()
        return self.page.locator(".mine-entry h3").all_text_contents()


@pytest.fixture
def walk(browser):
    contexts = []

    def start(name, size, **options):
        options.setdefault("service_workers", "block")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, permissions=["clipboard-read", "clipboard-write"], **options
        )
        contexts.append(context)
        return Walker(context, name)

    yield start
    for context in contexts:
        context.close()


def find_by_filter(walker, address):
    """To an exercise for a chair, off the floor."""
    walker.page.goto(address + "/exercises/", wait_until="networkidle")
    if not walker.page.evaluate("document.querySelector('.facets').open"):
        walker.press(".facets summary")
    walker.press("input[name=equipment][value=chair]", key="Space")
    until(walker.page, "document.querySelector('[data-found] [role=status]').textContent.startsWith('Showing')")
    assert "equipment=chair" in walker.page.url
    walker.look("filters")
    walker.press(".card h3 a")
    walker.page.wait_for_url("**/exercises/*/")
    return walker.page.locator("h1").inner_text()


def find_by_search(walker, address):
    walker.page.goto(address + "/search/", wait_until="networkidle")
    walker.reach("input[name=q]")
    walker.page.keyboard.type("cat cow")
    walker.page.locator(".result").first.wait_for()
    walker.look("search")
    walker.press(".result h3 a")
    walker.page.wait_for_url("**/exercises/cat-camel/")


def add(walker):
    walker.press("button", "Add to my programme")
    walker.page.get_by_text("It is in your programme now.").wait_for()
    walker.look("exercise")


def session(walker):
    """From the button to the end, its time running fast; then the focus is back on the button."""
    page = walker.page
    page.clock.install(time=0)
    page.reload(wait_until="networkidle")
    walker.press("button", "uided session")
    page.locator("dialog .session-page").wait_for()
    walker.look("session-before")
    assert page.evaluate("document.activeElement.textContent") == "Start"
    page.clock.pause_at(1_000_000)
    page.keyboard.press("Enter")
    for stage in ("ready", "move", "hold"):
        assert page.locator("dialog .session-stage").get_attribute("data-kind") == stage
        walker.look(f"session-{stage}")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert page.locator("dialog .session-main").inner_text() == "Go on"
    page.keyboard.press("Space")
    for _ in range(100):
        page.clock.run_for(20_000)
        if page.locator("dialog .session-title").inner_text() == "Done":
            break
    assert page.locator("dialog .session-stop-rules").is_visible(), "the session does not end"
    walker.look("session-done")
    page.keyboard.press("Enter")
    page.locator("dialog").wait_for(state="detached")
    assert "uided session" in page.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_reader_with_a_keyboard_finds_chooses_changes_shares_and_does(walk, address, limber, tmp_path, size, scheme, motion):
    walker = walk(f"{size[0]}-{scheme}-{motion}", size, color_scheme=scheme, reduced_motion=motion)
    page = walker.page
    first = find_by_filter(walker, address)
    add(walker)
    find_by_search(walker, address)
    add(walker)
    walker.press("a", "Open my programme")
    page.wait_for_url("**/my-programme/")
    assert walker.titles() == [first, "Cat-camel"]
    walker.press("[data-part=down]")
    until(page, "document.querySelector('.mine-entry h3').textContent === 'Cat-camel'")
    page.evaluate("document.activeElement.blur(); document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()")
    walker.write("#name", "My mornings")
    walker.press(".mine-edit > summary")
    walker.write("[data-part=stated] input", "7")
    page.get_by_text("Changed by you.").first.wait_for()
    walker.write("textarea[data-part=note]", "Slowly, on the rug.")
    walker.look("mine")
    page.keyboard.press("Shift+Tab")
    with page.expect_download() as download:
        walker.press("[data-part=save]")
    page.evaluate("document.querySelector('#take').tabIndex = -1; document.querySelector('#take').focus()")
    walker.press("[data-part=copy]")
    page.get_by_text("The link is copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")

    other = walk(f"{walker.name}-other", size, color_scheme=scheme, reduced_motion=motion)
    other.page.goto(link, wait_until="networkidle")
    other.page.locator(".mine-offer").wait_for()
    other.look("offer")
    assert "Slowly, on the rug." in other.page.locator(".mine-offer").inner_text()
    other.press("[data-part=keep]")
    assert other.titles() == ["Cat-camel", first]
    assert "Changed by the person who shared it." in other.page.locator(".mine-entry").first.inner_text()

    session(walker)
    assert walker.problems == [] and other.problems == []
    if (size, scheme, motion) == (PHONE, "dark", "reduce"):
        file = tmp_path / "mine.yaml"
        download.value.save_as(file)
        result = run(limber, "handout", "--selection", str(file), "--output", str(tmp_path / "mine.pdf"), "--root", str(ROOT))
        assert result.returncode == 0, result.stderr
        assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_reader_without_a_network_goes_on_where_they_were(walk, site, size):
    server = serve(site)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    walker = walk(f"{size[0]}-offline", size, service_workers="allow")
    page = walker.page
    for path in ("/", "/exercises/", "/exercises/cat-camel/", "/search/?q=cat"):
        page.goto(address + path, wait_until="networkidle")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    for path in ("/exercises/", "/exercises/cat-camel/", "/api/v1/exercises/cat-camel.json", "/api/v1/exercises.json"):
        until(page, "url => caches.match(url).then(Boolean)", address + path)
    server.shutdown()
    server.server_close()
    page.goto(address + "/exercises/")
    page.locator("[data-found] [role=status]").wait_for()
    page.goto(address + "/search/?q=camel")
    page.locator(".result").first.wait_for()
    walker.press(".result h3 a", "Cat-camel")
    page.wait_for_url("**/exercises/cat-camel/")
    add(walker)
    walker.press("a", "Open my programme")
    page.wait_for_url("**/my-programme/")
    assert walker.titles() == ["Cat-camel"]
    walker.look("mine")
    page.get_by_role("button", name="guided session").click()
    page.get_by_role("button", name="Start", exact=True).click()
    until(page, "(image => image.naturalWidth > 0)(document.querySelector('dialog .session-picture img'))")
    walker.look("session")


@pytest.mark.parametrize("path", ["", "exercises/", "exercises/cat-camel/", "programmes/", "programmes/desk-break/", "guidance/when-to-stop/", "my-programme/", "search/", "names/"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_without_scripts_everything_can_be_read_and_no_button_is_dead(walk, address, size, path):
    walker = walk(f"{size[0]}-no-scripts-{path.replace('/', '-')}", size, java_script_enabled=False)
    walker.page.goto(f"{address}/{path}")
    assert len(walker.page.locator("main").inner_text()) > 200
    assert walker.page.locator("button[type=button]:visible").count() == 0
    if path == "exercises/cat-camel/":
        assert walker.page.locator(".steps li:visible, main ol li:visible").count() >= 4
    walker.look("page")
