"""`limber quality`: the sheets of the example library, of libraries with mistakes, and the pages in Chromium."""

import json
import os
import re
import sys

import html5lib
import jsonschema
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import ROOT, run

SCHEMA = json.loads((ROOT / "Documentation/quality-sheet.schema.json").read_text())
STYLE = "Templates/Handout/parts/style.typ"
# What no sheet may say of a handout; a machine cannot know it.
VERDICTS = re.compile(r"\b(conform\w*|compl(y|ies|iant|iance)|certif\w*|approv\w*|reviewed by|clinically|guarantee\w*|score of)\b", re.I)


@pytest.fixture(scope="module")
def report(limber):
    result = run(limber, "quality", "--format", "json", cwd=ROOT)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def sheets(report):
    return {sheet["slug"]: sheet for sheet in json.loads(report)["handouts"]}


@pytest.fixture(scope="module")
def folder(limber, tmp_path_factory):
    output = tmp_path_factory.mktemp("pages") / "quality"
    result = run(limber, "quality", "--format", "html", "--output", str(output), cwd=ROOT)
    assert result.returncode == 0, result.stderr
    return output


def change(library, path, old, new):
    text = (library / path).read_text()
    assert old in text
    (library / path).write_text(text.replace(old, new))


def items(limber, library, slug="bridge"):
    result = run(limber, "quality", slug, "--format", "json", "--root", str(library))
    assert result.returncode == 0, result.stderr
    return {item["id"]: item for item in json.loads(result.stdout)["handouts"][0]["items"]}


def test_everything_that_may_be_handed_out_has_a_sheet(site, sheets):
    assert {f"{slug}-a4.pdf" for slug in sheets} == {path.name for path in (site / "handouts").glob("*-a4.pdf")}


def test_the_report_follows_its_schema_and_is_the_same_each_time(limber, report):
    jsonschema.validate(json.loads(report), SCHEMA)
    assert run(limber, "quality", "--format", "json", cwd=ROOT).stdout == report


def test_counts_and_tasks_fit_the_items(sheets):
    for slug, sheet in sheets.items():
        outcomes = [item["outcome"] for item in sheet["items"]]
        assert {outcome: outcomes.count(outcome) for outcome in sheet["counts"]} == sheet["counts"], slug
        assert len({item["id"] for item in sheet["items"]}) == len(outcomes)
        for item in sheet["items"]:
            assert ("task" in item) == (item["outcome"] == "needsPerson"), (slug, item)
            worst = [outcome for outcome in ("fails", "needsPerson", "passes", "notApplicable")
                     if outcome in [edition["outcome"] for edition in item.get("editions", [item])]]
            assert item["outcome"] == worst[0], (slug, item)


def test_nothing_fails_in_the_example_library_and_its_files_were_looked_at(sheets):
    for slug, sheet in sheets.items():
        assert sheet["counts"]["fails"] == 0, slug
        assert sheet["counts"]["needsPerson"] >= 20, slug
        assert not any("Not looked at" in item["evidence"] for item in sheet["items"]), slug
        text = next(item for item in sheet["items"] if item["id"] == "print-text-size")
        assert [edition["evidence"] for edition in text["editions"]] == [
            f"The smallest text has {points} pt." for points in (12, 12, 18)], slug


def test_no_sheet_gives_a_verdict(limber, report, sheets, folder):
    texts = [report, run(limber, "quality", "bridge", cwd=ROOT).stdout, run(limber, "quality", cwd=ROOT).stdout]
    texts += [re.sub("<style>.*?</style>", "", path.read_text(), flags=re.S) for path in folder.glob("*.html")]
    for text in texts:
        assert not VERDICTS.search(text), VERDICTS.search(text)
        assert "Machine checks are not a review." in text
    # Nobody is named until somebody has reviewed it.
    assert all(sheet["reviewers"] == [] for sheet in sheets.values())
    assert "No clinical reviewer is named" in texts[1]


