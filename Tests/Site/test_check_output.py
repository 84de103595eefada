"""What `limber check` writes: for people, for programs and for GitHub, and what `--fix` does to files."""

import json
import shutil
import subprocess

import jsonschema
import pytest

from conftest import ROOT, run

SCHEMA = json.loads((ROOT / "Documentation/check-report.schema.json").read_text())
BRIDGE = "Content/Exercises/bridge.md"


@pytest.fixture
def library(tmp_path):
    shutil.copytree(ROOT / "Content", tmp_path / "Content")
    shutil.copytree(ROOT / "Templates", tmp_path / "Templates")
    return tmp_path


def change(library, *pairs, file=BRIDGE):
    text = (library / file).read_text()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (library / file).write_text(text)


def check(limber, library, *options):
    result = run(limber, "check", "--root", str(library), *options)
    assert result.returncode in (0, 1), result.stderr
    return result


MISTAKES = (
    ("kind: strength", "kind: strenght"),
    ("easier: [pelvic-tilt]", "easier: [pelvic-tlit]"),
    ("avoidIf:", "avoidIff:"),
    ("## Breathing", "## Breating"),
    ("(guidance:when-to-stop)", "(guidance:when-to-stpo)"),
    ("(source:six-stretches-article)", "(source:six-strteches-article)"),
    ("![The hips are lifted,", "![Image of hips that are lifted,"),
    ("(figure:lifted)", "(figure:liftde)"),
    ("Never drop your hips.", "*Never* drop your your hips, e.g. when tired."),
)


def test_the_library_passes_but_for_the_missing_reviewer(limber):
    report = json.loads(check(limber, ROOT, "--strict", "--format", "json").stdout)
    assert {finding["id"] for finding in report["findings"]} == {"not-reviewed"}
    assert {finding["severity"] for finding in report["findings"]} == {"error"}
    assert report["summary"]["byRule"]["not-reviewed"] == report["summary"]["pages"]
    assert check(limber, ROOT).returncode == 0
    assert check(limber, ROOT, "--strict").returncode == 1


def test_json_follows_its_schema(limber, library):
    change(library, *MISTAKES)
    report = json.loads(check(limber, library, "--format", "json").stdout)
    jsonschema.validate(report, SCHEMA)
    summary = report["summary"]
    assert summary["errors"] == sum(finding["severity"] == "error" for finding in report["findings"])
    assert summary["warnings"] == sum(finding["severity"] == "warning" for finding in report["findings"])
    assert sum(summary["byRule"].values()) == len(report["findings"])
    assert summary["silenced"] == len(report["silenced"]) >= 2
    assert summary["fixable"] == sum("edit" in finding.get("fix", {}) for finding in report["findings"]) >= 4
    paths = [finding["path"] for finding in report["findings"]]
    assert paths == sorted(paths)


def test_an_edit_says_exactly_what_it_replaces(limber, library):
    change(library, *MISTAKES)
    lines = (library / BRIDGE).read_text().split("\n")
    for finding in json.loads(check(limber, library, "--format", "json").stdout)["findings"]:
        if edit := finding.get("fix", {}).get("edit"):
            assert edit["line"] == edit["endLine"]
            line = lines[edit["line"] - 1]
            assert line[edit["column"] - 1 : edit["endColumn"] - 1] != edit["replacement"]


def test_text_ends_with_counts_by_rule(limber, library):
    change(library, ("Never drop your hips.", "NEVER EVER drop your your hips."))
    text = check(limber, library).stderr
    tail = text[text.index("Silenced:") :]
    assert "reason: It needs a spotter." in tail
    assert "\n41 warnings, 5 silenced findings in 39 pages\n" in tail
    assert "\n  39 not-reviewed\n   1 capital-letters\n   1 repeated-word\n" in tail
    assert tail.endswith("`limber check --fix` mends 1 of them.\n")


def github(line):
    """A workflow command as GitHub reads it."""
    head, _, text = line[2:].partition("::")
    kind, _, properties = head.partition(" ")
    decode = lambda value: value.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    return kind, {key: decode(value) for key, value in (pair.split("=", 1) for pair in properties.split(","))}, decode(text)


def test_github_gets_one_command_a_finding_with_nothing_left_to_escape(limber, library):
    nasty = "100%0A::error,file=x:: 50%25"
    change(library, ("Never drop your hips.", f"Read [here](guidance:when-to-stop). {nasty}"), ("summary: On", "summary: 'a, b::c' # "))
    (library / "Content/Guidance/a-b.md").write_text("---\ntitle: 'A: b, c %0A ::error::'\n---\nText\n")
    output = check(limber, library, "--format", "github").stdout
    lines = output.splitlines()
    report = json.loads(check(limber, library, "--format", "json").stdout)
    assert len(lines) == len(report["findings"])
    for line, finding in zip(lines, report["findings"]):
        kind, properties, text = github(line)
        assert kind == finding["severity"]
        assert properties["title"] == finding["id"] and properties["file"] == finding["path"]
        assert text.split("\n")[0] == finding["message"]
        if "line" in finding:
            assert int(properties["line"]) == finding["line"] and int(properties["endLine"]) == finding["endLine"]


