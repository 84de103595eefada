"""Handouts, read back from the PDF."""

import json
import pathlib
import re
import shutil
import subprocess
import time

import pikepdf
import pytest
from conftest import ROOT, run, tags


@pytest.fixture(scope="session")
def handouts(site):
    return sorted((site / "handouts").glob("*.pdf"))


def text(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout


def test_everything_that_may_be_handed_out_has_a_handout(site, handouts):
    exercises = {path.stem: json.loads(path.read_text()) for path in (site / "api/v1/exercises").glob("*.json")}
    wanted = {f"{slug}-a4.pdf" for slug, exercise in exercises.items() if exercise["mayBeHandedOut"]}
    wanted |= {f"{path.stem}-a4.pdf" for path in (ROOT / "Content/Programmes").glob("*.md")}
    assert {path.name for path in handouts if path.name.endswith("-a4.pdf")} == wanted
    assert len(wanted) >= 24
    assert {path.name for path in handouts} == {name.replace("-a4", f"-{kind}") for name in wanted for kind in ("a4", "letter", "large")}


def test_pages_and_data_say_how_large_each_handout_is(site, handouts):
    listed = [json.loads(path.read_text()) for path in (site / "api/v1/exercises").glob("*.json")]
    listed += json.loads((site / "api/v1/programmes.json").read_text())["programmes"]
    offered = {}
    for entry in listed:
        folder = "programmes" if "readySeconds" in entry else "exercises"
        page = (site / folder / entry["slug"] / "index.html").read_text()
        for handout in entry["handouts"]:
            path = site / "handouts" / handout["url"].rsplit("/", 1)[1]
            offered[path] = handout
            with pikepdf.open(path) as pdf:
                pages = len(pdf.pages)
            size = path.stat().st_size
            assert (handout["pages"], handout["bytes"]) == (pages, size), path
            said = f"PDF, {pages} page{'s' if pages > 1 else ''}, {max(1, (size + 500) // 1000)} KB"
            assert re.search(rf'handouts/{path.name}"[^\n]*<small>{said}</small>', page), path
    assert sorted(offered) == handouts


def test_every_handout_is_a_tagged_document_with_title_and_language(handouts):
    for path in handouts:
        with pikepdf.open(path) as pdf:
            assert 1 <= len(pdf.pages) <= (24 if path.stem.endswith("-large") else 12), path
            assert str(pdf.Root.Lang).startswith("en"), path
            assert bool(pdf.Root.MarkInfo.Marked), path
            assert "/StructTreeRoot" in pdf.Root, path
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), path
            with pdf.open_metadata() as metadata:
                assert metadata.get("dc:title"), path
                assert metadata.get("pdfuaid:part") == "1", path
            box = pdf.pages[0].MediaBox
            assert [round(float(x)) for x in box[2:]] == ([612, 792] if path.stem.endswith("-letter") else [595, 842]), path


def test_headings_tables_and_pictures_are_tagged_and_long_handouts_have_bookmarks(handouts):
    for path in handouts:
        with pikepdf.open(path) as pdf:
            found = tags(pdf.Root.StructTreeRoot.K, [])
            names = [name for name, _ in found]
            levels = [int(name[2]) for name in names if re.fullmatch("/H[1-6]", name)]
            assert levels[0] == 1 and levels.count(1) == 1, f"{path}: {levels}"
            assert all(b - a <= 1 for a, b in zip(levels, levels[1:])), f"{path}: {levels}"
            assert "/TH" in names and "/THead" in names, path
            assert all(text for name, text in found if name == "/Figure"), path
            with pdf.open_outline() as outline:
                assert outline.root, path


def test_an_exercise_fits_on_few_pages(site, handouts):
    for path in handouts:
        slug = path.name.removesuffix("-a4.pdf")
        if (site / "exercises" / slug).is_dir():
            with pikepdf.open(path) as pdf:
                assert len(pdf.pages) <= 5, f"{path}: {len(pdf.pages)} pages"


def test_every_handout_says_when_to_stop_whom_to_call_and_that_nobody_reviewed_it(handouts):
    for path in handouts:
        content = re.sub(r"\s+", " ", text(path))
        for words in ("Stop at once if you feel any pain", "Call your local emergency number", "No clinician has reviewed"):
            assert words in content, f"{path}: {words}"
        assert re.search(r"1 of \d", content), path


