"""`limber handout --print`, on a printer of CUPS that writes PDF files."""

import os
import pathlib
import shutil
import subprocess
import time

import pytest
from conftest import ROOT, run


@pytest.fixture(scope="module")
def cups(tmp_path_factory):
    """A scheduler of its own with one printer; nothing of the system's is changed."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("CUPS needs root to start a printer")
    for command in ("cupsd", "lpadmin", "lp"):
        if shutil.which(command, path="/usr/sbin:/usr/bin") is None:
            pytest.skip(f"{command} is not installed (Debian: cups-daemon, cups-client)")
    if not pathlib.Path("/usr/lib/cups/backend/cups-pdf").exists():
        pytest.skip("the printer that writes PDF files is not installed (Debian: printer-driver-cups-pdf)")
    # The socket's path must be short, and its folder open to the scheduler's own user.
    folder = pathlib.Path("/tmp") / f"limber-cups-{os.getpid()}"
    for name in ("root/ppd", "state/certs", "cache", "spool/tmp", "log", "run"):
        (folder / name).mkdir(parents=True)
    shutil.chown(folder, group="lp")
    for path in folder.rglob("*"):
        shutil.chown(path, group="lp")
    (folder / "spool").chmod(0o710)
    (folder / "spool/tmp").chmod(0o1770)
    allow = "\n  Order allow,deny\n  Allow all\n</Location>\n"
    (folder / "cupsd.conf").write_text(
        f"Listen {folder}/run/s\nBrowsing No\nWebInterface No\nPreserveJobFiles No\nDefaultAuthType None\n"
        f"<Location />{allow}<Location /admin>{allow}<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
    )
    (folder / "cups-files.conf").write_text(
        f"ServerRoot {folder}/root\nStateDir {folder}/state\nCacheDir {folder}/cache\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\n"
        f"ServerBin /usr/lib/cups\nDataDir /usr/share/cups\nAccessLog {folder}/log/access\nErrorLog {folder}/log/error\nPageLog {folder}/log/page\n"
        "SystemGroup root lpadmin\nUser lp\nGroup lp\n"
    )
    environment = {**os.environ, "CUPS_SERVER": f"{folder}/run/s"}
    environment["PATH"] += ":/usr/sbin"
    scheduler = subprocess.Popen(
        ["/usr/sbin/cupsd", "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"], stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            if (folder / "run/s").exists():
                break
            time.sleep(0.1)
        made = subprocess.run(
            ["lpadmin", "-p", "Limber", "-E", "-v", "cups-pdf:/", "-m", "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"],
            env=environment, capture_output=True, text=True,
        )  # fmt: skip
        if made.returncode != 0:
            pytest.skip(f"CUPS does not run here: {made.stderr.strip()}")
        yield environment
    finally:
        scheduler.terminate()
        scheduler.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def printed():
    """What the printer has written: cups-pdf puts the files of root into its home."""
    return set(pathlib.Path("/root/PDF").glob("*.pdf"))


@pytest.mark.parametrize("paper, size", [("a4", "A4"), ("letter", "letter")])
def test_a_handout_is_printed_and_leaves_no_file(limber, cups, tmp_path, paper, size):
    before = printed()
    result = run(limber, "handout", "bridge", "--root", str(ROOT), "--paper", paper, "--name", "Zebedee", "--print=Limber", cwd=tmp_path, env=cups)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Sent ") and " to be printed as job Limber-" in result.stdout, result.stdout
    new = set()
    for _ in range(300):
        # The scheduler writes the file bit by bit: it is whole when the queue is empty.
        waiting = subprocess.run(["lpstat", "-o"], env=cups, capture_output=True, text=True).stdout
        new = printed() - before
        if new and not waiting:
            break
        time.sleep(0.1)
    try:
        assert len(new) == 1
        path = new.pop()
        assert path.name.startswith("Bridge") and "Zebedee" not in path.name
        found = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        assert size in found and int(found.split("Pages:")[1].split()[0]) >= 1
    finally:
        for path in printed() - before:
            path.unlink()
    assert not list(tmp_path.iterdir())


def test_an_unknown_printer_and_a_missing_default_are_explained(limber, cups, tmp_path):
    result = run(limber, "handout", "bridge", "--root", str(ROOT), "--print", "Limbr", cwd=tmp_path, env=cups)
    assert result.returncode == 70
    assert result.stderr == (
        "error: there is no printer `Limbr` [unknown-printer]\n  note: the printers are: Limber\n  fix: did you mean `Limber`?\n1 error\n"
    )
    result = run(limber, "handout", "bridge", "--root", str(ROOT), "--print", cwd=tmp_path, env=cups)
    assert result.returncode == 70
    assert result.stderr == (
        "error: no printer is set as the one to use [no-default-printer]\n  note: the printers are: Limber\n  fix: name one: --print Limber\n1 error\n"
    )
    assert not list(tmp_path.iterdir())


def test_without_cups_that_is_said(limber, tmp_path):
    result = run(limber, "handout", "bridge", "--root", str(ROOT), "--print", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert result.returncode == 70
    assert result.stderr == (
        "error: there is no command `lp`, by which handouts are printed [no-print-command]\n"
        "  fix: install CUPS (on Debian and Ubuntu `apt install cups cups-client`), or write a file with --output\n1 error\n"
    )


def test_printing_and_keeping_go_together(limber, tmp_path):
    for name, script in (("lp", 'printf "%s|" "$@" > arguments; cat > copy.pdf; echo "request id is Office-9 (0 file(s))"'), ("lpstat", "echo Office")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    result = run(
        limber, "handout", "bridge", "cat-camel", "--root", str(ROOT), "--print", "Office", "--output", "mine.pdf", cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    pages = result.stdout.split("mine.pdf, ")[1].split(".")[0]
    assert result.stdout == f"Wrote mine.pdf, {pages}.\nSent {pages} to be printed as job Office-9.\n"
    assert (tmp_path / "copy.pdf").read_bytes() == (tmp_path / "mine.pdf").read_bytes()
    assert (tmp_path / "arguments").read_text().startswith("-d|Office|-t|")
    assert (tmp_path / "arguments").read_text().endswith("|-o|media=A4|")
