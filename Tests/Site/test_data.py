"""The data files: the JSON API against its schema, the feeds, and every figure of the five articles in its one place."""

import json
import xml.etree.ElementTree

import jsonschema
import pytest

# Every technique that the five articles describe: the entry it is in, the source, and what that source states, in the notation of the
# content format. None: the source describes the technique without any figure.
LEDGER = [
    ("cat-camel", "six-stretches-article", {"hold": ["a few seconds", "a few seconds"]}),
    ("seated-spinal-twist", "six-stretches-article", {"hold": ["about 30 s"], "firstSide": "left"}),
    ("bridge", "six-stretches-article", {"hold": ["about 30 s"]}),
    ("kneeling-back-extension", "six-stretches-article", {"hold": ["about 5 s", "about 5 s"]}),
    ("prone-press-up", "six-stretches-article", {"hold": ["30–60 s"]}),
    ("single-knee-to-chest", "six-stretches-article", {"hold": ["30 s"], "firstSide": "left"}),
    ("seated-spinal-twist", "safe-range-article", {"hold": ["10 s"], "firstSide": "left"}),
    ("cat-camel", "safe-range-article", {"repetitions": "at least 3", "sessionsPerDay": "2"}),
    ("single-knee-to-chest", "safe-range-article", {"repetitions": "2–3", "sessionsPerDay": "at least 2"}),
    ("lower-trunk-rotation", "safe-range-article", {"hold": ["10 s"], "repetitions": "2–3", "sessionsPerDay": "at least 2"}),
    ("bridge", "safe-range-article", None),
    ("pelvic-tilt", "safe-range-article", {"hold": ["about 5 s", "about 5 s"], "repetitionsPerDay": "at least 5"}),
    ("seated-chair-twist", "cleveland-clinic-2021", {"hold": ["a few seconds"], "firstSide": "right"}),
    ("seated-piriformis-stretch", "cleveland-clinic-2021", {"hold": ["30 s"], "firstSide": "right"}),
    ("standing-back-extension", "cleveland-clinic-2021", {"hold": ["up to 10 s"]}),
    ("standing-trunk-rotation", "cleveland-clinic-2021", {"hold": ["a few seconds"], "firstSide": "right"}),
    ("foam-roller", "cleveland-clinic-2021", None),
    ("double-knee-to-chest", "thirteen-techniques-article", {"hold": ["about 30 s"], "sessionsPerDay": "3–5"}),
    ("childs-pose", "thirteen-techniques-article", {"hold": ["about 30 s"], "sessionsPerDay": "3–5"}),
    ("standing-back-extension", "thirteen-techniques-article", {"hold": ["10–20 s"], "sessionsPerDay": "3–5"}),
    ("standing-back-extension-hand-pressure", "thirteen-techniques-article", {"hold": ["10–20 s"], "sessionsPerDay": "3–5"}),
    ("standing-trunk-rotation", "thirteen-techniques-article", {"repetitions": "as needed"}),
    ("seated-spinal-twist", "thirteen-techniques-article", {"repetitions": "a few", "firstSide": "either"}),
    ("seated-chair-twist", "thirteen-techniques-article", {"hold": ["a few seconds"], "firstSide": "either"}),
    ("supine-spinal-twist", "thirteen-techniques-article", None),
    ("foam-roller", "thirteen-techniques-article", {"duration": "at least 10 min", "repetitions": "as needed"}),
    ("bed-edge-extension", "thirteen-techniques-article", {"hold": ["about 5 s"], "repetitions": "as needed"}),
    ("front-hug-adjustment", "thirteen-techniques-article", None),
    ("rear-lift-adjustment", "thirteen-techniques-article", None),
    ("professional-manipulation", "thirteen-techniques-article", None),
    ("seated-chair-extension", "chair-and-floor-article", {"hold": ["several seconds"]}),
    ("seated-chair-twist", "chair-and-floor-article", {"hold": ["several seconds"], "firstSide": "left"}),
    ("supine-spinal-twist", "chair-and-floor-article", {"hold": ["several seconds"], "firstSide": "left"}),
    ("cat-camel", "chair-and-floor-article", {"hold": ["a few seconds"]}),
]


def notation(quantity):
    """A quantity of the API in the notation of the content format."""
    unit = {"second": " s", "minute": " min"}.get(quantity.get("unit"), "")
    vague = quantity.get("vague")
    if vague:
        words = {"aFew": "a few", "several": "several", "asNeeded": "as needed"}[vague]
        return words + ({" s": " seconds", " min": " minutes"}.get(unit, ""))
    low, high = quantity["min"], quantity["max"]
    hedge = {"exactly": "", "about": "about ", "upTo": "up to ", "atLeast": "at least "}[quantity["hedge"]]
    return f"{hedge}{low if low == high else f'{low}–{high}'}{unit}"


@pytest.fixture(scope="session")
def exercises(site):
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (site / "api/v1/exercises").glob("*.json")}


def test_every_data_file_fits_the_schema(site):
    schema = json.loads((site / "api/v1/schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = [path for path in (site / "api/v1").rglob("*.json") if path.name != "schema.json"]
    assert len(files) >= 23
    for path in files:
        errors = list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
        assert not errors, f"{path}: {errors[0].message}"


@pytest.mark.parametrize("slug,source,figures", LEDGER, ids=[f"{slug}-{source}" for slug, source, _ in LEDGER])
def test_every_figure_of_every_article_stands_in_its_entry(exercises, slug, source, figures):
    reports = [report for report in exercises[slug]["sources"] if report["id"] == source]
    assert len(reports) == 1
    assert reports[0]["notes"], "the report says nothing of the technique"
    dose = reports[0].get("dose") or {}
    for key, expected in (figures or {}).items():
        if key == "hold":
            assert [notation(phase["time"] if "time" in phase else phase) for phase in dose["hold"]] == expected
        elif key == "firstSide":
            assert dose["firstSide"] == expected
        else:
            assert notation(dose[key]) == expected


def test_no_source_reports_a_technique_that_it_does_not_describe(exercises):
    known = {(slug, source) for slug, source, _ in LEDGER}
    found = {
        (slug, report["id"])
        for slug, exercise in exercises.items()
        for report in exercise["sources"]
        # A page that only warns may also report what others say against the technique.
        if exercise["kind"] != "knowledge" or report["id"] == "thirteen-techniques-article"
    }
    assert found == known
    assert len(exercises) == 22


def test_the_feeds_can_be_read(site):
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) >= 37 and all(item["id"] for item in feed["items"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    atom = xml.etree.ElementTree.parse(site / "feed.xml").getroot()
    assert atom.tag == "{http://www.w3.org/2005/Atom}feed"
    assert len(atom.findall("{http://www.w3.org/2005/Atom}entry")) == len(feed["items"])