def test_fonts_are_embedded(handouts):
    for path in handouts[:6]:
        lines = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert lines and all(" yes yes " in line for line in lines), "\n".join(lines)


def test_limber_handout_makes_one_of_several_exercises(limber, tmp_path):
    output = tmp_path / "mine.pdf"
    result = run(limber, "handout", "cat-camel", "bridge", "--root", str(ROOT), "--paper", "letter", "--name", "A <b>#name</b>", "--output", str(output))
    assert result.returncode == 0, result.stderr
    with pikepdf.open(output) as pdf:
        assert [round(float(x)) for x in pdf.pages[0].MediaBox[2:]] == [612, 792]
    content = text(output)
    assert "A <b>#name</b>" in content and "Bridge" in content and "camel" in content


def test_limber_handout_makes_one_of_a_programme(limber, tmp_path):
    output = tmp_path / "programme.pdf"
    result = run(limber, "handout", "gentle-start", "--root", str(ROOT), "--output", str(output))
    assert result.returncode == 0, result.stderr
    assert "Gentle start" in text(output)


def test_a_changed_dose_runs_through_the_text(limber, tmp_path):
    output = tmp_path / "changed.pdf"
    result = run(limber, "handout", "bridge", "--root", str(ROOT), "--dose", "bridge:hold=12 s", "--output", str(output))
    assert result.returncode == 0, result.stderr
    content = re.sub(r"\s+", " ", text(output))
    assert content.count("12 seconds") >= 2 and "Hold for about 30 seconds" not in content


def test_the_viewer_opens_what_was_written(limber, tmp_path):
    viewer = tmp_path / "xdg-open"
    viewer.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {tmp_path}/part && mv {tmp_path}/part {tmp_path}/opened\n')
    viewer.chmod(0o755)
    arguments = ("handout", "bridge", "--open", "--root", str(ROOT), "--output", "mine.pdf")
    result = run(limber, *arguments, cwd=tmp_path, env={"PATH": f"{tmp_path}:/usr/bin:/bin"})
    assert result.returncode == 0, result.stderr
    # Limber does not wait for it.
    for _ in range(200):
        if (tmp_path / "opened").exists():
            break
        time.sleep(0.05)
    assert (tmp_path / (tmp_path / "opened").read_text()).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("slug", ["front-hug-adjustment", "rear-lift-adjustment", "professional-manipulation"])
def test_what_is_not_for_readers_to_do_is_refused(limber, tmp_path, slug):
    output = tmp_path / "no.pdf"
    result = run(limber, "handout", "bridge", slug, "--root", str(ROOT), "--output", str(output))
    assert result.returncode != 0 and not output.exists()
    assert slug in result.stderr or "professional" in result.stderr


def test_an_unknown_slug_gets_a_suggestion(limber, tmp_path):
    result = run(limber, "handout", "brigde", "--root", str(ROOT), "--output", str(tmp_path / "x.pdf"))
    assert result.returncode != 0
    assert "bridge" in result.stderr


def test_the_site_is_built_without_the_engine_and_says_how_to_get_handouts(limber, library, tmp_path):
    output = tmp_path / "out"
    # An interpreter that has no Typst.
    fake = tmp_path / "python3"
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    # What bundles the pages' scripts and styles is found on the path.
    if bundler := shutil.which("esbuild"):
        (tmp_path / "esbuild").symlink_to(bundler)
    result = run(limber, "build", "--root", str(library), "--output", str(output), env={"LIMBER_PYTHON": str(fake), "PATH": str(tmp_path)})
    assert result.returncode == 0, result.stderr
    assert (output / "index.html").is_file() and not list(output.glob("handouts/*.pdf"))
    assert "Scripts/setup" in result.stderr or "typst" in result.stderr
    assert "handouts/" not in (output / "exercises/bridge/index.html").read_text()


def test_an_error_in_the_template_names_its_line(limber, library, tmp_path):
    templates = sorted((library / "Templates/Handout").glob("*.typ"))
    template = next((path for path in templates if path.name == "handout.typ"), templates[0])
    lines = template.read_text().splitlines()
    lines.append("#this-is-not-defined")
    template.write_text("\n".join(lines) + "\n")
    result = run(limber, "handout", "bridge", "--root", str(library), "--output", str(tmp_path / "x.pdf"))
    assert result.returncode in (1, 70)
    assert f"Templates/Handout/{template.name}:{len(lines)}:" in result.stderr, result.stderr
