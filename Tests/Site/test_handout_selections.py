"""Handouts made for one person: options, saved selections, refusals, and that nothing of them is written anywhere else."""

import re
import shutil
import subprocess
import sys

import pikepdf
import pytest
from conftest import ROOT, run

NAME = "Zebedee Quuxington"
NOTE = "Remember the vermilion cushion"


def text(path):
    content = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"\s+", " ", content)


def handout(limber, *arguments, **options):
    return run(limber, "handout", *arguments, "--root", str(ROOT), **options)


def test_options_and_a_saved_selection_make_the_same_handout(limber, tmp_path):
    selection = tmp_path / "set.yaml"
    selection.write_text(
        f"""exercises:
  - {{exercise: bridge, dose: {{hold: 10 s}}}}
  - cat-camel
preparedFor: {NAME}
preparedBy: The clinic
date: 2026-11-21
note: {NOTE}
weeks: 2
paper: letter
edition: large
blackAndWhite: true
"""
    )
    typed = handout(
        limber, "bridge", "cat-camel", "--dose", "bridge:hold=10s", "--name", NAME, "--by", "The clinic", "--date", "2026-11-21", "--note", NOTE,
        "--weeks", "2", "--paper", "letter", "--large-print", "--black-and-white", "--output", str(tmp_path / "typed.pdf"),
    )  # fmt: skip
    assert typed.returncode == 0, typed.stderr
    saved = handout(limber, "--selection", str(selection), "--output", str(tmp_path / "saved.pdf"))
    assert saved.returncode == 0, saved.stderr
    assert (tmp_path / "typed.pdf").read_bytes() == (tmp_path / "saved.pdf").read_bytes()
    content = text(tmp_path / "saved.pdf")
    for words in (NAME, "The clinic", "2026-11-21", NOTE, "10 seconds"):
        assert words in content, words


def test_what_is_typed_goes_before_what_the_selection_says(limber, tmp_path):
    (tmp_path / "set.yaml").write_text(
        "title: The morning set\nexercises: [{exercise: bridge, dose: {hold: 11 s, repetitions: 7}, note: Lift slowly.}, cat-camel]\npaper: letter\nedition: large\n"
    )
    output = tmp_path / "out.pdf"
    result = handout(
        limber, "--selection", "set.yaml", "--dose", "bridge:hold=13s", "--paper", "a4", "--standard", "--output", str(output), cwd=tmp_path
    )
    assert result.returncode == 0, result.stderr
    with pikepdf.open(output) as pdf:
        assert [round(float(x)) for x in pdf.pages[0].MediaBox[2:]] == [595, 842]
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "The morning set"
    content = text(output)
    assert "13 seconds" in content and "11 seconds" not in content
    assert "7 times" in content and "Lift slowly." in content