@pytest.mark.parametrize("path, old, new, rule, editions", [
    (STYLE, "if is-large { 18pt } else { 12pt }", "if is-large { 16pt } else { 12pt }", "print-text-size", ["passes", "passes", "fails"]),
    (STYLE, "if is-large { 18pt } else { 12pt }", "if is-large { 18pt } else { 11pt }", "print-text-size", ["fails", "fails", "passes"]),
    (STYLE, "height: 297mm", "height: 300mm", "print-page-size", ["fails", "passes", "fails"]),
    (STYLE, "(x: 16mm, top", "(x: 3mm, top", "print-margins", ["fails", "fails", "passes"]),
    (STYLE, "justify: false", "justify: true", "print-ragged", ["fails", "fails", "fails"]),
    (STYLE, "set heading(numbering: none", "show heading: underline\n  set heading(numbering: none", "print-underline", ["fails"] * 3),
    (STYLE, "set heading(numbering: none", "show par: upper\n  set heading(numbering: none", "print-capitals", ["fails"] * 3),
    (STYLE, "bookmarked: true", "bookmarked: false", "pdf-bookmarks", ["notApplicable", "notApplicable", "fails"]),
])
def test_a_mistake_in_the_template_is_seen_in_the_files(limber, library, path, old, new, rule, editions):
    change(library, path, old, new)
    item = items(limber, library)[rule]
    assert [edition["outcome"] for edition in item["editions"]] == editions, item


@pytest.mark.parametrize("old, new, rule", [
    ("1. Lay your arms straight along your sides.", "1. Lay your arms along your sides and lift your hips.", "pemat-22"),
    ("1. Lay your arms straight", "1. Holding your arms straight", "pemat-20"),
    ("- Keep your weight on your shoulders", "- The patient keeps the weight on the shoulders", "pemat-21"),
    ("- Come down slowly", "- Rest for 1/2 of the time. Come down slowly", "pemat-7"),
])
def test_a_mistake_in_the_content_fails_its_item_in_the_exercise_and_its_programmes(limber, library, old, new, rule):
    change(library, "Content/Exercises/bridge.md", old, new)
    assert items(limber, library)[rule]["outcome"] == "fails"
    assert items(limber, library, "cat-camel")[rule]["outcome"] != "fails"
    programme = next(path for path in sorted((library / "Content/Programmes").glob("*.md")) if "exercise: bridge" in path.read_text())
    assert items(limber, library, programme.stem)[rule]["outcome"] == "fails"


def test_a_named_reviewer_is_repeated_and_no_more(limber, library):
    page = "Content/Exercises/bridge.md"
    text = (library / page).read_text()
    review = re.search(r"^review:.*$(\n +.*$)*", text, re.M).group()
    change(library, page, review, "review: {author: Ann Example, reviewedBy: Bo Example, reviewed: 2026-01-01, next: 2099-01-01}")
    result = run(limber, "quality", "bridge", "--root", str(library))
    assert "Its own pages name as reviewers: Bo Example. This sheet adds nothing to that." in result.stdout


def test_without_a_reader_of_pdf_nothing_about_print_passes(limber, library, tmp_path):
    broken = tmp_path / "python" / "pikepdf"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('not installed')")
    result = run(limber, "quality", "bridge", "--format", "json", "--root", str(library),
                 env={**os.environ, "PYTHONPATH": str(broken.parent)})
    assert result.returncode == 0
    assert "pdf-reader-missing" in result.stderr and "Scripts/setup" in result.stderr
    found = json.loads(result.stdout)["handouts"][0]["items"]
    assert {item["outcome"] for item in found if item["group"] in ("print", "pdf")} == {"needsPerson"}
    assert any("Not looked at" in item["evidence"] for item in found)


def test_a_python_that_ends_at_once_is_no_crash(limber, library, tmp_path):
    wrapper = tmp_path / "python3"
    wrapper.write_text(f'#!/bin/sh\ncase "$2" in *pikepdf*) echo broken >&2; exit 3;; esac\nexec "{sys.executable}" "$@"\n')
    wrapper.chmod(0o755)
    for _ in range(5):
        result = run(limber, "quality", "bridge", "--root", str(library), env={**os.environ, "LIMBER_PYTHON": str(wrapper)})
        assert result.returncode == 0, result.stderr
        assert "note: broken" in result.stderr


def test_without_an_engine_nothing_about_print_passes(limber, library):
    result = run(limber, "quality", "bridge", "--format", "json", "--root", str(library), env={**os.environ, "LIMBER_PYTHON": "/nowhere"})
    assert result.returncode == 0
    found = json.loads(result.stdout)["handouts"][0]["items"]
    assert {item["outcome"] for item in found if item["group"] in ("print", "pdf")} == {"needsPerson"}


