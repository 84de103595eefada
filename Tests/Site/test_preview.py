"""`limber preview` as an author uses it: the page follows every save, shows what is wrong, recovers, and stops cleanly."""

import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest


class Preview:
    def __init__(self, limber, library, *arguments):
        self.process = subprocess.Popen(
            [limber, "preview", *arguments, "--root", str(library)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        line = ""
        while "http" not in line:
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError("the preview did not start: " + self.process.stderr.read())
        self.url = re.search(r"http://\S+", line)[0]
        self.origin = "/".join(self.url.split("/", 3)[:3])

    def get(self, path):
        with urllib.request.urlopen(self.origin + path, timeout=60) as response:
            return response.read().decode()

    def wait_for(self, path, wanted, seconds=20):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if wanted in self.get(path):
                    return True
            except urllib.error.HTTPError as error:
                if wanted in error.read().decode():
                    return True
            time.sleep(0.05)
        return False

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors


@pytest.fixture
def preview(limber, library):
    preview = Preview(limber, library, "cat-camel")
    yield preview
    if preview.process.poll() is None:
        preview.process.kill()
        preview.process.communicate()


@pytest.fixture
def exercise(library):
    return library / "Content/Exercises/cat-camel.md"


def test_it_shows_the_page_that_was_asked_for_and_stops_cleanly(preview):
    assert preview.url.startswith("http://127.0.0.1:") and preview.url.endswith("/_limber/workbench/?page=/exercises/cat-camel/")
    assert preview.process.stdout.readline() == f"The page alone is at {preview.origin}/exercises/cat-camel/.\n"
    assert "<h1" in preview.get("/exercises/cat-camel/")
    status, errors = preview.stop()
    assert status == 0 and "rror" not in errors


def test_the_browser_follows_a_save_shows_what_is_wrong_and_recovers(browser, preview, exercise):
    good = exercise.read_text()
    page = browser.new_page()
    page.goto(preview.origin + "/exercises/cat-camel/")
    exercise.write_text(re.sub("(?m)^title: .*", "title: A changed title", good))
    page.wait_for_selector("h1:has-text('A changed title')", timeout=20000)

    exercise.write_text(good.replace("kind: ", "knid: "))
    page.wait_for_selector("text=unknown key `knid`", timeout=20000)
    assert "Content/Exercises/cat-camel.md:" in page.inner_text("body")
    assert "did you mean `kind`?" in page.inner_text("body")

    exercise.write_text(re.sub("(?m)^title: .*", "title: Mended", good))
    page.wait_for_selector("h1:has-text('Mended')", timeout=20000)
    assert "unknown key" not in page.inner_text("body")
    page.close()


def test_an_editor_that_replaces_the_file_is_followed_too(preview, exercise):
    beside = exercise.with_name(".cat-camel.md.swp")
    beside.write_text(re.sub("(?m)^title: .*", "title: Replaced", exercise.read_text()))
    beside.rename(exercise)
    assert preview.wait_for("/exercises/cat-camel/", "Replaced")


def test_a_new_file_a_template_and_a_style_sheet_are_followed(preview, library, exercise):
    shutil.copy(exercise, exercise.with_name("another-one.md"))
    assert preview.wait_for("/exercises/another-one/", "<h1")
    strings = library / "Templates/Strings/en.yaml"
    strings.write_text(strings.read_text().replace("The same to print", "A sheet to print"))
    assert preview.wait_for("/exercises/another-one/", "A sheet to print")
    style = library / "Templates/Assets/Styles/page.css"
    style.write_text(style.read_text() + "\n.a-new-rule { color: red }\n")
    deadline = time.monotonic() + 20
    found = False
    while not found and time.monotonic() < deadline:
        links = re.findall(r'href="(/assets/[^"]*\.css)"', preview.get("/"))
        # A style sheet that was changed since has another address.
        found = any(preview.wait_for(link, "a-new-rule", seconds=0.5) for link in links)
    assert found


def wait_until(page, expression, seconds=20):
    """Waits for a page as `wait_for_function` would, which the pages' policy does not let run."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        time.sleep(0.05)


def test_a_style_sheet_changes_without_a_reload_and_a_text_keeps_the_place(browser, preview, library, exercise):
    page = browser.new_page(viewport={"width": 800, "height": 500})
    page.goto(preview.origin + "/exercises/cat-camel/", wait_until="networkidle")
    page.evaluate("window.isTheSame = true")
    page.evaluate("scrollTo({ top: 400, behavior: 'instant' })")
    style = library / "Templates/Assets/Styles/page.css"
    style.write_text(style.read_text() + "\nh1 { letter-spacing: 7px }\n")
    wait_until(page, "getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'")
    assert page.evaluate("[window.isTheSame, scrollY]") == [True, 400]
    exercise.write_text(exercise.read_text().rstrip() + "\n\nThe last word of this page.\n")
    page.wait_for_selector("text=The last word of this page.", state="attached", timeout=20000)
    wait_until(page, "scrollY === 400")
    assert page.evaluate("window.isTheSame") is None
    page.close()


def test_a_library_that_is_broken_from_the_start_shows_why(limber, library, browser, exercise):
    good = exercise.read_text()
    exercise.write_text("no front matter")
    preview = Preview(limber, library)
    page = browser.new_page()
    page.goto(preview.origin + "/exercises/cat-camel/")
    assert "the file must begin with front matter" in page.inner_text("body")
    exercise.write_text(good)
    page.wait_for_selector("main", timeout=20000)
    page.close()
    assert preview.stop()[0] == 0


def test_a_busy_port_is_named_and_without_a_wish_the_next_one_is_taken(limber, library):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [limber, "preview", "--port", str(port), "--root", str(library)], capture_output=True, text=True, timeout=60
        )
    assert result.returncode == 70 and str(port) in result.stderr
    first = Preview(limber, library)
    second = Preview(limber, library)
    assert first.origin != second.origin
    assert first.stop()[0] == 0 and second.stop()[0] == 0


def test_it_serves_the_handout_and_nothing_outside_the_site(preview):
    with urllib.request.urlopen(preview.origin + "/handouts/cat-camel-a4.pdf", timeout=60) as response:
        assert response.read(5) == b"%PDF-"
    for path in ("/../Content/site.yaml", "/%2e%2e/Content/site.yaml", "/Content/site.yaml", "/etc/passwd"):
        with pytest.raises(urllib.error.HTTPError) as error:
            preview.get(path)
        assert error.value.code in (400, 403, 404)
    request = urllib.request.Request(preview.origin + "/", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request, timeout=20)
    assert error.value.code in (400, 403, 421)


def test_an_unknown_slug_gets_a_suggestion(limber, library):
    result = subprocess.run([limber, "preview", "cat-camle", "--root", str(library)], capture_output=True, text=True, timeout=60)
    assert result.returncode == 64 and "cat-camel" in result.stderr
