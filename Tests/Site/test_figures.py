"""Drawn pictures: on pages, in handouts, as files, from the command line, and between builds."""

import hashlib
import json
import re
import shutil
import xml.etree.ElementTree as tree

import pikepdf
import pytest
from conftest import ROOT, run
from test_browser import visit
from test_handouts import tags

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def figures(site):
    return sorted((site / "figures").rglob("*.svg"))


@pytest.fixture(scope="session")
def exercises(site):
    return {path.stem: json.loads(path.read_text()) for path in (site / "api/v1/exercises").glob("*.json")}


def test_every_exercise_that_may_be_handed_out_has_pictures_and_no_other_page_has(site, exercises):
    for slug, exercise in exercises.items():
        drawn = [figure for figure in exercise["figures"] if "width" in figure]
        assert bool(drawn) == exercise["mayBeHandedOut"], slug
        assert (site / "figures" / slug).is_dir() == exercise["mayBeHandedOut"], slug


def test_a_picture_is_sound_small_and_says_what_it_shows(figures):
    for path in figures:
        root = tree.fromstring(path.read_bytes())
        assert root.tag == SVG + "svg", path
        title, description = root.find(SVG + "title"), root.find(SVG + "desc")
        assert title is not None and title.text.strip(), path
        assert description is not None and description.text.strip(), path
        identifiers = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(identifiers) == len(set(identifiers)), path
        for element in root.iter():
            assert element.tag.startswith(SVG), f"{path}: {element.tag}"
            assert element.tag not in (SVG + "script", SVG + "image", SVG + "foreignObject"), path
            assert not any("href" in name or name.startswith("on") for name in element.keys()), path
        assert len(path.read_bytes()) <= (40_000 if path.stem == "motion" else 12_000), f"{path}: {len(path.read_bytes())} bytes"


def test_the_sizes_that_the_data_names_are_those_of_the_files(site, exercises):
    for slug, exercise in exercises.items():
        for figure in exercise["figures"]:
            if "width" not in figure:
                continue
            assert figure["description"].strip(), f"{slug}: {figure}"
            path = site / "figures" / slug / f"{figure['pose']}.svg"
            assert figure["url"].endswith(f"/figures/{slug}/{figure['pose']}.svg")
            box = [float(part) for part in tree.fromstring(path.read_bytes()).get("viewBox").split()]
            assert [round(box[2]), round(box[3])] == [figure["width"], figure["height"]], path


def test_every_picture_on_a_page_has_a_size_and_words_and_a_file(pages, site):
    shown = set()
    for path in pages:
        # What stands in a template is shown when a script has filled it.
        page = re.sub(r"<template.*?</template>", "", path.read_text(encoding="utf-8"), flags=re.S)
        for image in re.findall(r"<img [^>]*>", page):
            attributes = dict(re.findall(r'([a-z]+)="([^"]*)"', image))
            source = attributes["src"]
            if not source.startswith("/figures/"):
                continue
            shown.add(source)
            assert int(attributes["width"]) > 0 and int(attributes["height"]) > 0, f"{path}: {image}"
            assert "alt" in attributes and attributes["decoding"] == "async", f"{path}: {image}"
            assert (site / source.lstrip("/")).is_file(), f"{path}: {source}"
    assert len(shown) > 50


def test_pictures_in_the_text_have_words_and_those_in_lists_have_none(site, exercises):
    for slug, exercise in exercises.items():
        page = (site / "exercises" / slug / "index.html").read_text(encoding="utf-8")
        for cell in re.findall(r'<figure class="picture drawn[^>]*>.*?</figure>', page, re.S):
            assert re.search(r'alt="[^"]+"', cell), f"{slug}: {cell}"
        for card in re.findall(r'<span class="card-picture">.*?</span>', page, re.S):
            assert 'alt=""' in card, f"{slug}: {card}"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_page_with_pictures_fits_its_window(browser, address, exercises, width):
    page = visit(browser, address + "/exercises/", viewport={"width": width, "height": 800})
    for path in ["/exercises/"] + [f"/exercises/{slug}/" for slug in exercises] + ["/programmes/morning-on-the-floor/"]:
        page.goto(address + path, wait_until="load")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.context.close()