@pytest.mark.parametrize("arguments, status, words", [
    (["cat-camle"], 64, "did you mean `cat-camel`"),
    (["professional-manipulation"], 64, "cannot be in a handout"),
    (["bridge", "bridge"], 64, "named twice"),
    (["bridge", "--format", "html"], 64, "--output FOLDER"),
    (["bridge", "--output", "somewhere"], 64, "--format html"),
    (["bridge", "--format", "html", "--output", "Content"], 64, "part of the library"),
    (["bridge", "--format", "html", "--output", "."], 64, "part of the library"),
])
def test_wrong_usage_is_said(limber, library, arguments, status, words):
    result = run(limber, "quality", *arguments, cwd=library)
    assert result.returncode == status, result.stderr
    assert words in result.stderr
    assert (library / "Content/site.yaml").exists()


def test_a_folder_of_other_files_is_not_replaced_and_one_of_sheets_is(limber, library, tmp_path):
    output = tmp_path / "sheets"
    output.mkdir()
    (output / "letter.txt").write_text("Dear reader")
    command = [limber, "quality", "bridge", "--format", "html", "--output", str(output), "--root", str(library)]
    assert run(*command).returncode == 64
    assert [path.name for path in output.iterdir()] == ["letter.txt"]
    (output / "letter.txt").unlink()
    assert run(*command).returncode == 0
    (output / "cat-camel.html").write_text("an old sheet")
    assert run(*command).returncode == 0
    assert sorted(path.name for path in output.iterdir()) == [".limber-quality", "bridge.html", "index.html"]
    assert [path.name for path in tmp_path.glob("sheets*")] == ["sheets"]


def test_an_error_in_the_content_ends_it(limber, library):
    change(library, "Content/Exercises/bridge.md", "kind: strength", "kind: strenght")
    assert run(limber, "quality", "bridge", "--root", str(library)).returncode == 1


def test_a_template_with_a_name_that_no_sheet_has_is_an_error(limber, library):
    change(library, "Templates/Quality/sheet.mustache", "{{evidence}}", "{{evidense}}")
    result = run(limber, "quality", "bridge", "--root", str(library))
    assert result.returncode == 1
    assert "Templates/Quality/sheet.mustache:" in result.stderr and "did you mean `evidence`" in result.stderr


def test_pages_are_valid_and_need_nothing_but_themselves(folder, sheets):
    assert {path.stem for path in folder.glob("*.html")} == set(sheets) | {"index"}
    for path in folder.glob("*.html"):
        text = path.read_text()
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(text)
        assert text.count("<h1>") == 1
        assert not re.search(r"(src|href|url)=?[\"(]+(https?:|//|\.\.)", text), path
        assert "<script" not in text
        for name in re.findall(r'href="([^"]+)"', text):
            assert (folder / name).exists(), name


def test_what_an_author_wrote_is_text_on_a_sheet(limber, library, tmp_path):
    change(library, "Content/Exercises/bridge.md", "title: Bridge", "title: 'Bridge <script>alert(1)</script> {{style}} \"&'")
    output = tmp_path / "sheets"
    result = run(limber, "quality", "bridge", "--format", "html", "--output", str(output), "--root", str(library))
    assert result.returncode == 0, result.stderr
    for name in ("bridge", "index"):
        text = (output / f"{name}.html").read_text()
        assert "<script" not in text and "&lt;script&gt;alert(1)&lt;/script&gt; {{style}} &quot;&amp;" in text
    found = run(limber, "quality", "bridge", "--format", "json", "--root", str(library))
    assert json.loads(found.stdout)["handouts"][0]["title"] == 'Bridge <script>alert(1)</script> {{style}} "&'


def test_a_page_shows_every_item_of_its_sheet(folder, sheets):
    text = (folder / "bridge.html").read_text()
    for item in sheets["bridge"]["items"]:
        assert f'<li class="item {item["outcome"]}" id="{item["id"]}">' in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["index", "bridge"])
def test_axe_finds_nothing_and_every_page_fits(browser, folder, name, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto((folder / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert found == [], [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found]
    page.close()
