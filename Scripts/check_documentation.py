"""Writes the documentation of the checks to standard output: the rules with their comments, and the errors that the fixtures show.

Usage: check_documentation.py LIMBER
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
GROUPS = {
    "safety": ("Safety", "What keeps readers from harm."),
    "dose": ("Dose", "Figures, and what text says of them."),
    "sides": ("Left and right", "Steps, pictures and their texts show the same side."),
    "provenance": ("Provenance", "Who says so, who has reviewed it, and whose the pictures are."),
    "language": ("Language", "Words for tired and worried readers."),
    "pictures": ("Pictures", "What can be seen, and heard by those who cannot see it."),
    "structure": ("Structure", "Pages, sections, and the ways between them."),
}
HEAD = """# Checks

`limber check` reads a library like a compiler: it names every mistake with its file, line and column, and says how to mend it. This page lists what it finds. It is written from the documentation comments in `Sources/ContentChecks/Rules/` by `Scripts/check-documentation`.

| option | does |
|---|---|
| `--format text` | for people: each finding with its line, then what was let stand, then how often each rule found something |
| `--format json` | for programs: by the schema [check-report.schema.json](check-report.schema.json), whose version is in `version`; with how hard each page is to read |
| `--format github` | annotations for GitHub's workflows |
| `--strict` | warnings fail the check, and a page that no clinician has reviewed is an error |
| `--fix` | makes the changes that need no judgement, such as a misspelt key, and shows them as a diff; a second run changes nothing |

The exit status is 0 when there is no error (with `--strict`: nothing at all), and 1 otherwise. `limber build` stops at errors and leaves warnings to `limber check`; `limber preview SLUG` lists the findings of its page beside it.

## Settings

`checks:` in `Content/site.yaml` sets a rule's severity (`off`, `warning` or `error`) and its numbers:

```yaml
checks:
  long-step: {severity: error, words: 15}
  hard-start: {severity: off}
glossary:                       # terms of your own, each with the guidance page that explains it
  facet joint: what-the-sound-is
```

A rule that keeps readers from harm can be made neither weaker than its row says, nor silent.

One finding can be let stand where it is, with a reason, in the front matter of its page. The reason is printed with every check.

```yaml
allow:
  - rule: long-step
    reason: The four positions belong together.
    at: Lift your hips          # optional: words of the line; else every finding of the rule on this page
```

An `allow` for a rule that does not exist is an error, and one that silences nothing is a warning.

Rules that read English words apply only where the site's `language` is English.
"""


def comment(path):
    """The documentation comment of a rule's type: its text, and its fenced examples by name."""
    lines = []
    for line in path.read_text().split("\n"):
        if line.startswith("///"):
            lines.append(line[3:].removeprefix(" "))
        elif line.startswith("enum "):
            break
        elif lines:
            lines = []
    text = "\n".join(lines)
    examples = {name: body for name, body in re.findall(r"```(bad|good)\n(.*?)\n```", text, re.S)}
    prose = re.sub(r"```.*?```", "", text, flags=re.S).strip()
    return " ".join(prose.split()), examples


def rule_section(rule, text, examples):
    facts = [f"**{rule['severity']}**"]
    if rule["isRequiredToPublish"]:
        facts.append("error with `--strict`")
    if rule["least"] != "off":
        facts.append(f"at least `{rule['least']}`, never silent")
    if rule["readsEnglish"]:
        facts.append("English only")
    lines = [f"### `{rule['id']}`", "", ", ".join(facts), "", text]
    for limit in rule["limits"]:
        lines += ["", f"- `{limit['name']}: {limit['usual']}` is {limit['meaning']}."] if limit is rule["limits"][0] else [
            f"- `{limit['name']}: {limit['usual']}` is {limit['meaning']}."
        ]
    for name, title in (("bad", "Bad"), ("good", "Good")):
        lines += ["", f"{title}:", "", "```", examples[name], "```"]
    return "\n".join(lines) + "\n"


def errors():
    """The errors of reading, each with the message that a fixture shows."""
    found = {}
    for path in sorted((ROOT / "Tests/Fixtures/InvalidSites").glob("*/stderr.txt")):
        for message, name in re.findall(r"error: (.*) \[([a-z-]+)\]$", path.read_text(), re.M):
            found.setdefault(name, message)
    return found


def main():
    rules = json.loads(subprocess.run([sys.argv[1], "debug", "rules"], capture_output=True, text=True, check=True).stdout)
    comments = {}
    for path in sorted((ROOT / "Sources/ContentChecks/Rules").rglob("*.swift")):
        (name,) = re.findall(r'static let id = "([a-z-]+)"', path.read_text())
        comments[name] = comment(path)
    out = [HEAD, f"## The {len(rules)} rules\n", "| rule | group | severity |\n|---|---|---|"]
    for rule in rules:
        out[-1] += f"\n| [`{rule['id']}`](#{rule['id']}) | {GROUPS[rule['group']][0]} | {rule['severity']} |"
    out[-1] += "\n"
    for group, (title, about) in GROUPS.items():
        out.append(f"## {title}\n\n{about}\n")
        out += [rule_section(rule, *comments[rule["id"]]) for rule in rules if rule["group"] == group]
    names = {rule["id"] for rule in rules}
    rows = "\n".join(
        f"| `{name}` | {message.replace('|', chr(92) + '|')} |" for name, message in sorted(errors().items()) if name not in names
    )
    out.append(
        "## Errors of reading\n\nWhat cannot be read is an error before any rule looks at it. Each with one of its messages:\n\n"
        f"| error | such as |\n|---|---|\n{rows}\n"
    )
    sys.stdout.write("\n".join(out))


main()
