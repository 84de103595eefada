"""Every rule of the content is seen to find a mistake made on purpose in a copy of the library, at its exact line.

A rule has one file of cases, Tests/ContentChecksTests/Rules/ID.yaml: what it `finds` and what it `accepts`. A case changes a copy of the
library: in `file`, the text `replace` becomes `with` (of a whole file: `whole`), and `more` lists further changes; `new` adds files and `site`
settings. The finding must stand `at` the line that has that text (the first line of `with` unless said; `file` for the file as a whole, `last` for
the last line that has it), and `fixed` is what `--fix` must make of `with`.
"""

import json
import pathlib
import re
import shutil

import pytest
import yaml

from conftest import ROOT, run

FOLDER = ROOT / "Tests" / "ContentChecksTests" / "Rules"
RULES = {path.stem: yaml.safe_load(path.read_text()) for path in sorted(FOLDER.glob("*.yaml"))}


def cases(kind):
    return [pytest.param(rule, case, id=f"{rule}-{number}") for rule, file in RULES.items() for number, case in enumerate(file[kind])]


@pytest.fixture
def library(tmp_path):
    shutil.copytree(ROOT / "Content", tmp_path / "Content")
    shutil.copytree(ROOT / "Templates", tmp_path / "Templates")
    return tmp_path


def change(library, case):
    path = library / "Content" / case["file"]
    for name, text in case.get("new", {}).items():
        (library / "Content" / name).parent.mkdir(exist_ok=True)
        (library / "Content" / name).write_text(text)
    if case.get("whole"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(case["with"])
    elif "drop" in case:
        lines = path.read_text().split("\n")
        start = lines.index(case["drop"] + ":")
        end = next(index for index in range(start + 1, len(lines)) if lines[index] and not lines[index].startswith(" "))
        path.write_text("\n".join(lines[:start] + [case["drop"] + ": []"] + lines[end:]))
    else:
        text = path.read_text()
        assert case["replace"] in text, f"{case['file']} does not have: {case['replace']}"
        path.write_text(text.replace(case["replace"], case["with"], 1))
    if "site" in case:
        with (library / "Content/site.yaml").open("a") as file:
            file.write(case["site"])
    for further in case.get("more", []):
        change(library, further)


def check(limber, library, *options):
    result = run(limber, "check", "--format", "json", "--root", str(library), *options)
    assert result.returncode in (0, 1), result.stderr
    return json.loads(result.stdout)


def found_by(rule, report):
    return [finding for finding in report["findings"] if finding["id"] == rule]


@pytest.mark.parametrize("rule, case", cases("finds"))
def test_the_rule_finds_the_mistake_at_its_line(limber, library, rule, case):
    change(library, case)
    findings = found_by(rule, check(limber, library, *(["--strict"] if case.get("strict") else [])))
    path = "Content/" + case["file"]
    at = case.get("at") or case["with"].split("\n")[0]
    if at == "file":
        assert any(finding["path"] == path and "line" not in finding for finding in findings), findings
    else:
        text = case["with"] if at == "last" else at
        expected = [number for number, line in enumerate((library / path).read_text().split("\n"), 1) if text in line]
        assert expected, f"no line has: {text}"
        wanted = expected[-1] if at == "last" else expected[0]
        assert [finding for finding in findings if finding.get("path") == path and finding.get("line") == wanted], findings
    if "severity" in case:
        assert {finding["severity"] for finding in findings} == {case["severity"]}


@pytest.mark.parametrize("rule, case", cases("accepts"))
def test_the_rule_accepts_what_is_right(limber, library, rule, case):
    change(library, case)
    report = check(limber, library)
    findings = [finding for finding in found_by(rule, report) if "only" not in case or finding["path"].endswith(case["only"])]
    assert findings == []
    # The case is what it is meant to be only when the site can be read.
    assert not [finding for finding in report["findings"] if finding["severity"] == "error" and finding["id"] not in RULES], report["findings"]


@pytest.mark.parametrize("rule, case", [case for case in cases("finds") if "fixed" in case.values[1]])
def test_fix_makes_only_the_change_that_needs_no_judgement(limber, library, rule, case):
    change(library, case)
    path = library / "Content" / case["file"]
    before = path.read_text()
    result = run(limber, "check", "--fix", "--root", str(library))
    assert path.read_text() == before.replace(case["with"], case["fixed"])
    if case["with"] != case["fixed"]:
        assert f"--- a/Content/{case['file']}" in result.stdout
        assert not [finding for finding in found_by(rule, check(limber, library)) if finding["path"].endswith(case["file"])]
    after = path.read_text()
    assert run(limber, "check", "--fix", "--root", str(library)).stdout == ""
    assert path.read_text() == after


def test_every_rule_has_its_cases_and_every_case_its_rule(limber):
    rules = {rule["id"] for rule in json.loads(run(limber, "debug", "rules").stdout)}
    assert rules == set(RULES)
    assert all(file["finds"] and file["accepts"] for file in RULES.values())
    sources = {path: re.findall(r'static let id = "([a-z-]+)"', path.read_text()) for path in (ROOT / "Sources/ContentChecks/Rules").rglob("*.swift")}
    assert all(len(ids) == 1 for ids in sources.values()), "a rule is a file"
    assert {ids[0] for ids in sources.values()} == rules
