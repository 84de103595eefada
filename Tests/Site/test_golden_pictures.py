"""Drawn pictures as pixels, compared with pictures that somebody has looked at.

The committed ones lie in Goldens/. LIMBER_RECORD=1 writes them anew and fails on purpose, so that the change is looked at.
"""

import io
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from conftest import ROOT, run

GOLDENS = pathlib.Path(__file__).parent / "Goldens"
RASTERISER = shutil.which("rsvg-convert")
# Pixels of the longer side.
SIDE = 320

# Levels out of 255 by which all pixels together may differ on average: other versions of the rasteriser, and the palette of the file.
MEAN_DIFFERENCE = 1.0
# A pixel differs when one of its colours is off by more than this; so may this share of the pixels be, at antialiased edges.
STEP = 48
DIFFERENT_SHARE = 0.004

# Whom the pictures show, by variant: the library's own person when there is nothing.
PERSONS = {
    "colour": None,
    "grey": None,
    "dark": "{skin: dark, hair: short, hairColour: black, clothes: yellow}",
    "large": "{skin: beige, hair: bob, hairColour: red, build: broad, clothes: purple}",
}
PICTURES = [
    "colour base--all-fours", "colour base--bridge", "colour base--childs-pose", "colour base--half-kneeling",
    "colour base--prone-on-elbows", "colour base--side-lying-open-book", "colour base--sitting-chair-figure-four",
    "colour base--sitting-cross-legged", "colour base--standing-arms-overhead", "colour base--thread-the-needle",
    "colour base--wall-lean", "colour bed-edge-extension--sunk", "colour cat-camel--rounded", "colour foam-roller--lifted",
    "colour seated-spinal-twist--right-turned", "colour single-knee-to-chest--left-held",
    "colour supine-spinal-twist--left-across", "grey base--supine-knees-held", "grey bridge--lifted",
    "grey seated-chair-twist--turned-right", "grey standing-back-extension--bent", "dark base--standing-hands-behind-head",
    "dark base--sitting-floor", "large base--standing-side-bend", "large base--prone-press-up",
]  # fmt: skip
# A frame in the middle of a movement.
FRAMES = [("colour prone-press-up--motion~", 2), ("colour lower-trunk-rotation--motion~", 1)]


@pytest.fixture(scope="session")
def drawn(limber, tmp_path_factory):
    """Every picture of every variant."""
    folder = tmp_path_factory.mktemp("golden")
    for variant, person in PERSONS.items():
        library = ROOT
        if person is not None:
            library = folder / f"library-{variant}"
            for name in ("Content", "Templates"):
                shutil.copytree(ROOT / name, library / name)
            site = library / "Content/site.yaml"
            lines = [line for line in site.read_text().splitlines() if not line.startswith("figures:")]
            site.write_text("\n".join([*lines, f"figures: {{person: {person}}}", ""]))
        style = ["--black-and-white"] if variant == "grey" else []
        result = run(limber, "debug", "figures", "--output", str(folder / variant), "--root", str(library), *style)
        assert result.returncode == 0, result.stderr
    return folder


def frame(svg, index):
    """A moving picture's text with one frame in sight and nothing that moves."""
    svg = re.sub(r"<style>.*?</style>", "", svg).replace(' visibility="hidden"', "")
    return re.sub(r'(class="figure-f figure-(\d+)")', lambda found: found[1] + (' visibility="hidden"' if int(found[2]) != index else ""), svg)


def rasterised(svg):
    from PIL import Image

    command = [RASTERISER, "--width", str(SIDE), "--height", str(SIDE), "--keep-aspect-ratio", "--background-color", "white", "--format", "png"]
    png = subprocess.run(command, input=svg.encode(), capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(png)).convert("RGB")


def differences(one, other):
    """The mean difference in levels, and the share of pixels that differ by more than a step."""
    from PIL import ImageChops

    bands = ImageChops.difference(one, other).split()
    count = one.width * one.height
    mean = sum(level * number for band in bands for level, number in enumerate(band.histogram())) / (3 * count)
    greatest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return mean, sum(greatest.histogram()[STEP + 1 :]) / count


@pytest.mark.parametrize(
    "picture, index", [(picture, None) for picture in PICTURES] + FRAMES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_picture_looks_as_it_did(drawn, picture, index):
    from PIL import Image

    if RASTERISER is None:
        pytest.skip("rsvg-convert is not installed; Scripts/setup test installs it")
    variant, name = picture.split()
    svg = (drawn / variant / f"{name}.svg").read_text()
    image = rasterised(svg if index is None else frame(svg, index))
    stem = f"{variant}-{name.removesuffix('~')}" + ("" if index is None else f"-{index}")
    golden, actual = GOLDENS / f"{stem}.png", GOLDENS / f"{stem}.actual.png"
    actual.unlink(missing_ok=True)
    if os.environ.get("LIMBER_RECORD") == "1":
        GOLDENS.mkdir(exist_ok=True)
        image.quantize(64, dither=Image.Dither.NONE).save(golden, optimize=True)
        pytest.fail(f"recorded {golden.name}; look at it, then run the tests without LIMBER_RECORD")
    again = "LIMBER_RECORD=1 LIMBER=<program> .venv/bin/python3 -m pytest Tests/Site/test_golden_pictures.py records it anew"
    if not golden.is_file():
        image.save(actual)
        pytest.fail(f"there is no {golden.name}; {actual} is how it looks. {again}.")
    expected = Image.open(golden).convert("RGB")
    if image.size == expected.size:
        mean, share = differences(image, expected)
        if mean <= MEAN_DIFFERENCE and share <= DIFFERENT_SHARE:
            return
        what = f"differs by {mean:.2f} levels on average (at most {MEAN_DIFFERENCE}), {share:.2%} of it by more than {STEP} (at most {DIFFERENT_SHARE:.2%})"
    else:
        what = f"is {image.size} instead of {expected.size}"
    image.save(actual)
    pytest.fail(f"{picture} {what}; {actual} is how it looks now. If that is right, {again}.")


def test_no_golden_picture_is_left_over():
    wanted = {f"{picture.replace(' ', '-')}.png" for picture in PICTURES}
    wanted |= {f"{picture.replace(' ', '-').removesuffix('~')}-{index}.png" for picture, index in FRAMES}
    assert {path.name for path in GOLDENS.glob("*.png") if not path.name.endswith(".actual.png")} == wanted