def test_fix_mends_what_is_certain_and_a_second_run_changes_nothing(limber, library, tmp_path):
    original = (library / BRIDGE).read_text()
    change(library, *MISTAKES)
    before = tmp_path / "before"
    shutil.copytree(library / "Content", before / "Content")
    result = check(limber, library, "--fix")
    mended = (library / BRIDGE).read_text()
    wanted = original.replace("Never drop your hips.", "**Never** drop your hips, for example when tired.")
    wanted = wanted.replace("![The hips are lifted,", "![Hips that are lifted,")
    assert mended == wanted
    assert "not-reviewed" in result.stderr and "unknown-key" not in result.stderr
    again = check(limber, library, "--fix")
    assert again.stdout == "" and "Nothing could be mended without judgement." in again.stderr
    assert (library / BRIDGE).read_text() == mended


def test_the_diff_is_one_that_patch_applies(limber, library, tmp_path):
    change(library, ("Never drop your hips.", "*Never* drop your your hips."), ("5. Hold for [about 30 seconds](dose:hold).", "5. Hold for about 30 seconds."))
    change(library, ("easier: [pelvic-tilt]", "easier: [pelvic-tlit]"), file="Content/Exercises/cat-camel.md")
    before = tmp_path / "before"
    shutil.copytree(library / "Content", before / "Content")
    diff = check(limber, library, "--fix").stdout
    assert diff.count("--- a/Content/") == 2 and diff.count("@@ -") >= 3
    subprocess.run(["patch", "-p1", "--fuzz=0"], cwd=before, input=diff, text=True, check=True, capture_output=True)
    for path in ("Content/Exercises/bridge.md", "Content/Exercises/cat-camel.md"):
        assert (before / path).read_text() == (library / path).read_text()


def test_fix_keeps_line_ends_marks_and_permissions(limber, library):
    path = library / BRIDGE
    change(library, ("Never drop your hips.", "Never drop your your hips."))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    expected = path.read_bytes().replace(b"your your", b"your")
    check(limber, library, "--fix")
    assert path.read_bytes() == expected
    assert path.stat().st_mode & 0o777 == 0o640
    assert not list(path.parent.glob(".*"))


def test_fix_leaves_a_link_to_another_place_alone(limber, library, tmp_path):
    change(library, ("Never drop your hips.", "Never drop your your hips."))
    outside = tmp_path / "outside.md"
    shutil.move(library / BRIDGE, outside)
    (library / BRIDGE).symlink_to(outside)
    before = outside.read_text()
    result = run(limber, "check", "--fix", "--root", str(library))
    assert result.returncode == 70 and "was not changed: it is not a regular file" in result.stderr
    assert outside.read_text() == before and (library / BRIDGE).is_symlink()


def test_a_name_that_could_be_two_is_not_guessed(limber, library):
    change(library, ("easier: [pelvic-tilt]", "easier: [standing-back-extensoin-hand]"))
    result = check(limber, library, "--fix")
    assert result.stdout == "" and "unknown-exercise" in result.stderr


def test_severity_and_numbers_come_from_the_settings(limber, library):
    with (library / "Content/site.yaml").open("a") as site:
        site.write("checks:\n  long-step: {severity: error, words: 5}\n  not-reviewed: {severity: off}\n")
    result = check(limber, library, "--format", "json")
    assert result.returncode == 1
    report = json.loads(result.stdout)
    assert "not-reviewed" not in report["summary"]["byRule"]
    assert {finding["severity"] for finding in report["findings"] if finding["id"] == "long-step"} == {"error"}
    # A build stops at what the site makes an error.
    built = run(limber, "build", "--no-handouts", "--no-search", "--root", str(library))
    assert built.returncode == 1 and "[long-step]" in built.stderr


def test_a_finding_is_silenced_at_one_place_only(limber, library):
    change(
        library,
        ("2. Lift your hips slowly toward the ceiling.", "2. Your hips rise."),
        ("4. Keep your weight on your feet and shoulders.", "4. Your weight is on your feet."),
        ("figures:\n  camera", "allow:\n  - {rule: not-imperative, at: hips rise, reason: It says what happens.}\nfigures:\n  camera"),
    )
    report = json.loads(check(limber, library, "--format", "json").stdout)
    assert [finding["reason"] for finding in report["silenced"] if finding["id"] == "not-imperative"] == ["It says what happens."]
    assert [finding["message"] for finding in report["findings"] if finding["id"] == "not-imperative"] == ["the step begins with “your”, not with what to do"]


def test_a_silence_that_silences_nothing_is_a_warning(limber, library):
    change(library, ("figures:\n  camera", "allow:\n  - {rule: long-step, reason: It was long.}\nfigures:\n  camera"))
    report = json.loads(check(limber, library, "--format", "json").stdout)
    found = [finding for finding in report["findings"] if finding["id"] == "silences-nothing"]
    assert [finding["severity"] for finding in found] == ["warning"]


def test_rules_that_read_english_leave_other_languages_alone(limber, library):
    shutil.copy(library / "Templates/Strings/en.yaml", library / "Templates/Strings/de.yaml")
    change(library, ("language: en", "language: de"), file="Content/site.yaml")
    change(library, ("2. Lift your hips slowly toward the ceiling.", "2. Your hips rise. NEVER EVER."))
    report = json.loads(check(limber, library, "--format", "json").stdout)
    assert not {"not-imperative", "capital-letters", "undefined-term"} & set(report["summary"]["byRule"])
