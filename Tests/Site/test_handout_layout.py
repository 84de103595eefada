"""How handouts are laid out, in every edition, read back from the PDF: sizes, margins, pages, colours, codes."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as tree

import pikepdf
import pytest
from conftest import ROOT, run, tags

ADDRESS = "https://clinic.example/back/"
LISTS = {
    "cat-camel": ["cat-camel"],
    "seated-spinal-twist": ["seated-spinal-twist"],
    "gentle-start": ["gentle-start"],
    "four": ["cat-camel", "bridge", "childs-pose", "seated-chair-twist"],
    "twelve": [
        "cat-camel", "bridge", "childs-pose", "seated-chair-twist", "pelvic-tilt", "single-knee-to-chest", "lower-trunk-rotation",
        "seated-spinal-twist", "prone-press-up", "standing-back-extension", "supine-spinal-twist", "foam-roller",
    ],
}  # fmt: skip
EDITIONS = {"standard": "--standard", "large": "--large-print", "compact": "--compact"}
SMALLEST = {"standard": 12, "large": 18, "compact": 12}
POINTS_OF_A_CENTIMETRE = 28.35


@pytest.fixture(scope="session")
def clinic(tmp_path_factory):
    """A copy of the example library whose clinic has an address on the web."""
    root = tmp_path_factory.mktemp("clinic")
    for folder in ("Content", "Templates"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "Content/Media").mkdir(exist_ok=True)
    shutil.copy(ROOT / "Templates/Assets/icon.svg", root / "Content/Media/logo.svg")
    with (root / "Content/site.yaml").open("a") as file:
        file.write(f"baseURL: {ADDRESS}\nclinic: {{name: Riverside Clinic, phone: 01632 960001, logo: logo.svg}}\n")
    return root


@pytest.fixture(scope="session")
def handout(limber, clinic):
    """Makes a handout, each only once."""
    made = {}

    def make(name, edition="standard", paper="a4", *options):
        key = (name, edition, paper, *options)
        if key not in made:
            output = clinic / f"{len(made)}.pdf"
            arguments = [*LISTS[name], EDITIONS[edition], "--paper", paper, *options, "--output", str(output)]
            result = run(limber, "handout", *arguments, "--root", str(clinic))
            assert result.returncode == 0, result.stderr
            made[key] = output
        return made[key]

    return make


def words(path):
    """The words of each page with their boxes in points: left, top, right, bottom, text."""
    output = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True).stdout
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        [tuple(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")) + (word.text,) for word in page.iter(space + "word")]
        for page in tree.fromstring(output).iter(space + "page")
    ]


def texts(path):
    """The text of each page, every run of white space as one space."""
    output = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"\s+", " ", page) for page in output.split("\f")[:-1]]


def pixels(path, resolution=40):
    """Each page as width, height and rows of bytes, three to a pixel."""
    data = subprocess.run(["pdftoppm", "-r", str(resolution), str(path)], capture_output=True, check=True).stdout
    while data:
        magic, size, _, rest = data.split(b"\n", 3)
        assert magic == b"P6"
        width, height = map(int, size.split())
        yield width, height, rest[: 3 * width * height]
        data = rest[3 * width * height :]


every_kind = pytest.mark.parametrize("name, edition", [(name, edition) for name in LISTS for edition in EDITIONS])


@every_kind
def test_no_text_is_smaller_than_its_edition_allows(handout, name, edition):
    path = handout(name, edition)
    # At three units a point, the rounding to whole units does not matter.
    xml = subprocess.run(["pdftohtml", "-xml", "-i", "-zoom", "3", "-stdout", str(path)], capture_output=True, check=True).stdout
    root = tree.fromstring(xml)
    used = {element.get("font") for element in root.iter("text") if "".join(element.itertext()).strip()}
    sizes = {int(font.get("size")) / 3 for font in root.iter("fontspec") if font.get("id") in used}
    assert min(sizes) >= SMALLEST[edition], sorted(sizes)
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    assert not re.search("italic|oblique", fonts, re.IGNORECASE), fonts


@pytest.mark.parametrize(
    "name, edition, paper", [(name, edition, "a4") for name in LISTS for edition in EDITIONS] + [("four", edition, "letter") for edition in EDITIONS]
)
def test_nothing_stands_in_the_margin(handout, name, edition, paper):
    # What many printers cannot print on.
    edge = round(40 * 6.4 / 25.4)
    for number, (width, height, data) in enumerate(pixels(handout(name, edition, paper)), 1):
        white = b"\xff" * (3 * edge)
        rows = [data[3 * width * y : 3 * width * (y + 1)] for y in range(height)]
        assert all(row[: 3 * edge] == white and row[-3 * edge :] == white for row in rows), f"page {number}: left or right"
        assert all(set(row) == {255} for row in rows[:edge] + rows[-edge:]), f"page {number}: top or bottom"


@every_kind
def test_no_page_is_as_good_as_empty(handout, name, edition):
    pages = words(handout(name, edition))
    for number, page in enumerate(pages, 1):
        lines = {round(top) for _, top, _, _, _ in page}
        # The running title, the footer, and something worth a page.
        assert len(lines) >= 6, f"page {number} of {len(pages)}: {' '.join(word[-1] for word in page)}"


@every_kind
def test_headings_are_in_order_and_pictures_and_tables_have_what_a_screen_reader_needs(handout, name, edition):
    with pikepdf.open(handout(name, edition)) as pdf:
        found = tags(pdf.Root.StructTreeRoot.K, [])
        names = [name for name, _ in found]
        levels = [int(name[2]) for name in names if re.fullmatch("/H[1-6]", name)]
        assert levels[0] == 1 and levels.count(1) == 1, levels
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:])), levels
        assert all(text for name, text in found if name == "/Figure")
        assert names.count("/Figure") >= 2
        assert names.count("/Table") <= names.count("/THead")
        with pdf.open_outline() as outline:
            assert outline.root
        with pdf.open_metadata() as metadata:
            assert metadata.get("pdfuaid:part") == "1"


@every_kind
def test_every_page_has_its_number_and_the_last_says_the_edition(handout, name, edition):
    pages = texts(handout(name, edition))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    whole = " ".join(pages)
    assert re.search(r"Edition [0-9a-f]{8}\.", whole)
    for text in ("No clinician has reviewed", "Stop at once if you feel any pain", "Call your local emergency number", "Weakness or pain in both legs"):
        assert text in whole


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_text_is_ragged_on_the_right(handout, name, edition):
    rights = {round(max(word[2] for word in page if abs(word[1] - top) < 2)) for page in words(handout(name, edition)) for top in {word[1] for word in page}}
    assert len(rights) > 10


@pytest.mark.parametrize("name, edition", [("cat-camel", "standard"), ("four", "standard"), ("four", "compact"), ("gentle-start", "large")])
def test_black_and_white_has_no_colour(handout, name, edition):
    for _, _, data in pixels(handout(name, edition, "a4", "--black-and-white")):
        # The renderer rounds each channel of a mixed grey by itself.
        assert all(abs(red - green) <= 2 and abs(green - blue) <= 2 for red, green, blue in zip(data[0::3], data[1::3], data[2::3]))


@pytest.mark.parametrize("name", ["four", "twelve"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_reminder_has_two_to_four_exercises_on_a_page(handout, clinic, name, paper):
    titles = [re.search("^title: (.*)$", (clinic / f"Content/Exercises/{slug}.md").read_text(), re.MULTILINE)[1] for slug in LISTS[name]]
    with pikepdf.open(handout(name, "compact", paper)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            places = [numbers[pikepdf.Page(destination(item, pdf)).obj.objgen] for item in flat(outline.root) if item.title in titles]
        assert len(places) == len(titles)
        counts = [places.count(number) for number in sorted(set(places))]
        assert all(2 <= count <= 4 for count in counts[:-1]) and counts[-1] <= 4, counts


def test_a_reminder_names_only_the_letters_of_pictures_that_it_shows(handout):
    # Its three pictures are those of the start, the rounded and the sagged back.
    named = set(re.findall(r"\d\. ([A-Z]) [A-Z]", " ".join(texts(handout("cat-camel", "compact")))))
    assert named == {"A", "C", "E"}


def flat(items):
    for item in items:
        yield item
        yield from flat(item.children)


def destination(item, pdf):
    target = item.destination if item.destination is not None else item.action.D
    if isinstance(target, (pikepdf.Name, pikepdf.String)):
        target = named(pdf.Root.Names.Dests, str(target))
    return target[0]


def named(node, name):
    for kid in node.get("/Kids", []):
        found = named(kid, name)
        if found is not None:
            return found
    entries = list(node.get("/Names", []))
    for key, value in zip(entries[::2], entries[1::2]):
        if str(key) == name:
            return value.D if isinstance(value, pikepdf.Dictionary) else value
    return None


@pytest.mark.parametrize("name, most", [("cat-camel", 3), ("seated-spinal-twist", 4), ("gentle-start", 6), ("four", 7), ("twelve", 24)])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_handout_has_few_pages(handout, name, most, paper):
    with pikepdf.open(handout(name, "standard", paper)) as pdf:
        assert len(pdf.pages) <= most


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_handout_of_one_exercise_has_at_most_three_pages(limber, clinic, tmp_path, paper):
    slugs = [path.stem for path in sorted((clinic / "Content/Exercises").glob("*.md"))]
    made = 0
    for slug in slugs:
        path = tmp_path / f"{slug}.pdf"
        # Those that may not be handed out are tested where that is.
        if run(limber, "handout", slug, "--paper", paper, "--root", str(clinic), "--output", str(path)).returncode != 0:
            continue
        made += 1
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) <= 3, slug
    assert made >= 19


def test_in_large_print_the_weeks_of_an_exercise_are_one_table_on_one_page(handout):
    pages = [page for page in texts(handout("cat-camel", "large")) if "Pain 0–10" in page]
    assert len(pages) == 1
    assert pages[0].count("Pain 0–10") == 4 and pages[0].count("Notes") == 4


@pytest.mark.parametrize("name, most", [("cat-camel", 7), ("gentle-start", 14)])
def test_a_handout_in_large_print_has_few_pages(handout, name, most):
    with pikepdf.open(handout(name, "large")) as pdf:
        assert len(pdf.pages) <= most


@pytest.mark.parametrize("name, most", [("cat-camel", 1), ("four", 2), ("twelve", 6)])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_reminder_has_few_pages(handout, name, most, paper):
    with pikepdf.open(handout(name, "compact", paper)) as pdf:
        assert len(pdf.pages) <= most


@pytest.mark.parametrize("name", ["cat-camel", "four", "twelve"])
@pytest.mark.parametrize("edition", ["standard", "compact"])
def test_letters_of_pictures_are_as_large_as_text(handout, name, edition):
    # White letters on dark discs are text, not part of the drawing.
    letters = set()
    for page in words(handout(name, edition)):
        letters |= {text for _, top, _, bottom, text in page if re.fullmatch("[A-Z]", text) and bottom - top > 12}
    assert {"A", "B", "C"} & letters


def test_an_exercise_that_fits_on_a_page_is_not_split(handout):
    pages = texts(handout("four"))
    # The first and the last words of each.
    for first, last in (("On hands and knees, round your back up, then let it sink", "Change from one shape to the other slowly"), ("Turn the upper body in a chair", "The sound is not a goal")):
        holding = [page for page in pages if first in page and "Take care" in page]
        assert any(last in page for page in holding), first


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")
@pytest.mark.parametrize(
    "name, edition, expected",
    [
        ("cat-camel", "standard", {"exercises/cat-camel/"}), ("cat-camel", "large", {"exercises/cat-camel/"}),
        ("gentle-start", "standard", {"programmes/gentle-start/"}), ("four", "compact", {f"exercises/{slug}/" for slug in LISTS["four"]}),
    ],
)  # fmt: skip
def test_the_codes_can_be_scanned_and_lead_to_the_pages(handout, tmp_path, name, edition, expected):
    path = handout(name, edition, "a4", "--black-and-white")
    subprocess.run(["pdftoppm", "-r", "150", "-png", str(path), str(tmp_path / "page")], check=True)
    found = set()
    for page in tmp_path.glob("page*.png"):
        found |= set(run("zbarimg", "--quiet", "--raw", str(page)).stdout.split())
    assert found == {ADDRESS + path for path in expected}
    if edition != "compact":
        assert ADDRESS in "".join(texts(path)).replace(" ", "").replace("\u200b", "")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name, font", [("דוד בן־גוריון", "NotoSansHebrew"), ("محمد علي", "NotoSansArabic")])
def test_a_name_that_runs_from_the_right_stands_in_the_handout(handout, edition, name, font):
    path = handout("cat-camel", edition, "a4", "--name", name, "--note", name)
    # Marks of direction are not letters.
    whole = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", " ".join(texts(path)))
    for word in name.split():
        assert word in whole
    assert font in subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    if edition != "compact":
        # A note of its own begins on the right.
        found = [word for word in words(path)[0] if any("\u0590" <= letter <= "\u08ff" for letter in word[-1])]
        assert max(right for _, _, right, _, _ in found) > 300


def test_a_script_that_the_fonts_do_not_have_is_refused_by_its_characters(limber, clinic, tmp_path):
    output = tmp_path / "x.pdf"
    result = run(limber, "handout", "bridge", "--root", str(clinic), "--name", "สมชาย", "--output", str(output))
    assert result.returncode != 0 and not output.exists()
    assert "ส" in result.stderr and "ม" in result.stderr and "fonts" in result.stderr


@pytest.mark.parametrize("edition", EDITIONS)
def test_long_and_accented_texts_wrap(handout, edition):
    name = "Ångström Çelik-Łukasiewicz Ελένη Иван " * 4 + "x" * 120
    path = handout("cat-camel", edition, "a4", "--name", name, "--note", "Slowly and carefully. " * 60)
    for page in words(path):
        assert all(left > POINTS_OF_A_CENTIMETRE and right < 595 - POINTS_OF_A_CENTIMETRE for left, _, right, _, _ in page)
    whole = " ".join(texts(path))
    # A page may end in the middle of one.
    assert "Łukasiewicz" in whole and "Иван" in whole and whole.count("carefully.") >= 59
