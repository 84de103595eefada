"""Sites whose `site.yaml` chooses how they look: what was chosen is seen, can be read, and fits."""

import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, serve

# Hard to read on light pages, and on dark ones; large, square and in a font of the device.
LOUD = """theme:
  accent: "#f0c000"
  secondary: "#b0187a"
  secondaryOnDark: "#c03090"
  textSize: 20
  scale: large
  spacing: roomy
  corners: square
  font: serif
"""
QUIET = """theme:
  accent: "#1d4ed8"
  accentOnDark: "#93b4ff"
  textSize: 16
  scale: small
  spacing: compact
  corners: round
  font: system
"""
PAGES = ["", "exercises/", "exercises/cat-camel/", "programmes/gentle-start/", "my-programme/"]


@pytest.fixture(scope="module")
def themed(limber, tmp_path_factory):
    """The addresses of the example library in each look, and what the build said."""
    servers, sites = [], {}
    for name, theme in (("loud", LOUD), ("quiet", QUIET)):
        root = tmp_path_factory.mktemp(name)
        for folder in ("Content", "Templates"):
            shutil.copytree(ROOT / folder, root / folder)
        settings = root / "Content/site.yaml"
        text = settings.read_text()
        line = next(line for line in text.splitlines() if line.startswith("theme:"))
        settings.write_text(text.replace(line + "\n", theme))
        result = subprocess.run([limber, "build", "--root", root, "--no-handouts", "--no-search"], capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        servers.append(serve(root / "_site"))
        sites[name] = (f"http://127.0.0.1:{servers[-1].server_address[1]}", result.stderr)
    yield sites
    for server in servers:
        server.shutdown()


def visit(browser, url, width, scheme="light"):
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, service_workers="block")
    page = context.new_page()
    page.loaded = []
    page.on("request", lambda request: page.loaded.append(request.url))
    page.goto(url, wait_until="networkidle")
    return page


def style(page, selector, name):
    return page.evaluate("([selector, name]) => getComputedStyle(document.querySelector(selector))[name]", [selector, name])


def test_a_build_warns_of_colours_that_are_hard_to_read(themed):
    _, said = themed["loud"]
    assert "`#f0c000` is hard to read on light pages" in said and "the contrast is 1.4 to 1, and text needs 4.5 to 1" in said
    assert "`#c03090` is hard to read on dark pages" in said and "#b0187a" not in said
    assert "low-contrast" not in themed["quiet"][1]


def test_what_was_chosen_is_seen(browser, themed):
    seen = {}
    for name, (address, _) in themed.items():
        page = visit(browser, address + "/exercises/", 1280)
        seen[name] = {
            "size": style(page, "html", "fontSize"),
            "corner": style(page, ".card", "borderTopLeftRadius"),
            "font": style(page, "body", "fontFamily").split(",")[0],
            "heading": float(style(page, "h1", "fontSize")[:-2]) / float(style(page, "html", "fontSize")[:-2]),
            "room": float(style(page, ".card", "paddingTop")[:-2]) / float(style(page, "html", "fontSize")[:-2]),
        }
        # A font that is not used is not fetched.
        assert not [url for url in page.loaded if url.endswith(".woff2")], name
        page.context.close()
    loud, quiet = seen["loud"], seen["quiet"]
    assert (loud["size"], loud["corner"], loud["font"]) == ("20px", "0px", '"Iowan Old Style"')
    assert (quiet["size"], quiet["corner"], quiet["font"]) == ("16px", "20px", "system-ui")
    assert loud["heading"] > 1.2 * quiet["heading"] and loud["room"] > 1.5 * quiet["room"]


def test_text_of_another_size_follows_the_readers_own(browser, themed):
    page = visit(browser, themed["loud"][0] + "/", 1280)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.reload()
    assert style(page, "html", "fontSize") == "40px"
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", ["loud", "quiet"])
def test_axe_finds_nothing_and_every_page_fits(browser, themed, name, width, scheme):
    for path in PAGES:
        page = visit(browser, f"{themed[name][0]}/{path}", width, scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, (path, results.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.context.close()