def test_the_usual_file_name_names_the_format_and_never_the_person(limber, tmp_path):
    for arguments, name in (
        (["bridge"], "bridge-a4.pdf"),
        (["bridge", "--large-print"], "bridge-a4-large.pdf"),
        (["bridge", "cat-camel", "--compact", "--paper", "letter"], "handout-letter-compact.pdf"),
    ):
        result = handout(limber, *arguments, "--name", NAME, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
        assert result.stdout.startswith(f"Wrote {name}, "), result.stdout
        assert (tmp_path / name).is_file()


def test_every_problem_of_a_selection_is_named_at_its_place(limber, tmp_path):
    (tmp_path / "set.yaml").write_text(
        """exercises:
  - brigde
  - {exercise: childs-pose, dose: {daysPerWeek: 9}}
  - professional-manipulation
papr: a4
weeks: 13
"""
    )
    result = handout(limber, "--selection", "set.yaml", cwd=tmp_path)
    assert result.returncode == 1 and result.stdout == ""
    assert (
        result.stderr
        == """set.yaml:2:5: error: there is no exercise and no programme `brigde` [unknown-slug]
  2 |   - brigde
    |     ^~~~~~
  fix: did you mean `bridge`?
set.yaml:3:49: error: the changed dose of `childs-pose` has too many days: a week has 7 [out-of-bounds]
  3 |   - {exercise: childs-pose, dose: {daysPerWeek: 9}}
    |                                                 ^
set.yaml:4:5: error: `professional-manipulation` (Professional manipulation) cannot be in a handout: only a trained professional may do it [not-for-readers]
  4 |   - professional-manipulation
    |     ^~~~~~~~~~~~~~~~~~~~~~~~~
  note: the guidance page `who-may-treat-your-back` (Who may treat your back) says more
  fix: leave it out
set.yaml:5:1: error: unknown key `papr` [unknown-key]
  5 | papr: a4
    | ^~~~
  note: expected one of: title, programme, exercises, preparedFor, preparedBy, date, note, weeks, paper, edition, blackAndWhite
  fix: did you mean `paper`?
set.yaml:6:8: error: `weeks` cannot be `13` [not-a-number]
  6 | weeks: 13
    |        ^~
  note: expected a whole number from 1 to 12
5 errors
"""
    )
    assert [path.name for path in tmp_path.iterdir()] == ["set.yaml"]


@pytest.mark.parametrize(
    "selection, message",
    [
        ("programme: bridge\n", "error: `bridge` is an exercise, not a programme [not-a-programme]"),
        ("exercises: [gentle-start]\n", "error: `gentle-start` is a programme, not an exercise [not-an-exercise]"),
        ("programme: gentle-start\nexercises: [bridge]\n", "error: a handout holds one programme or a list of exercises, not both"),
        ("exercises: [bridge, bridge]\n", "set.yaml:1:21: error: `bridge` is asked for twice"),
    ],
)
def test_an_exercise_is_no_programme(limber, tmp_path, selection, message):
    (tmp_path / "set.yaml").write_text(selection)
    result = handout(limber, "--selection", "set.yaml", cwd=tmp_path)
    assert result.returncode == 1 and message in result.stderr, result.stderr


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["bridge", "--large-print", "--compact"], "Error: --large-print and --compact exclude each other; choose one."),
        ([], "Error: Name one or more exercises or a programme, or a saved selection with --selection FILE.yaml."),
        (["bridge", "--selection", "x.yaml"], "Error: Name exercises or a --selection, not both; add them to the selection's list instead."),
        (["bridge", "--weeks", "13"], "Error: --weeks must be 1 to 12."),
        (["bridge", "--dose", "bridge:hold=0s"], "`0` is not a figure from 1 to 10000; expected a length of time, such as `10 s`"),
        (["bridge", "--dose", "bridge:hold=10 furlongs"], "`furlongs` is not a unit of time"),
        (["bridge", "--dose", "bridge:holdd=10s"], "did you mean `hold`?"),
        (["bridge", "--dose", "bridge:hold=1s", "--dose", "bridge:hold=2s"], "Error: --dose changes bridge:hold twice; keep one of them."),
        (["bridge", "--dose", "bridge:duration=5min"], "note: the exercise's own dose: hold "),
        (["bridge", "--dose", "bridge:hold=9999min"], "error: the changed dose of `bridge` takes longer than a day has [longer-than-a-day]"),
        (["bridge", "--dose", "cat-camel:hold=1s"], "error: the dose of `cat-camel` is changed, but it is not in the handout"),
    ],
)
def test_wrong_usage_is_explained(limber, tmp_path, arguments, message):
    result = handout(limber, *arguments, cwd=tmp_path)
    assert result.returncode == 64, result.stderr
    assert message in result.stderr
    assert not list(tmp_path.iterdir())


FORBIDDEN = ["front-hug-adjustment", "rear-lift-adjustment", "professional-manipulation"]


@pytest.mark.parametrize("slug", FORBIDDEN)
@pytest.mark.parametrize("route", ["alone", "listed", "selected", "programme", "printed"])
def test_no_route_puts_what_readers_must_not_do_into_a_handout(limber, library, tmp_path, slug, route):
    folder = tmp_path / "here"
    folder.mkdir()
    arguments = {"alone": [slug], "listed": ["bridge", slug], "printed": [slug, "--print"]}.get(route, [])
    if route == "selected":
        (folder / "set.yaml").write_text(f"exercises: [bridge, {slug}]\n")
        arguments = ["--selection", "set.yaml"]
    if route == "programme":
        page = library / "Content/Programmes/gentle-start.md"
        page.write_text(page.read_text().replace("exercises:\n", f"exercises:\n  - {slug}\n", 1))
        arguments = ["gentle-start"]
    fake = tmp_path / "bin"
    fake.mkdir()
    for name, script in (("lp", f"touch {folder}/printed"), ("lpstat", "echo Office")):
        (fake / name).write_text(f"#!/bin/sh\n{script}\n")
        (fake / name).chmod(0o755)
    result = run(limber, "handout", *arguments, "--root", str(library), cwd=folder, env={"PATH": f"{fake}:/usr/bin:/bin"})
    assert result.returncode in (1, 64), result.stderr
    assert slug in result.stderr
    if route != "programme":
        assert "the guidance page `who-may-treat-your-back`" in result.stderr
    assert {path.name for path in folder.iterdir()} <= {"set.yaml"}


@pytest.mark.parametrize("key", ["stopRules", "signs"])
def test_there_is_no_handout_without_stop_rules_or_emergency_card(limber, library, tmp_path, key):
    safety = library / "Content/safety.yaml"
    safety.write_text(re.sub(rf"(?m)^{key}:.*\n(?:[ #-].*\n|\n)*", "", safety.read_text()))
    for arguments in (["handout", "bridge", "--output", str(tmp_path / "x.pdf")], ["build"]):
        result = run(limber, *arguments, "--root", str(library))
        assert result.returncode == 1 and "Content/safety.yaml" in result.stderr, result.stderr
    assert not (tmp_path / "x.pdf").exists() and not (library / "_site").exists()


