"""What happens when something goes wrong in the middle: builds that are killed, disks that are full, files that vanish."""

import http.client
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import threading
import time
import urllib.request

import pytest

FAST = ["--no-handouts", "--no-search"]


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}


def start(limber, library, output, *options):
    command = [limber, "build", "--root", library, "--output", output, *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def build(limber, library, output, *options):
    process = start(limber, library, output, *options)
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def differences(one, other):
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def edit(library, number):
    path = library / "Content/Exercises/cat-camel.md"
    lines = [line for line in path.read_text().splitlines() if not line.startswith("Change ")]
    path.write_text("\n".join(lines) + f"\n\nChange {number} of this page.\n")


def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_is_right(limber, library, tmp_path):
    site = tmp_path / "site"
    assert build(limber, library, site, *FAST).returncode == 0
    edit(library, 0)
    before = time.monotonic()
    assert build(limber, library, site, *FAST).returncode == 0
    length = time.monotonic() - before
    moments = random.Random(7)
    killed = 0
    known = {0: contents(site)}
    for number in range(1, 101):
        edit(library, number % 5)
        process = start(limber, library, site, *FAST)
        time.sleep(moments.uniform(0, length))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        process.stdout.close()
        process.stderr.close()
        # What is published is one of the sites, whole: the old one, or the new one. A kill between two renames may leave neither.
        if site.exists() and (number - 1) % 5 in known and number % 5 in known:
            now = contents(site)
            assert now in (known[(number - 1) % 5], known[number % 5]) or any(now == whole for whole in known.values())
        if number % 5 not in known or number % 20 == 0:
            assert build(limber, library, site, *FAST).returncode == 0
            known.setdefault(number % 5, contents(site))
            assert differences(contents(site), known[number % 5]) == []
    assert killed > 50
    result = build(limber, library, site, *FAST)
    assert result.returncode == 0, result.stderr
    clean = tmp_path / "clean"
    assert build(limber, library, clean, *FAST).returncode == 0
    assert differences(contents(site), contents(clean)) == []
    # Nothing is left beside the site.
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean", "library", "site"]


def ask(origin, path, ended):
    """Asks a preview for a page, whatever becomes of the preview."""
    while not ended.is_set():
        try:
            with urllib.request.urlopen(origin + path, timeout=5) as response:
                response.read()
        except (OSError, http.client.HTTPException):
            return


def test_a_preview_killed_at_any_moment_leaves_nothing_that_a_build_is_misled_by(limber, library, tmp_path):
    site, clean = tmp_path / "site", tmp_path / "clean"
    moments = random.Random(5)
    # What a preview makes and keeps when somebody looks at it: pages, pictures and handouts.
    looked_at = ["/exercises/cat-camel/", "/handouts/cat-camel-a4.pdf", "/figures/bridge/card.svg", "/handouts/gentle-start-large.pdf"]
    killed = 0
    for number in range(100):
        process = subprocess.Popen(
            [limber, "preview", "--root", library], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
        )
        ended = threading.Event()
        askers = []
        # A third is killed while it starts.
        if number % 3:
            origin = re.search(r"http://[^/\s]+", process.stdout.readline())[0]
            askers = [threading.Thread(target=ask, args=(origin, path, ended)) for path in moments.sample(looked_at, 3)]
            for asker in askers:
                asker.start()
            edit(library, number)
        time.sleep(moments.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        ended.set()
        for asker in askers:
            asker.join()
        process.stdout.close()
        # Half of the times nothing that was kept is there, so that it is written again.
        if moments.random() < 0.5:
            shutil.rmtree(library / ".limber", ignore_errors=True)
    assert killed == 100
    assert build(limber, library, site, "--no-search").returncode == 0
    kept = kept_files(library)
    shutil.rmtree(library / ".limber")
    assert build(limber, library, clean, "--no-search").returncode == 0
    assert differences(contents(site), contents(clean)) == []
    # Nothing half-written stays among what is kept.
    assert kept == kept_files(library)


def kept_files(library):
    """The pictures and handouts that are kept between builds."""
    return sorted(path.name for path in (library / ".limber").rglob("*") if path.is_file() and path.suffix != ".record")


def test_two_builds_at_once_into_one_folder_leave_a_whole_site(limber, library, tmp_path):
    site, clean = tmp_path / "site", tmp_path / "clean"
    assert build(limber, library, clean, *FAST).returncode == 0
    whole = contents(clean)
    for turn in range(4):
        if turn == 2:
            # From here on, with a site to begin with.
            edit(library, turn)
            shutil.rmtree(clean)
            assert build(limber, library, clean, *FAST).returncode == 0
            whole = contents(clean)
        builds = [start(limber, library, site, *FAST) for _ in range(3)]
        for process in builds:
            out, err = process.communicate(timeout=120)
            assert process.returncode == 0, err
        assert differences(contents(site), whole) == []
    assert build(limber, library, site, *FAST).returncode == 0
    assert differences(contents(site), whole) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean", "library", "site"]


def test_an_output_that_is_a_file_is_refused_and_stays(limber, library, tmp_path):
    (tmp_path / "site").write_text("mine")
    result = build(limber, library, tmp_path / "site", *FAST)
    assert result.returncode == 64
    assert "is not a folder, so no site can be written there" in result.stderr
    assert (tmp_path / "site").read_text() == "mine"


def test_a_full_disk_is_said_and_the_last_site_stays(limber, library, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("only root may make a small disk here")
    try:
        filler = disk / "filler"
        assert build(limber, library, disk / "site", *FAST).returncode == 0
        whole = contents(disk / "site")
        with open(filler, "wb", buffering=0) as file:
            for size in (65536, 512):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    pass
        (library / "Templates/Site/chrome/footer.mustache").write_text(
            (library / "Templates/Site/chrome/footer.mustache").read_text().replace("</footer>", "<p>Changed</p></footer>")
        )
        result = build(limber, library, disk / "site", *FAST)
        assert result.returncode == 70
        assert "No space left on device" in result.stderr
        assert contents(disk / "site") == whole
        filler.unlink()
        assert build(limber, library, disk / "site", *FAST).returncode == 0
        assert contents(disk / "site") != whole
        assert [path.name for path in disk.iterdir()] == ["site"]
    finally:
        subprocess.run(["umount", disk], check=False)


def test_a_folder_that_nobody_may_write_is_said(limber, library, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("only root may make a disk here that cannot be written")
    try:
        result = build(limber, library, disk / "site", *FAST)
        assert result.returncode == 70
        assert "cannot be written" in result.stderr
    finally:
        subprocess.run(["umount", disk], check=False)


def test_files_that_vanish_and_come_back_while_a_build_reads_end_in_an_error_or_in_the_right_site(limber, library, tmp_path):
    site, clean = tmp_path / "site", tmp_path / "clean"
    assert build(limber, library, site, *FAST).returncode == 0
    pages = sorted((library / "Content/Exercises").glob("*.md"))
    texts = {path: path.read_text() for path in pages}
    ended = threading.Event()

    def disturb():
        chance = random.Random(3)
        while not ended.is_set():
            path = chance.choice(pages)
            path.unlink(missing_ok=True)
            time.sleep(chance.uniform(0, 0.02))
            path.write_text(texts[path])

    worker = threading.Thread(target=disturb)
    worker.start()
    try:
        for _ in range(15):
            assert build(limber, library, site, *FAST).returncode in (0, 1)
    finally:
        ended.set()
        worker.join()
    for path, text in texts.items():
        path.write_text(text)
    assert build(limber, library, site, *FAST).returncode == 0
    assert build(limber, library, clean, *FAST).returncode == 0
    assert differences(contents(site), contents(clean)) == []


@pytest.mark.parametrize("time_of_change", [1, 4102444800])
def test_a_clock_that_is_wrong_hides_no_change(limber, library, tmp_path, time_of_change):
    site, clean = tmp_path / "site", tmp_path / "clean"
    page = library / "Content/Exercises/cat-camel.md"
    text = page.read_text().replace("summary: ", "summary: A ", 1)
    page.write_text(text)
    os.utime(page, (time_of_change, time_of_change))
    assert build(limber, library, site, *FAST).returncode == 0
    # As long as before, and as old.
    page.write_text(text.replace("summary: A ", "summary: B "))
    os.utime(page, (time_of_change, time_of_change))
    assert build(limber, library, site, *FAST).returncode == 0
    assert build(limber, library, clean, *FAST).returncode == 0
    assert differences(contents(site), contents(clean)) == []
