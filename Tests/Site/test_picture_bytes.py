"""What holds for every drawn picture of the library and the base poses, whatever it shows: sizes, identifiers, and the same bytes each time."""

import re
import statistics
import xml.etree.ElementTree as tree

import pytest
from conftest import ROOT, run

SVG = "{http://www.w3.org/2000/svg}"
DEBUG_BUILD = ROOT / ".build/debug/limber"


def draw(program, folder, *arguments):
    """Every picture by its name."""
    result = run(program, "debug", "figures", "--output", str(folder), "--root", str(ROOT), *arguments)
    assert result.returncode == 0, result.stderr
    return {path.stem: path.read_bytes() for path in folder.glob("*.svg")}


@pytest.fixture(scope="session", params=[[], ["--black-and-white"]], ids=["colour", "black and white"])
def style(request):
    return request.param


@pytest.fixture(scope="session")
def drawn(limber, tmp_path_factory, style):
    return draw(limber, tmp_path_factory.mktemp("pictures"), *style)


@pytest.fixture(scope="session")
def stills(drawn):
    return {name: svg for name, svg in drawn.items() if not name.endswith("--motion~")}


@pytest.fixture(scope="session")
def moving(drawn):
    return {name: svg for name, svg in drawn.items() if name.endswith("--motion~")}


def differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_still_pictures_are_small(stills):
    assert len(stills) > 100
    assert {name: len(svg) for name, svg in stills.items() if len(svg) > 12_000} == {}
    assert statistics.median(len(svg) for svg in stills.values()) < 9_000


def test_moving_pictures_are_small_and_have_nine_frames_at_most(moving):
    assert len(moving) > 10
    assert {name: len(svg) for name, svg in moving.items() if len(svg) > 40_000} == {}
    assert {name for name, svg in moving.items() if not 2 <= svg.count(b'class="figure-f ') <= 9} == set()


def test_pictures_hold_no_text_and_still_ones_no_style(stills, moving):
    for name, svg in (stills | moving).items():
        elements = {element.tag for element in tree.fromstring(svg).iter()}
        assert SVG + "text" not in elements, name
        assert (SVG + "style" in elements) == (name in moving), name


def test_pictures_are_named_and_described_and_identifiers_start_with_the_pictures(drawn):
    for name, svg in drawn.items():
        root = tree.fromstring(svg)
        for kind in ("title", "desc"):
            assert (root.findtext(SVG + kind) or "").strip(), f"{name}: {kind}"
        identifiers = [element.get("id") for element in root.iter() if element.get("id")]
        assert identifiers and all(identifier.startswith("figure-") for identifier in identifiers), name
        classes = re.findall(r'class="([^"]*)"', svg.decode())
        assert all(word.startswith("figure-") for words in classes for word in words.split()), name


def test_a_second_run_makes_the_same_bytes(limber, drawn, style, tmp_path):
    assert differing(draw(limber, tmp_path, *style), drawn) == []


def test_a_debug_build_makes_the_same_bytes(drawn, style, tmp_path):
    if not DEBUG_BUILD.is_file():
        pytest.skip("there is no debug build beside the one that LIMBER names; swift build makes one")
    assert differing(draw(DEBUG_BUILD, tmp_path, *style), drawn) == []