def test_nothing_personal_is_written_anywhere_but_into_the_pdf(limber, library, tmp_path):
    """A name and a note by both routes, with the temporary folder, the home and the library watched, and what the children are given."""
    watched = {name: tmp_path / name for name in ("tmp", "home", "here", "bin")}
    for folder in watched.values():
        folder.mkdir()
    python = watched["bin"] / "python3"
    python.write_text(f'#!/bin/sh\n{{ echo "$0" "$@"; env; }} >> {tmp_path}/children\nexec {sys.executable} "$@"\n')
    lp = watched["bin"] / "lp"
    lp.write_text(f'#!/bin/sh\n{{ echo "$0" "$@"; env; }} >> {tmp_path}/children\ncat > {tmp_path}/printed.pdf\necho "request id is Office-1 (0 file(s))"\n')
    (watched["bin"] / "lpstat").write_text("#!/bin/sh\necho Office\n")
    for command in watched["bin"].iterdir():
        command.chmod(0o755)
    selection = tmp_path / "set.yaml"
    selection.write_text(f"exercises: [bridge, cat-camel]\npreparedFor: {NAME}\nnote: {NOTE}\n")
    environment = {
        "PATH": f"{watched['bin']}:/usr/bin:/bin", "LIMBER_PYTHON": str(python), "TMPDIR": str(watched["tmp"]), "HOME": str(watched["home"])
    }  # fmt: skip
    for arguments in (["bridge", "--name", NAME, "--note", NOTE], ["--selection", str(selection)]):
        for way in (["--output", str(tmp_path / "out.pdf")], ["--print"]):
            result = run(limber, "handout", *arguments, *way, "--root", str(library), cwd=watched["here"], env=environment)
            assert result.returncode == 0, result.stderr
            assert NAME not in result.stdout + result.stderr
            made = tmp_path / ("printed.pdf" if way == ["--print"] else "out.pdf")
            assert NAME in text(made) and NOTE in text(made)
            with pikepdf.open(made) as pdf:
                assert "Zebedee" not in str(dict(pdf.docinfo)) and b"Zebedee" not in pdf.Root.Metadata.read_bytes()
            assert b"Zebedee" not in made.read_bytes()
    children = (tmp_path / "children").read_text()
    assert "-t Bridge -o media=A4" in children and "Zebedee" not in children and "vermilion" not in children
    for folder in (watched["tmp"], watched["home"], watched["here"]):
        assert [path for path in folder.rglob("*") if path.is_file()] == []
    for path in library.rglob("*"):
        if path.is_file():
            assert b"Zebedee" not in path.read_bytes(), path
    assert not (library / ".limber/handouts").exists()


def test_a_selection_of_many_exercises_with_long_notes_can_be_set(limber, tmp_path):
    slugs = [path.stem for path in sorted((ROOT / "Content/Exercises").glob("*.md")) if path.stem not in FORBIDDEN][:12]
    entries = "".join(f"  - {{exercise: {slug}, note: {'A long note that goes on. ' * 8}}}\n" for slug in slugs)
    (tmp_path / "set.yaml").write_text(f"title: {'A very long title ' * 8}\nexercises:\n{entries}")
    for edition in ("--standard", "--large-print", "--compact"):
        result = handout(limber, "--selection", "set.yaml", edition, "--output", "x.pdf", cwd=tmp_path)
        assert result.returncode == 0, result.stderr


def test_kept_handouts_are_used_again_and_damage_is_noticed(limber, library):
    def build():
        result = run(limber, "build", "--root", str(library))
        assert result.returncode == 0, result.stderr
        return {path.name: path.read_bytes() for path in (library / "_site/handouts").iterdir()}

    shutil.rmtree(library / "Content/Programmes")
    for path in (library / "Content/Exercises").glob("*.md"):
        if path.stem not in ("bridge", "childs-pose"):
            path.unlink()
    for path in (library / "Content").rglob("*.md"):
        path.write_text(re.sub(r"(?m)^(easier|harder|related):.*\n", "", path.read_text()))
        path.write_text(re.sub(r"\[([^\]]*)\]\((?:exercise|programme):[^)]*\)", r"\1", path.read_text()))
    first = build()
    assert len(first) == 6
    kept = library / ".limber/handouts"
    names = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert len(names) == 6
    assert build() == first
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == names
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-200])
    assert build() == first
    page = library / "Content/Exercises/bridge.md"
    page.write_text(page.read_text().replace("Bridge", "Bridges", 1))
    assert build() != first
    after = {path.name for path in kept.iterdir()}
    assert len(after) == 6 and len(after & names.keys()) == 3
