"""The guide to poses is what Scripts/pose-documentation writes now, and people can use it."""

import re
import xml.etree.ElementTree

import pytest

from conftest import ROOT, run

GUIDE = ROOT / "Documentation" / "Poses.md"
PICTURES = ROOT / "Documentation" / "Poses"
OUT_OF_DATE = "out of date: run Scripts/pose-documentation"


@pytest.fixture(scope="module")
def written(limber, tmp_path_factory):
    folder = tmp_path_factory.mktemp("guide")
    result = run(limber, "debug", "poses", "--root", str(ROOT), "--output", str(folder))
    assert result.returncode == 0, result.stderr
    return folder


def test_the_text_is_up_to_date(written):
    assert (written / "Poses.md").read_text() == GUIDE.read_text(), OUT_OF_DATE


def test_the_pictures_are_up_to_date(written):
    new = {path.name: path.read_bytes() for path in (written / "Poses").iterdir()}
    old = {path.name: path.read_bytes() for path in PICTURES.glob("*.svg")}
    assert sorted(new) == sorted(old), OUT_OF_DATE
    assert [name for name in sorted(new) if new[name] != old[name]] == [], OUT_OF_DATE


def test_the_text_shows_every_picture_and_no_other():
    shown = set(re.findall(r'<img src="Poses/([^"]+)"', GUIDE.read_text()))
    assert shown == {path.name for path in PICTURES.glob("*.svg")}


def test_every_picture_has_words_and_is_well_formed():
    tags = re.findall(r"<img [^>]*>", GUIDE.read_text())
    assert tags and all(re.search(r' alt="[^"]{5,}"', tag) for tag in tags)
    for path in PICTURES.glob("*.svg"):
        xml.etree.ElementTree.parse(path)


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in PICTURES.glob("*.svg")) < 1 << 20


def test_links_within_the_text_lead_to_headings():
    text = re.sub(r"```.*?```", "", GUIDE.read_text(), flags=re.DOTALL)
    headings = {
        re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("spine: 60", "spine: sixty", "spine"),
        ("from: sitting-chair\n    spine: 60", "from: sitting-chairs\n    spine: 60", "unknown-pose"),
        ("first-pose:", "other-pose:", "unknown-example"),
        ("    spine: 60", "    spine: 160", "other-warnings"),
    ],
)
def test_an_example_that_no_longer_works_is_an_error(limber, library, tmp_path, old, new, message):
    folder = library / "Documentation" / "Poses"
    folder.mkdir(parents=True)
    (folder / "guide.md").write_text((PICTURES / "guide.md").read_text())
    examples = (PICTURES / "examples.yaml").read_text()
    assert old in examples
    (folder / "examples.yaml").write_text(examples.replace(old, new))
    result = run(limber, "debug", "poses", "--root", str(library), "--output", str(tmp_path / "out"))
    assert result.returncode == 1
    assert message in result.stderr
