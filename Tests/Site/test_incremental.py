"""What a second build makes: never anything else than a build from nothing."""

import os
import pathlib
import random
import shutil
import subprocess

import pytest

FAST = ["--no-handouts", "--no-search"]


def build(limber, library, output, *options, check=True):
    command = [limber, "build", "--root", library, "--output", output, *options]
    result = subprocess.run(command, capture_output=True, text=True)
    if check:
        assert result.returncode == 0, result.stderr
    return result


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}


def states(folder):
    """Which file each name stands for, and when it was written."""
    return {
        str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if path.is_file()
    }


def differences(one, other):
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


class Author:
    """Somebody who changes a library as people do, the same way for the same seed. Some changes are mistakes."""

    def __init__(self, library, seed):
        self.library = library
        self.random = random.Random(seed)
        self.number = 0

    def files(self, pattern):
        return sorted(self.library.glob(pattern))

    def replace(self, path, old, new):
        text = path.read_text()
        path.write_text(text.replace(old, new, 1))

    def change(self):
        self.number += 1
        return self.random.choice(
            [self.text, self.text, self.title, self.summary, self.new, self.remove, self.rename, self.programme, self.guidance]
            + [self.template, self.partial, self.words, self.setting, self.pose, self.style, self.source, self.media, self.draft]
            + [self.mistake, self.touch]
        )()

    def text(self):
        path = self.random.choice(self.files("Content/Exercises/*.md"))
        path.write_text(path.read_text().rstrip() + f" Breathe out slowly for change {self.number}.\n")
        return f"text of {path.name}"

    def title(self):
        path = self.random.choice(self.files("Content/Exercises/*.md"))
        self.replace(path, "title: ", f"title: Number {self.number} ")
        return f"title of {path.name}"

    def summary(self):
        path = self.random.choice(self.files("Content/*/*.md"))
        self.replace(path, "summary: ", f"summary: Once more, {self.number}, ")
        return f"summary of {path.name}"

    def new(self):
        path = self.random.choice(self.files("Content/Exercises/*.md"))
        copy = path.with_name(f"new-{self.number}.md")
        text = path.read_text().replace("title: ", f"title: New {self.number} ", 1)
        copy.write_text("\n".join(line for line in text.splitlines() if not line.startswith("aliases:")) + "\n")
        return f"new {copy.name}"

    def remove(self):
        made = self.files("Content/Exercises/new-*.md")
        if not made:
            return "nothing"
        path = self.random.choice(made)
        path.unlink()
        return f"{path.name} removed"

    def rename(self):
        made = self.files("Content/Exercises/new-*.md")
        if not made:
            return "nothing"
        path = self.random.choice(made)
        path.rename(path.with_name(f"new-renamed-{self.number}.md"))
        return f"{path.name} renamed"

    def programme(self):
        path = self.random.choice(self.files("Content/Programmes/*.md"))
        self.replace(path, "title: ", f"title: Programme {self.number} ")
        return f"title of {path.name}"

    def guidance(self):
        path = self.random.choice(self.files("Content/Guidance/*.md"))
        self.replace(path, "title: ", f"title: Page {self.number} ")
        return f"title of {path.name}"

    def template(self):
        path = self.library / "Templates/Site/pages/exercise.mustache"
        path.write_text(path.read_text() + f"{{{{! {self.number} }}}}\n")
        return "a template"

    def partial(self):
        path = self.library / "Templates/Site/chrome/footer.mustache"
        self.replace(path, "</footer>", f"<p>Change {self.number}</p></footer>")
        return "a partial"

    def words(self):
        self.replace(self.library / "Templates/Strings/en.yaml", "All exercises", f"All exercises {self.number}")
        return "words"

    def setting(self):
        self.replace(self.library / "Content/site.yaml", "tagline: ", f"tagline: No. {self.number} ")
        return "a setting"

    def pose(self):
        path = self.random.choice(self.files("Content/Poses/*.yaml"))
        path.write_text(path.read_text() + f"# Change {self.number}\n")
        return f"poses of {path.name}"

    def style(self):
        path = self.library / "Templates/Assets/Styles/site.css"
        path.write_text(path.read_text() + f"\n.change-{self.number} {{ order: 1 }}\n")
        return "a style sheet"

    def source(self):
        self.replace(self.library / "Content/sources.yaml", "title: ", f"title: Edition {self.number} ")
        return "a source"

    def media(self):
        folder = self.library / "Content/Media"
        folder.mkdir(exist_ok=True)
        (folder / "picture.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><title>{self.number}</title></svg>\n')
        return "an own picture"

    def draft(self):
        made = self.files("Content/Exercises/new-*.md")
        if not made:
            return "nothing"
        path = self.random.choice(made)
        text = path.read_text()
        path.write_text(text.replace("draft: true\n", "", 1) if "draft: true\n" in text else text.replace("title: ", "draft: true\ntitle: ", 1))
        return f"draft of {path.name}"

    def mistake(self):
        path = self.random.choice(self.files("Content/Exercises/*.md"))
        text = path.read_text()
        self.undo = lambda: path.write_text(text)
        path.write_text(text.replace("title: ", "titel: ", 1))
        return f"mistake in {path.name}"

    def touch(self):
        os.utime(self.random.choice(self.files("Content/*/*.md")), (1, 1))
        return "an old date"


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_a_build_equals_one_from_nothing(limber, library, tmp_path, seed):
    author = Author(library, seed)
    site = tmp_path / "site"
    history = []
    for _ in range(8):
        history.append(author.change())
        result = build(limber, library, site, *FAST, check=False)
        if "mistake" in history[-1]:
            assert result.returncode == 1, history
            author.undo()
            result = build(limber, library, site, *FAST, check=False)
        assert result.returncode == 0, (history, result.stderr)
        # A folder that no record is of: everything is made, but for kept pictures.
        clean = tmp_path / f"clean-{len(history)}"
        build(limber, library, clean, *FAST)
        assert differences(contents(site), contents(clean)) == [], history
        shutil.rmtree(clean)


def test_when_nothing_changed_nothing_is_written(limber, library, tmp_path):
    site = tmp_path / "site"
    first = build(limber, library, site, *FAST)
    before = states(site)
    second = build(limber, library, site, *FAST)
    assert second.stdout.startswith("Nothing changed: ")
    assert states(site) == before
    assert second.stderr == first.stderr


def test_a_warning_is_said_again_when_nothing_changed(limber, library, tmp_path, monkeypatch):
    monkeypatch.setenv("LIMBER_PAGEFIND", str(tmp_path / "missing"))
    first = build(limber, library, tmp_path / "site", "--no-handouts")
    second = build(limber, library, tmp_path / "site", "--no-handouts")
    assert "[no-search-index]" in first.stderr
    assert second.stderr == first.stderr
    assert second.stdout.startswith("Nothing changed: ")


def test_one_changed_text_writes_only_what_says_it(limber, library, tmp_path):
    site = tmp_path / "site"
    build(limber, library, site, *FAST)
    before, bytes_before = states(site), contents(site)
    page = library / "Content/Exercises/cat-camel.md"
    page.write_text(page.read_text().rstrip() + " Breathe out slowly.\n")
    result = build(limber, library, site, *FAST)
    assert " again: " in result.stdout
    after, bytes_after = states(site), contents(site)
    written = differences(before, after)
    # Those that tell the version of the whole are written with everything else.
    versions = {".limber-site", "offline.json", "service-worker.js", "version.txt"}
    assert set(written) - versions == set(differences(bytes_before, bytes_after)) - versions
    assert "exercises/cat-camel/index.html" in written
    assert "exercises/bridge/index.html" not in written
    assert "index.html" not in written


def test_a_file_of_the_site_that_was_changed_or_lost_is_made_again(limber, library, tmp_path):
    site = tmp_path / "site"
    build(limber, library, site, *FAST)
    whole = contents(site)
    (site / "exercises/cat-camel/index.html").write_text("changed by hand")
    (site / "robots.txt").unlink()
    build(limber, library, site, *FAST)
    assert differences(contents(site), whole) == []


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "older"])
def test_a_damaged_record_is_noticed(limber, library, tmp_path, damage):
    site = tmp_path / "site"
    build(limber, library, site, *FAST)
    whole = contents(site)
    record = next((library / ".limber/builds").glob("*.record"))
    data = record.read_bytes()
    record.write_bytes(
        {
            "cut": data[: len(data) // 2],
            "flipped": data[:100] + bytes([data[100] ^ 1]) + data[101:],
            "empty": b"",
            "older": b"\x00" + data[1:],
        }[damage]
    )
    result = build(limber, library, site, *FAST)
    assert result.stdout.startswith("Wrote ") and " again" not in result.stdout
    assert differences(contents(site), whole) == []


def test_two_folders_have_records_of_their_own(limber, library, tmp_path):
    build(limber, library, tmp_path / "one", *FAST)
    build(limber, library, tmp_path / "two", "--base-url", "https://example.org/", *FAST)
    assert build(limber, library, tmp_path / "one", *FAST).stdout.startswith("Nothing changed")
    assert build(limber, library, tmp_path / "two", "--base-url", "https://example.org/", *FAST).stdout.startswith("Nothing changed")
    assert build(limber, library, tmp_path / "two", *FAST).stdout.startswith("Wrote")


def test_handouts_and_the_index_for_searching_follow_a_change_too(limber, library, tmp_path):
    site, clean = tmp_path / "site", tmp_path / "clean"
    build(limber, library, site)
    page = library / "Content/Exercises/cat-camel.md"
    page.write_text(page.read_text().replace("title: ", "title: Slow ", 1))
    before = states(site)
    build(limber, library, site)
    after = states(site)
    again = {path for path in differences(before, after) if path.startswith("handouts/")}
    assert "handouts/cat-camel-a4.pdf" in again
    # Handouts that do not name the exercise stay.
    assert "handouts/prone-press-up-a4.pdf" not in again
    shutil.copytree(library, tmp_path / "copy", ignore=shutil.ignore_patterns(".limber"))
    build(limber, tmp_path / "copy", clean)
    assert differences(contents(site), contents(clean)) == []
