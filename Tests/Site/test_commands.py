"""The commands as a new user meets them."""

import json

from conftest import ROOT, run


def test_a_new_library_builds_without_findings_and_new_pages_pass_the_check(limber, tmp_path):
    library = tmp_path / "my library"
    result = run(limber, "init", str(library))
    assert result.returncode == 0, result.stderr
    result = run(limber, "check", "--strict", "--format", "json", cwd=library)
    # A new library has no reviewer yet, and nothing else is missing.
    assert set(json.loads(result.stdout)["summary"]["byRule"]) == {"not-reviewed"}, result.stdout
    for kind, title in (("exercise", 'Shoulder "roll" 2'), ("programme", "My week"), ("guidance", "Über den Rücken")):
        result = run(limber, "new", kind, title, "--author", "A: tester", cwd=library)
        assert result.returncode == 0, result.stderr
    for path in ("Exercises/shoulder-roll-2.md", "Programmes/my-week.md", "Guidance/uber-den-rucken.md"):
        assert (library / "Content" / path).is_file(), path
    result = run(limber, "check", cwd=library)
    assert result.returncode == 0, result.stderr
    result = run(limber, "build", "--drafts", cwd=library)
    assert result.returncode == 0, result.stderr
    assert (library / "_site/exercises/shoulder-roll-2/index.html").is_file()
    result = run(limber, "build", cwd=library)
    assert result.returncode == 0, result.stderr
    assert not (library / "_site/exercises/shoulder-roll-2").exists()


def test_nothing_is_written_over(limber, tmp_path):
    library = tmp_path / "library"
    assert run(limber, "init", str(library)).returncode == 0
    assert run(limber, "init", str(library)).returncode == 64
    assert run(limber, "new", "exercise", "Seated chair twist", "--root", str(library)).returncode == 64
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    result = run(limber, "build", "--root", str(library), "--output", str(mine), "--no-handouts")
    assert result.returncode == 64 and (mine / "thesis.txt").read_text() == "years of work"
    assert "did not make" in result.stderr
    for folder in (library, library / "Content", tmp_path):
        assert run(limber, "build", "--root", str(library), "--output", str(folder), "--no-handouts").returncode == 64
    assert (library / "Content/site.yaml").is_file()


def test_a_failed_build_leaves_the_last_good_site(limber, library):
    assert run(limber, "build", "--root", str(library), "--no-handouts").returncode == 0
    before = (library / "_site/index.html").read_bytes()
    (library / "Content/Exercises/bridge.md").write_text("broken")
    result = run(limber, "build", "--root", str(library), "--no-handouts")
    assert result.returncode == 1 and "front-matter-missing" in result.stderr
    assert (library / "_site/index.html").read_bytes() == before
    assert sorted(path.name for path in library.iterdir()) == [".limber", "Content", "Templates", "_site"]


def test_what_a_killed_build_left_behind_is_removed_but_nothing_of_others(limber, library):
    import os

    for name in ("_site.new-999999999", f"_site.new-{os.getpid()}"):
        (library / name).mkdir()
        (library / name / ".limber-site").touch()
    (library / "_site.new-999999998").mkdir()
    (library / "_site.new-999999998" / "mine.txt").write_text("not Limber's")
    assert run(limber, "build", "--root", str(library), "--no-handouts").returncode == 0
    left = sorted(path.name for path in library.iterdir() if path.name.startswith("_site"))
    assert left == sorted(["_site", f"_site.new-{os.getpid()}", "_site.new-999999998"])


def test_a_site_that_a_killed_build_had_moved_aside_comes_back(limber, library):
    assert run(limber, "build", "--root", str(library), "--no-handouts").returncode == 0
    (library / "_site").rename(library / "_site.new-999999999.old")
    (library / "Templates/Handout/handout.typ").write_text("#panic()")
    assert run(limber, "build", "--root", str(library)).returncode != 0
    assert (library / "_site/index.html").is_file()


def test_two_builds_at_once_leave_a_whole_site(limber, library):
    import subprocess

    builds = [subprocess.Popen([limber, "build", "--root", str(library), "--no-handouts"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    statuses = [(build.communicate(timeout=120), build.returncode)[1] for build in builds]
    assert 0 in statuses and set(statuses) <= {0, 70}
    assert (library / "_site/index.html").is_file() and (library / "_site/exercises/cat-camel/index.html").is_file()
    assert sorted(path.name for path in library.iterdir()) == [".limber", "Content", "Templates", "_site"]


def test_all_problems_are_reported_in_one_run(limber, library):
    exercises = library / "Content/Exercises"
    (exercises / "bridge.md").write_text((exercises / "bridge.md").read_text().replace("kind:", "knid:"))
    (exercises / "cat-camel.md").write_text((exercises / "cat-camel.md").read_text().replace("(exercise:", "(exercise:x"))
    (library / "Content/safety.yaml").write_text("stopRules: yes\n")
    result = run(limber, "check", "--format", "json", "--root", str(library))
    assert result.returncode == 1
    found = json.loads(result.stdout)["findings"]
    assert {"unknown-key", "missing-key", "unknown-exercise", "wrong-type"} <= {finding["id"] for finding in found}
    assert all(finding["line"] >= 1 and finding["column"] >= 1 for finding in found if "line" in finding)
    result = run(limber, "check", "--format", "github", "--root", str(library))
    assert "::error title=unknown-key,file=Content/Exercises/bridge.md,line=" in result.stdout


def test_wrong_usage_has_its_own_status(limber, tmp_path):
    assert run(limber, "check", "--root", str(tmp_path)).returncode == 64
    assert run(limber, "build", "--base-url", "example.org", "--root", str(ROOT)).returncode == 64
    assert run(limber, "bild").returncode == 64


def test_markdown_goes_through_the_debug_window(limber):
    result = run(limber, "debug", "markdown", input="# Hello *world*\n\n<b>raw</b> [x](javascript:alert)\n")
    assert result.returncode == 0
    assert "<h1>Hello <em>world</em></h1>" in result.stdout
    assert "<b>" not in result.stdout and "javascript" not in result.stdout


def test_every_handout_is_set_by_warm_workers_and_timed(limber, library, tmp_path):
    result = run(limber, "debug", "handouts", "--workers", "2", "--output", str(tmp_path / "made"), "--root", str(library))
    assert result.returncode == 0, result.stderr
    *handouts, together, memory = [line.split("\t") for line in result.stdout.splitlines()]
    assert {name for name, *_ in handouts} == {path.name for path in (tmp_path / "made").iterdir()}
    assert all(int(pages) >= 1 and float(clock.removesuffix(" ms")) > 0 for _, pages, clock in handouts)
    assert together[0] == "all" and int(together[1]) == len(handouts)
    assert memory[0] == "most memory of a worker"


def test_the_plan_names_every_file(limber):
    result = run(limber, "debug", "plan", "--root", str(ROOT))
    assert result.returncode == 0, result.stderr
    assert "exercises/cat-camel/index.html" in result.stdout
