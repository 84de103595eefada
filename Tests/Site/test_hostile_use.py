"""Builds that are disturbed, and places that are no good for a site."""

import os
import signal
import subprocess
import time

import pytest
from conftest import run


def remains(folder):
    return sorted(path.name for path in folder.iterdir() if ".new-" in path.name)


@pytest.fixture
def long_library(limber, tmp_path):
    """A library whose build takes a while, and its built site."""
    folder = tmp_path / "long"
    assert run(limber, "init", str(folder)).returncode == 0
    page = folder / "Content/Guidance/when-to-stop.md"
    for number in range(1500):
        (page.parent / f"page-{number}.md").write_text(page.read_text())
    assert run(limber, "build", "--root", str(folder), "--no-handouts").returncode == 0
    return folder


def start_build(limber, folder):
    """A build that has begun to write."""
    process = subprocess.Popen(
        [limber, "build", "--root", str(folder), "--no-handouts", "--clean"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not remains(folder) and process.poll() is None:
        time.sleep(0.001)
    assert process.poll() is None, "the build was too short to disturb"
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_nothing_but_the_last_site(limber, long_library, number):
    before = (long_library / "_site/index.html").stat().st_ino
    process = start_build(limber, long_library)
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130 and "Interrupted" in errors
    assert remains(long_library) == []
    assert (long_library / "_site/index.html").stat().st_ino == before


def test_the_remains_of_a_killed_build_go_with_the_next_one(limber, long_library):
    process = start_build(limber, long_library)
    process.kill()
    process.communicate(timeout=30)
    assert remains(long_library) != []
    mine = long_library / f"_site.new-{process.pid}x"
    mine.mkdir()
    assert run(limber, "build", "--root", str(long_library), "--no-handouts").returncode == 0
    assert remains(long_library) == [mine.name]


def test_builds_at_the_same_time_leave_one_whole_site(limber, tmp_path):
    folder = tmp_path / "library"
    assert run(limber, "init", str(folder)).returncode == 0
    for _ in range(10):
        builds = [
            subprocess.Popen([limber, "build", "--root", str(folder), "--no-handouts"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        for build in builds:
            _, errors = build.communicate(timeout=60)
            assert build.returncode == 0, errors
        assert remains(folder) == []
        assert {"index.html", "404.html", "exercises", "api"} <= {path.name for path in (folder / "_site").iterdir()}


def test_a_link_to_the_output_stays_a_link(limber, library, tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.mkdir()
    link.symlink_to(target)
    assert run(limber, "build", "--root", str(library), "--no-handouts", "--output", str(link)).returncode == 0
    assert link.is_symlink() and (target / "index.html").is_file()
    nowhere = tmp_path / "nowhere"
    nowhere.symlink_to(tmp_path / "missing")
    result = run(limber, "build", "--root", str(library), "--no-handouts", "--output", str(nowhere))
    assert result.returncode == 70 and "leads nowhere" in result.stderr and nowhere.is_symlink()
    (tmp_path / "content").symlink_to(library / "Content")
    assert run(limber, "build", "--root", str(library), "--no-handouts", "--output", str(tmp_path / "content")).returncode == 64
    assert (library / "Content/site.yaml").is_file()


def test_a_file_is_not_taken_for_a_folder(limber, library, tmp_path):
    (tmp_path / "file").write_text("text")
    result = run(limber, "build", "--root", str(library), "--no-handouts", "--output", str(tmp_path / "file"))
    assert result.returncode == 64 and "is not a folder" in result.stderr
    assert (tmp_path / "file").read_text() == "text"


@pytest.mark.parametrize(
    "dose, expected",
    [
        ("nonsense", "expected SLUG:key=value"),
        ("bridge:hodl=5 s", "did you mean `hold`?"),
        ("bridge:sides=both", "is not one of: hold, duration"),
        ("bridge:hold=5", "`5` has no unit; expected a length of time"),
        ("bridge:hold=tomato", "`hold` cannot be `tomato`; expected a length of time"),
        ("bridge:repetitions=5 s", "expected a count"),
        ("bridge:repetitions=0", "expected a count"),
    ],
)
def test_a_dose_that_cannot_be_read_is_answered_with_what_is_expected(limber, library, dose, expected):
    result = run(limber, "handout", "bridge", "--root", str(library), "--dose", dose)
    assert result.returncode == 64 and expected in result.stderr


def test_a_dose_is_not_changed_twice(limber, library):
    doses = ("--dose", "bridge:hold=5 s", "--dose", "bridge:hold=6 s")
    result = run(limber, "handout", "bridge", "--root", str(library), *doses)
    assert result.returncode == 64 and "bridge:hold twice" in result.stderr


def test_new_pages_take_odd_titles_and_authors(limber, tmp_path):
    library = tmp_path / "library"
    assert run(limber, "init", str(library)).returncode == 0
    at = ("--root", str(library))
    for kind in ("exercise", "programme", "guidance"):
        assert run(limber, "new", kind, f'{kind} "q" \\ # {{x}}: 😀\nmore', "--author", 'A\n"B": \\', *at).returncode == 0
        assert run(limber, "new", kind, f"{kind} without author", "--author", " ", *at).returncode == 0
        assert run(limber, "new", kind, f"{kind} " + "long " * 60, "--author", "A", *at).returncode == 0
        for option in (("bell\a",), ("x", "--author", "bell\a")):
            result = run(limber, "new", kind, *option, *at)
            assert result.returncode == 64 and "control character" in result.stderr
        result = run(limber, "new", kind, "日本語", *at)
        assert result.returncode == 64 and "from a to z" in result.stderr
    result = run(limber, "check", *at)
    assert result.returncode == 0, result.stderr
    for page in (library / "Content/Exercises").iterdir():
        page.unlink()
    (library / "Content/Exercises").rmdir()
    result = run(limber, "new", "programme", "First of all", *at)
    assert result.returncode == 0, result.stderr


def test_a_broken_language_file_is_one_error(limber, library):
    strings = library / "Templates/Strings/en.yaml"
    strings.write_text("a: [\n" + strings.read_text())
    result = run(limber, "check", "--root", str(library))
    assert result.returncode == 1
    assert result.stderr.count(": error:") == 1 and "Templates/Strings/en.yaml:" in result.stderr
    strings.unlink()
    result = run(limber, "check", "--root", str(library))
    assert result.stderr.count(": error:") == 1 and "file-missing" in result.stderr


def test_a_handout_replaces_nothing_but_a_file(limber, library, tmp_path):
    def handout(output):
        result = run(limber, "handout", "bridge", "--root", str(library), "--output", str(output))
        assert result.returncode == 64, result.stderr
        return result.stderr

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "is not a regular file" in handout(pipe) and pipe.is_fifo()
    link = tmp_path / "link"
    link.symlink_to(pipe)
    assert "is not a regular file" in handout(link) and link.is_symlink() and pipe.is_fifo()
    assert "is a folder" in handout(tmp_path)
    assert "does not exist" in handout(tmp_path / "missing/x.pdf")
    assert "--output is empty" in handout("")


@pytest.mark.parametrize("figure, expected", [("daysPerWeek=9", "a week has 7"), ("duration=3 min", "one or the other")])
def test_a_changed_dose_obeys_the_rules_of_a_written_one(limber, tmp_path, figure, expected):
    library = tmp_path / "library"
    assert run(limber, "init", str(library)).returncode == 0
    arguments = ("handout", "seated-chair-twist", "--root", str(library), "--output", str(tmp_path / "x.pdf"))
    result = run(limber, *arguments, "--dose", f"seated-chair-twist:{figure}")
    assert result.returncode == 64 and expected in result.stderr
    assert not (tmp_path / "x.pdf").exists()
