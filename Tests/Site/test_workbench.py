"""The workbench of `limber preview SLUG`: the page beside its sheets of paper, both following every save."""

import json
import re
import urllib.error
import urllib.request

import pytest
from test_preview import Preview, exercise, preview  # noqa: F401 (fixtures)


class Workbench:
    """The workbench in a browser; a string is never evaluated inside the page, whose policy forbids that."""

    def __init__(self, browser, url, **options):
        self.errors = []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if "Policy" in message.text else None)
        self.page.goto(url)
        self.page.wait_for_selector("#sheets-status:not(:empty)", timeout=20000)
        self.settle()

    def settle(self):
        self.page.wait_for_selector("#sheets:not([aria-busy])", state="attached", timeout=20000)

    @property
    def frame(self):
        return self.page.frame_locator("#page-frame")

    def wait_for_title(self, title):
        self.frame.locator(f"h1:has-text('{title}')").wait_for(timeout=20000)

    def sources(self):
        return self.page.eval_on_selector_all("#sheets img", "images => images.map(image => image.getAttribute('src'))")

    def wait_for_other_sheets(self, sources):
        self.page.wait_for_selector(f"#sheets:not(:has(img[src='{sources[0]}'])) img", timeout=20000)
        self.settle()

    def choose(self, value):
        self.page.check(f"input[value='{value}']")
        self.settle()

    def ratio(self):
        """Height to width of the first sheet."""
        return self.page.eval_on_selector("#sheets img", "image => image.naturalHeight / image.naturalWidth")

    def close(self):
        self.context.close()
        assert self.errors == []


def test_it_shows_the_page_and_its_sheets(browser, preview):
    bench = Workbench(browser, preview.url)
    bench.wait_for_title("Cat-camel")
    count = len(bench.sources())
    assert count > 0
    assert bench.page.inner_text("#sheets-status") == f"{count} page{'s' if count != 1 else ''}"
    assert bench.page.locator("#sheets img").first.get_attribute("alt") == f"Page 1 of {count} as it is printed"
    assert bench.page.inner_text("#sheets li >> nth=0") == f"1 of {count}"
    with urllib.request.urlopen(preview.origin + bench.page.get_attribute("#document-link", "href"), timeout=60) as response:
        assert response.read(5) == b"%PDF-"
    bench.close()


def test_it_leads_to_the_quality_sheet_of_its_page(browser, preview):
    bench = Workbench(browser, preview.url)
    bench.wait_for_title("Cat-camel")
    assert bench.page.get_attribute("#quality-link", "href") == "/_limber/quality/exercises/cat-camel/"
    with bench.context.expect_page() as opened:
        bench.page.click("#quality-link")
    sheet = opened.value
    sheet.wait_for_load_state()
    assert sheet.inner_text("h1") == "Cat-camel"
    assert "Machine checks are not a review." in sheet.inner_text(".notice")
    assert sheet.locator("#print-text-size.passes").count() == 1
    assert sheet.locator("a").count() == 0
    # Its own policy lets its style and fonts in.
    assert sheet.evaluate("getComputedStyle(document.querySelector('.items')).listStyleType") == "none"
    assert sheet.evaluate("document.fonts.check('1rem Inter')")
    bench.close()


def test_its_switches_change_the_sheets_and_stay_in_the_address(browser, preview):
    bench = Workbench(browser, preview.url)
    assert bench.ratio() == pytest.approx(297 / 210, abs=0.01)
    a4 = bench.sources()
    bench.choose("letter")
    assert bench.ratio() == pytest.approx(11 / 8.5, abs=0.01)
    bench.choose("black-and-white")
    assert "paper=letter" in bench.page.url and "colours=black-and-white" in bench.page.url
    letter = bench.sources()
    bench.page.reload()
    bench.page.wait_for_selector("#sheets img", timeout=20000)
    assert bench.sources() == letter
    bench.choose("colour")
    bench.choose("a4")
    assert bench.sources() == a4
    assert bench.page.url == preview.url
    bench.choose("large")
    assert len(bench.sources()) >= len(a4)
    bench.close()


def test_its_frame_is_as_wide_as_a_phone_or_a_desktop_computer(browser, preview):
    bench = Workbench(browser, preview.url)
    width = lambda: bench.page.locator("#page-frame").evaluate("frame => frame.contentWindow.innerWidth")
    shown = lambda: bench.page.locator("#page-frame").bounding_box()["width"]
    bench.page.check("input[value=phone]")
    assert width() == 360 and shown() == 360
    bench.page.check("input[value=desktop]")
    assert width() == 1280 and shown() < 700
    assert "frame=desktop" in bench.page.url
    bench.close()


