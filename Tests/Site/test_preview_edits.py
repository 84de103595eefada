"""A long day of writing: a thousand changes of every kind under one preview, which never shows an old page and does not grow."""

import pathlib
import random
import re
import subprocess
import time

import pytest
from test_preview import Preview

EDITS = 1000
SLUGS = ["cat-camel", "bridge", "childs-pose"]


def memory(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text())[1]) / 1024


@pytest.fixture
def preview(limber, library):
    preview = Preview(limber, library)
    yield preview
    if preview.process.poll() is None:
        preview.process.kill()
        preview.process.communicate()


def test_a_thousand_changes_leave_no_old_page_and_no_growth(limber, library, preview, tmp_path):
    chance = random.Random(11)
    exercises = library / "Content/Exercises"
    originals = {slug: (exercises / f"{slug}.md").read_text() for slug in SLUGS}
    git = ["git", "-C", str(library), "-c", "user.name=Author", "-c", "user.email=author@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "One"], ["checkout", "-qb", "other"]):
        subprocess.run([*git, *command], check=True)
    page = exercises / f"{SLUGS[0]}.md"
    page.write_text(originals[SLUGS[0]].replace("title: ", "title: Other branch ", 1))
    subprocess.run([*git, "commit", "-qam", "Two"], check=True)
    subprocess.run([*git, "checkout", "-q", "-"], check=True)

    def save(slug, text):
        (exercises / f"{slug}.md").write_text(text)

    def rename(slug, text):
        new = exercises / f".{slug}.md.new"
        new.write_text(text)
        new.rename(exercises / f"{slug}.md")

    def halves(slug, text):
        with open(exercises / f"{slug}.md", "w") as file:
            file.write(text[: len(text) // 2])
            file.flush()
            file.write(text[len(text) // 2 :])

    def delete(slug, text):
        (exercises / f"{slug}.md").unlink()
        (exercises / f"{slug}.md").write_text(text)

    def move(slug, text):
        exercises.rename(library / "Content/Away")
        (library / "Content/Away").rename(exercises)
        save(slug, text)

    def branch(slug, text):
        subprocess.run([*git, "stash", "-q"], check=True)
        subprocess.run([*git, "checkout", "-q", "other"], check=True)
        subprocess.run([*git, "checkout", "-q", "-"], check=True)
        subprocess.run([*git, "stash", "drop", "-q"], check=False)
        for name, original in originals.items():
            save(name, original)
        save(slug, text)

    ways = [save] * 10 + [rename] * 10 + [halves] * 5 + [delete] * 3 + [move] + [branch]
    begun = None
    for number in range(1, EDITS + 1):
        slug = chance.choice(SLUGS)
        chance.choice(ways)(slug, originals[slug].rstrip() + f"\n\nEdit {number} of this page.\n")
        if number % 50 == 0:
            assert preview.wait_for(f"/exercises/{slug}/", f"Edit {number} of this page."), number
        if number == 200:
            begun = memory(preview.process)
    for slug in SLUGS:
        save(slug, originals[slug].rstrip() + "\n\nThe last word.\n")
    for slug in SLUGS:
        assert preview.wait_for(f"/exercises/{slug}/", "The last word.")
    time.sleep(0.5)
    # A preview that is started now shows the same.
    fresh = Preview(limber, library)
    try:
        for path in ["/", "/exercises/", "/names/", *(f"/exercises/{slug}/" for slug in SLUGS)]:
            served = [re.sub(r'data-version="[^"]*"', "", text) for text in (preview.get(path), fresh.get(path))]
            served = [re.sub(r"handouts?-size[^<]*", "", text) for text in served]
            assert served[0] == served[1], path
    finally:
        fresh.stop()
    assert memory(preview.process) < begun * 1.3 + 20
    status, _ = preview.stop()
    assert status == 0
