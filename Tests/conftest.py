"""Tests of what `limber` writes, read back from the outside: pages, data, PDFs, and the pages in a real browser.

LIMBER names the program and SITE the example library's site, both made by Scripts/test.
"""

import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import threading
import time

import pikepdf
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def limber():
    return os.environ["LIMBER"]


@pytest.fixture(scope="session")
def site():
    return pathlib.Path(os.environ["SITE"])


@pytest.fixture(scope="session")
def pages(site):
    return sorted(site.rglob("*.html"))


@pytest.fixture
def library(tmp_path):
    """A copy of the example library that a test may change."""
    root = tmp_path / "library"
    root.mkdir()
    for folder in ("Content", "Templates"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def address(site):
    server = serve(site)
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def run(*arguments, **options):
    return subprocess.run(arguments, capture_output=True, text=True, timeout=120, **options)


def tags(node, found):
    """The structure tags of a PDF in reading order, each with its alternative text."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            tags(kid, found)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            found.append((str(node.S), str(node.get("/Alt", ""))))
        if "/K" in node:
            tags(node.K, found)
    return found


def until(page, expression, argument=None, seconds=15):
    """Waits until an expression holds on a page. Playwright's own waiting evaluates text in the page, which our policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < deadline, f"{expression} did not come true"
        page.wait_for_timeout(50)
