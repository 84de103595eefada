"""The pages in Chromium: nothing blocked by their own policy, nothing wider than a phone, usable by keyboard, accessible by axe's rules."""

import re

import pytest

PAGES = [
    "/",
    "/exercises/",
    "/exercises/cat-camel/",
    "/exercises/seated-spinal-twist/",
    "/exercises/front-hug-adjustment/",
    "/programmes/",
    "/programmes/gentle-start/",
    "/guidance/",
    "/guidance/where-sources-disagree/",
    "/guidance/when-to-stop/",
    "/sources/",
    "/404.html",
    "/offline/",
    "/names/",
    "/search/",
    "/my-programme/",
    "/exercises/position/lying-back/",
    "/exercises/minutes/2/",
]


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


def visit(browser, url, **options):
    context = browser.new_context(**options)
    page = context.new_page()
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("requestfailed", lambda request: page.problems.append(f"failed: {request.url}"))
    page.on("request", lambda request: page.problems.append(f"left the site: {request.url}") if not request.url.startswith(url.split("/", 3)[0] + "//127.0.0.1") else None)
    page.goto(url, wait_until="load")
    return page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_page_loads_quietly_and_fits_its_window(browser, address, path, width):
    page = visit(browser, address + path, viewport={"width": width, "height": 800})
    assert page.problems == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].every(font => font.status !== 'error'))")
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser, address, path, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(browser, address + path, viewport={"width": width, "height": 800}, color_scheme=scheme)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_links_and_buttons_are_large_enough_to_hit(browser, address, path):
    page = visit(browser, address + path, viewport={"width": 360, "height": 800})
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, select, input, summary')]
            .filter(element => element.getClientRects().length && getComputedStyle(element).display !== 'inline')
            .map(element => [element.textContent.trim(), element.getBoundingClientRect()])
            .filter(([_, box]) => (box.height < 24 || box.width < 24) && box.bottom > 0 && box.right > 0)
            .map(([text, box]) => `${text}: ${Math.round(box.width)}x${Math.round(box.height)}`)"""
    )
    assert small == []
    page.context.close()


def test_the_text_is_large_enough_to_read(browser, address):
    page = visit(browser, address + "/exercises/cat-camel/", viewport={"width": 360, "height": 800})
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main li')).fontSize)")
    assert size >= 16
    page.context.close()


def test_the_first_tab_stop_skips_to_the_content(browser, address):
    page = visit(browser, address + "/exercises/cat-camel/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash.length > 1 && document.querySelector(location.hash) !== null")
    page.context.close()


def test_filters_narrow_the_list_and_say_how_many_are_left(browser, address):
    page = visit(browser, address + "/exercises/")
    visible = "[...document.querySelectorAll('main a[href*=\"/exercises/\"]')].filter(a => a.offsetParent !== null && /exercises\\/[a-z-]+\\/$/.test(a.pathname)).length"
    everything = page.evaluate(visible)
    assert everything >= 19
    page.select_option("select[name=level]", "beginner") if page.query_selector("select[name=level]") else page.check("input[value=beginner]")
    fewer = page.evaluate(visible)
    assert 0 < fewer < everything
    assert page.problems == []
    page.context.close()


def test_without_scripts_everything_is_shown(browser, address):
    page = visit(browser, address + "/exercises/", java_script_enabled=False)
    text = page.inner_text("main")
    for title in ("Bridge", "Foam", "Pelvic tilt", "Seated chair twist"):
        assert title in text
    page.context.close()


def test_the_dose_on_the_page_is_the_one_of_the_data(browser, address):
    page = visit(browser, address + "/exercises/bridge/")
    text = page.inner_text("main")
    data = page.evaluate("fetch('/api/v1/exercises/bridge.json').then(r => r.json())")
    assert "about 30 seconds" in text
    assert re.search("about 30 seconds", str(data))
    page.context.close()


def test_a_page_prints_its_steps_without_navigation(browser, address):
    page = visit(browser, address + "/exercises/cat-camel/")
    page.emulate_media(media="print")
    assert not page.is_visible("header nav")
    assert page.is_visible("main ol")
    page.context.close()