def test_its_sides_can_be_resized_with_the_keyboard(browser, preview):
    bench = Workbench(browser, preview.url)
    before = bench.page.locator("#page-pane").bounding_box()["width"]
    bench.page.focus("#divider")
    bench.page.keyboard.press("PageDown")
    assert bench.page.locator("#page-pane").bounding_box()["width"] > before + 100
    assert bench.page.get_attribute("#divider", "aria-valuenow") == "60" and "split=60" in bench.page.url
    bench.close()


def test_both_sides_follow_a_save_and_keep_their_place(browser, preview, exercise):
    bench = Workbench(browser, preview.url)
    bench.wait_for_title("Cat-camel")
    before = bench.sources()
    scroll = lambda: bench.page.evaluate(
        "() => [document.getElementById('sheets-stage').scrollTop, document.getElementById('page-frame').contentWindow.scrollY]"
    )
    bench.page.evaluate(
        "() => { document.getElementById('sheets-stage').scrollTop = 300;"
        " document.getElementById('page-frame').contentWindow.scrollTo({ top: 250, behavior: 'instant' }); }"
    )
    exercise.write_text(re.sub("(?m)^title: .*", "title: A changed title", exercise.read_text()))
    bench.wait_for_title("A changed title")
    bench.wait_for_other_sheets(before)
    bench.page.wait_for_timeout(300)
    assert scroll() == [300, 250]
    assert bench.page.title().startswith("A changed title")
    bench.close()


def test_what_is_wrong_is_shown_beside_the_last_good_sheets(browser, preview, library, exercise):
    bench = Workbench(browser, preview.url)
    good, before = exercise.read_text(), bench.sources()
    exercise.write_text(good.replace("kind: ", "knid: "))
    bench.page.wait_for_selector("#sheets-problems:has-text('unknown key `knid`')", timeout=20000)
    assert bench.sources() == before
    assert bench.page.inner_text("#sheets-status") == "The last version without errors"
    exercise.write_text(good)
    bench.page.wait_for_selector("#sheets-problems", state="hidden", timeout=20000)

    template = library / "Templates/Handout/handout.typ"
    text = template.read_text()
    template.write_text(text + "\n#no-such-name\n")
    bench.page.wait_for_selector("#sheets-problems:has-text('Templates/Handout/handout.typ:')", timeout=20000)
    bench.settle()
    assert bench.sources() == before
    template.write_text(text)
    bench.page.wait_for_selector("#sheets-problems", state="hidden", timeout=20000)
    bench.settle()
    assert bench.sources() == before
    bench.close()


def test_it_follows_links_and_says_why_a_page_has_no_sheets(browser, preview, library):
    bench = Workbench(browser, preview.url)
    bench.wait_for_title("Cat-camel")
    bench.frame.locator("nav a[href$='/guidance/']").first.click()
    bench.page.wait_for_selector("#sheets-reason:has-text('This page has no handout')", timeout=20000)
    assert bench.sources() == [] and bench.page.url.endswith("?page=/guidance/")
    programme = sorted((library / "Content/Programmes").glob("*.md"))[0].stem
    bench.page.goto(f"{preview.origin}/_limber/workbench/?page=/programmes/{programme}/")
    bench.page.wait_for_selector("#sheets img", timeout=60000)
    bench.close()


def test_it_frames_no_other_site(browser, preview):
    for page in ("https://example.org/", "//example.org/", "/\\example.org/", "javascript:alert(1)", "/_limber/workbench/"):
        bench = Workbench(browser, f"{preview.origin}/_limber/workbench/?page={urllib.request.quote(page, safe='')}")
        assert bench.page.get_attribute("#page-frame", "src") == "/"
        bench.close()


def test_without_an_engine_the_page_is_shown_and_the_sheets_say_why(limber, library, browser, monkeypatch):
    monkeypatch.setenv("LIMBER_PYTHON", "/nonexistent/python3")
    preview = Preview(limber, library, "cat-camel")
    bench = Workbench(browser, preview.url)
    bench.wait_for_title("Cat-camel")
    assert "no Python with Typst" in bench.page.inner_text("#sheets-reason")
    assert not bench.page.locator("#document-link").is_visible()
    bench.close()
    assert preview.stop()[0] == 0


def test_it_takes_only_the_options_that_there_are(preview):
    answer = json.loads(preview.get("/_limber/sheets/exercises/cat-camel/?paper=letter&edition=compact"))
    assert answer["sheets"]
    for query in ("paper=a3", "colour=red", "paper=a4&paper=letter"):
        with pytest.raises(urllib.error.HTTPError) as error:
            preview.get("/_limber/sheets/exercises/cat-camel/?" + query)
        assert error.value.code == 400 and error.value.headers["Content-Type"].startswith("text/plain")
