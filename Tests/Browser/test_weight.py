"""What a first visit costs: bytes over the wire, hosts that are asked, and what keeps a page from being shown."""

import gzip
import re
import urllib.parse

import pytest

KILOBYTE = 1000


def wire_size(path):
    """As a server sends it: text compressed, fonts and pictures of pixels as they are."""
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png", ".jpg", ".webp", ".pdf") else len(gzip.compress(data, 6))


@pytest.fixture(scope="module")
def exercises(site):
    return sorted(path.parent.name for path in (site / "exercises").glob("*/index.html") if (site / "handouts" / f"{path.parent.name}-a4.pdf").exists())


def load(browser, address, site, path, width, height):
    """The files of a first load by their size on the wire, and the hosts that were asked."""
    context = browser.new_context(viewport={"width": width, "height": height}, service_workers="block")
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    below = page.evaluate("[...document.images].filter(image => image.getBoundingClientRect().top > innerHeight).map(image => image.src)")
    context.close()
    hosts = {urllib.parse.urlsplit(url).netloc for url in requests if not url.startswith(("data:", "blob:"))}
    files = {}
    for url in requests:
        name = urllib.parse.unquote(urllib.parse.urlsplit(url).path).lstrip("/")
        file = site / name / "index.html" if name == "" or name.endswith("/") else site / name
        if url not in below and file.is_file():
            files[name] = wire_size(file)
    return files, hosts


def test_no_exercise_page_takes_more_than_60_kilobytes_at_first(browser, address, site, exercises):
    assert len(exercises) == 19
    for slug in exercises:
        files, hosts = load(browser, address, site, f"exercises/{slug}/", 360, 740)
        assert sum(files.values()) <= 60 * KILOBYTE, (slug, files)
        assert hosts == {urllib.parse.urlsplit(address).netloc}, slug


def test_all_scripts_together_stay_small(site):
    # Each compressed for itself, as servers send them. The service worker counts, Pagefind does not.
    sizes = {path.name: wire_size(path) for path in [*(site / "assets").rglob("*.js"), site / "service-worker.js"]}
    assert sum(sizes.values()) < 25 * KILOBYTE, sizes


def test_only_one_style_sheet_keeps_a_page_from_being_shown(pages):
    for path in pages:
        head = path.read_text(encoding="utf-8").split("</head>")[0]
        assert len(re.findall(r'<link rel="stylesheet"', head)) == 1, path
        for script in re.findall(r"<script\b[^>]*>", head):
            # A module waits until the page is there; data is no script; the one without a source runs at once and fetches nothing.
            assert 'type="module"' in script or 'type="application/' in script or script == "<script>", (path, script)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024), (1280, 800)])
def test_slow_fonts_move_nothing(browser, address, width, height):
    context = browser.new_context(viewport={"width": width, "height": height}, service_workers="block")
    page = context.new_page()
    page.add_init_script(
        "self.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) self.shift += entry.value; })"
        ".observe({type: 'layout-shift', buffered: true});"
    )

    def late(route):
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/*.woff2", late)
    for path in ("", "exercises/", "exercises/cat-camel/", "programmes/gentle-start/", "guidance/when-to-stop/"):
        page.goto(f"{address}/{path}", wait_until="networkidle")
        page.wait_for_timeout(200)
        # Web Vitals call up to 0.1 good.
        assert page.evaluate("self.shift") < 0.1, path
    context.close()
