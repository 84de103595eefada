"""Documentation/Checks.md is what Scripts/check-documentation writes now, and says of every rule what it must."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest

from conftest import ROOT, run

TEXT = (ROOT / "Documentation/Checks.md").read_text()


def test_the_text_is_up_to_date(limber):
    written = subprocess.run([sys.executable, str(ROOT / "Scripts/check_documentation.py"), limber], capture_output=True, text=True)
    assert written.returncode == 0, written.stderr
    assert written.stdout == TEXT, "out of date: run Scripts/check-documentation"


def test_every_rule_is_explained_with_a_bad_and_a_good_example(limber):
    rules = json.loads(run(limber, "debug", "rules").stdout)
    assert len(rules) >= 30
    for rule in rules:
        section = TEXT.split(f"\n### `{rule['id']}`\n")[1].split("\n### `")[0]
        assert section.count("```") == 4 and "\nBad:\n" in section and "\nGood:\n" in section, rule["id"]
        assert all(f"`{limit['name']}: {limit['usual']}`" in section for limit in rule["limits"]), rule["id"]


def test_every_error_of_a_fixture_is_listed():
    found = {name for path in (ROOT / "Tests/Fixtures/InvalidSites").glob("*/stderr.txt") for name in re.findall(r"error: .* \[([a-z-]+)\]$", path.read_text(), re.M)}
    assert [name for name in sorted(found) if f"`{name}`" not in TEXT] == []


@pytest.mark.parametrize("name", ["check-report.schema.json"])
def test_the_schema_is_a_schema(name):
    jsonschema.Draft202012Validator.check_schema(json.loads((ROOT / "Documentation" / name).read_text()))