def test_pictures_keep_their_shape_and_one_scale(browser, address):
    page = visit(browser, address + "/exercises/seated-spinal-twist/", viewport={"width": 1280, "height": 800})
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    page.evaluate("Promise.all([...document.images].map(image => image.decode()))")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.drawn img:not(.motion-still)')].map(image =>
            [image.width / image.naturalWidth, image.height / image.naturalHeight])"""
    )
    assert len(sizes) > 10
    for across, down in sizes:
        assert across == pytest.approx(0.62, abs=0.01) and down == pytest.approx(across, abs=0.01)
    page.context.close()


def test_a_step_stands_beside_its_picture_on_a_wide_screen_and_above_it_on_a_phone(browser, address):
    places = """() => [...document.querySelectorAll('.has-picture')].map(step =>
        [step.querySelector('.step-text'), step.querySelector('.step-pictures')].map(part => part.getBoundingClientRect().toJSON()))"""
    for width in (360, 1280):
        page = visit(browser, address + "/exercises/cat-camel/", viewport={"width": width, "height": 800})
        steps = page.evaluate(places)
        assert steps
        for text, picture in steps:
            if width == 360:
                assert picture["top"] >= text["bottom"]
            else:
                assert picture["left"] >= text["right"]
        page.context.close()


def test_the_moving_picture_can_be_closed_stands_still_on_request_and_is_not_printed(browser, address):
    page = visit(browser, address + "/exercises/cat-camel/", viewport={"width": 1280, "height": 800})
    moving, still = page.locator(".motion-moving"), page.locator(".motion-still")
    moving.scroll_into_view_if_needed()
    assert moving.is_visible() and not still.is_visible()
    page.click(".motion summary")
    assert not moving.is_visible() and page.inner_text(".motion summary") == "See the movement"
    page.click(".motion summary")
    page.emulate_media(media="print")
    assert not moving.is_visible()
    page.context.close()
    page = visit(browser, address + "/exercises/cat-camel/", viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    still = page.locator(".motion-still")
    still.scroll_into_view_if_needed()
    assert still.is_visible() and not page.locator(".motion-moving").is_visible()
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not any(name.endswith("/motion.svg") for name in loaded)
    page.context.close()


def test_loading_pictures_moves_nothing(browser, address):
    page = visit(browser, address + "/exercises/cat-camel/", viewport={"width": 360, "height": 800})
    # What the fonts move when they arrive is not the pictures' doing.
    page.evaluate("document.fonts.ready")
    page.evaluate("""() => { window.shift = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value }).observe({type: 'layout-shift'}) }""")
    height = page.evaluate("document.body.scrollHeight")
    for top in range(0, height, 400):
        page.evaluate(f"scrollTo(0, {top})")
        page.wait_for_timeout(30)
    assert page.evaluate("window.shift") < 0.01
    page.context.close()


def test_a_handout_shows_the_pictures_of_its_steps_with_their_words(site, exercises):
    for slug, exercise in exercises.items():
        if not exercise["mayBeHandedOut"]:
            continue
        with pikepdf.open(site / "handouts" / f"{slug}-a4.pdf") as pdf:
            described = {words for name, words in tags(pdf.Root.StructTreeRoot.K, []) if name == "/Figure"}
        first = exercise["figures"][0]
        assert first["description"] in described, slug
        assert len(described) >= len({figure["description"] for figure in exercise["figures"] if "width" in figure}) // 2, slug


def test_a_picture_that_is_shown_often_is_in_a_handout_once(limber, tmp_path):
    output = tmp_path / "bridge.pdf"
    assert run(limber, "handout", "bridge", "--root", str(ROOT), "--output", str(output)).returncode == 0
    assert output.stat().st_size < 250_000


def test_limber_figure_draws_the_cover_or_a_pose(limber, tmp_path):
    cover = run(limber, "figure", "bridge", "--root", str(ROOT))
    assert cover.returncode == 0 and tree.fromstring(cover.stdout).tag == SVG + "svg"
    grey = run(limber, "figure", "bridge", "--black-and-white", "--root", str(ROOT))
    assert grey.returncode == 0 and grey.stdout != cover.stdout
    output = tmp_path / "start.svg"
    result = run(limber, "figure", "bridge", "--pose", "start", "--output", str(output), "--root", str(ROOT))
    assert result.returncode == 0 and str(output) in result.stdout
    assert tree.fromstring(output.read_bytes()).tag == SVG + "svg"


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["brigde"], ["there is no exercise `brigde`", "did you mean `bridge`"]),
        (["bridge", "--pose", "lifte"], ["has no pose `lifte`", "its poses are: start", "did you mean `lifted`"]),
        (["front-hug-adjustment"], ["has no drawn pictures"]),
        (["bridge", "--output", "/"], ["is a folder"]),
        (["bridge", "--output", "/no-such-folder/a.svg"], ["does not exist"]),
        (["bridge", "--output", ""], ["--output is empty"]),
        ([], ["slug"]),
    ],
)
def test_limber_figure_says_what_is_wrong(limber, arguments, words):
    result = run(limber, "figure", *arguments, "--root", str(ROOT))
    assert result.returncode == 64 and result.stdout == ""
    for word in words:
        assert word in result.stderr


def digests(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_pictures_of_an_earlier_build_change_no_byte_and_damage_is_mended(limber, library):
    build = (limber, "build", "--root", str(library), "--no-handouts")
    assert run(*build).returncode == 0
    first, kept = digests(library / "_site"), digests(library / ".limber/figures")
    assert kept and first
    assert run(*build).returncode == 0
    assert digests(library / "_site") == first and digests(library / ".limber/figures") == kept
    victims = sorted((library / ".limber/figures").iterdir())
    victims[0].write_text("<svg>")
    victims[1].write_bytes(victims[1].read_bytes().replace(b"<svg", b"<svG", 1))
    victims[2].unlink()
    # Where nothing changed, no picture is asked for.
    shutil.rmtree(library / "_site")
    assert run(*build).returncode == 0
    assert digests(library / "_site") == first and digests(library / ".limber/figures") == kept
    assert run(*build, "--clean").returncode == 0
    assert digests(library / "_site") == first and digests(library / ".limber/figures") == kept


def test_pictures_that_are_no_longer_used_are_removed(limber, library):
    build = (limber, "build", "--root", str(library), "--no-handouts")
    assert run(*build).returncode == 0
    before = digests(library / ".limber")
    exercise = library / "Content/Exercises/bridge.md"
    exercise.write_text(exercise.read_text().replace("title: Bridge\n", "title: The bridge\n"))
    (library / ".limber/figures/mine.txt").write_text("not Limber's")
    assert run(*build).returncode == 0
    after = digests(library / ".limber")
    assert "figures/mine.txt" in after
    changed = set(before) - set(after)
    assert changed and len(after) - 1 == len(before)
    assert len(changed) < len(before) / 4


def test_a_place_where_nothing_can_be_kept_is_no_error(limber, library, tmp_path):
    (library / ".limber").write_text("a file")
    result = run(limber, "build", "--root", str(library), "--output", str(tmp_path / "out"), "--no-handouts")
    assert result.returncode == 0, result.stderr
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (library / ".limber").unlink()
    (library / ".limber").symlink_to(elsewhere)
    result = run(limber, "build", "--root", str(library), "--output", str(tmp_path / "out"), "--no-handouts")
    assert result.returncode == 0, result.stderr
    assert list(elsewhere.iterdir()) == []


def test_the_plan_names_the_pictures(limber):
    result = run(limber, "debug", "plan", "--root", str(ROOT))
    assert "figure\tfigures/cat-camel/rounded.svg" in result.stdout
    assert "figure\tfigures/cat-camel/motion.svg" in result.stdout


def test_every_pose_can_be_drawn_into_a_folder(limber, tmp_path):
    result = run(limber, "debug", "figures", "--root", str(ROOT), "--output", str(tmp_path / "all"))
    assert result.returncode == 0, result.stderr
    names = {path.stem for path in (tmp_path / "all").glob("*.svg")}
    assert {"cat-camel--rounded", "base--all-fours", "base--supine"} <= names
    assert len(result.stdout.splitlines()) == len(names)
