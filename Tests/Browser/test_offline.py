"""The site without a network: what was read stays, everything stays on request, and a new version never mixes with the old."""

import json
import pathlib
import shutil
import subprocess
import urllib.parse

import pytest
from conftest import serve, until


@pytest.fixture(scope="module")
def built(limber, tmp_path_factory):
    """The example library's site without handouts, which the tests here do not need."""
    folder = tmp_path_factory.mktemp("offline") / "site"
    root = pathlib.Path(__file__).resolve().parents[2]
    subprocess.run([limber, "build", "--root", root, "--output", folder, "--no-handouts"], check=True, capture_output=True)
    return folder


@pytest.fixture
def reader(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def network(built):
    server = serve(built)
    yield server
    server.shutdown()
    server.server_close()


def address(server):
    return f"http://127.0.0.1:{server.server_address[1]}"


def cut(server):
    server.shutdown()
    server.server_close()


def visit(page, url):
    page.goto(url, wait_until="load")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def wait_until_kept(page, url):
    until(page, "url => caches.match(url).then(Boolean)", url)


def test_what_was_visited_opens_without_a_network_with_its_pictures(network, reader):
    visit(reader, address(network) + "/")
    visit(reader, address(network) + "/exercises/cat-camel/")
    images = reader.evaluate("[...document.images].map(image => image.src)")
    for url in [reader.url, *images]:
        wait_until_kept(reader, url)
    cut(network)
    reader.reload()
    assert reader.locator("h1").inner_text() == "Cat-camel"
    reader.evaluate("for (const image of document.images) image.loading = 'eager'")
    until(reader, "[...document.images].every(image => image.complete && image.naturalWidth > 0)")
    reader.goto(address(network) + "/")
    assert reader.locator("h1").inner_text() == "Back Stretches"


def test_a_session_can_be_followed_without_a_network_on_a_page_that_was_visited(network, reader):
    visit(reader, address(network) + "/exercises/cat-camel/")
    wait_until_kept(reader, address(network) + "/api/v1/exercises/cat-camel.json")
    wait_until_kept(reader, reader.url)
    cut(network)
    reader.reload()
    reader.get_by_role("button", name="Start the guided session").click()
    dialog = reader.get_by_role("dialog")
    dialog.get_by_role("button", name="Start", exact=False).first.wait_for()
    assert "Cat-camel" in dialog.inner_text()


def test_a_page_that_was_not_kept_says_so_and_names_those_that_were(network, reader):
    visit(reader, address(network) + "/exercises/bridge/")
    wait_until_kept(reader, reader.url)
    cut(network)
    reader.goto(address(network) + "/exercises/cat-camel/")
    assert reader.locator("h1").inner_text() == "You are offline"
    reader.get_by_role("link", name="Bridge").click()
    reader.get_by_role("heading", name="Bridge", level=1, exact=True).wait_for()


def test_everything_can_be_kept_and_taken_away_again(network, built, reader):
    visit(reader, address(network) + "/")
    reader.get_by_role("button", name="Keep everything on this device").click()
    reader.get_by_role("button", name="Remove from this device").wait_for(timeout=30000)
    cut(network)
    for path in json.loads((built / "offline.json").read_text())["files"]:
        assert reader.evaluate("url => caches.match(url).then(Boolean)", urllib.parse.urljoin(address(network) + "/", path)), path
    reader.goto(address(network) + "/guidance/when-to-stop/")
    assert reader.locator("h1").inner_text() != "You are offline"
    reader.get_by_role("button", name="Remove from this device").click()
    until(reader, "caches.keys().then(names => names.length === 0)")


def test_a_new_version_is_offered_and_the_old_copy_stays_whole_until_it_is_taken(limber, library, tmp_path, reader):
    site = tmp_path / "site"

    def build():
        subprocess.run([limber, "build", "--root", library, "--output", site, "--no-handouts"], check=True, capture_output=True)

    build()
    old = (site / "version.txt").read_text().strip()
    # A folder that stays, because a build replaces the site's.
    served = tmp_path / "served"
    shutil.copytree(site, served)
    server = serve(served)
    visit(reader, address(server) + "/exercises/bridge/")
    wait_until_kept(reader, reader.url)
    reader.reload()
    text = (library / "Content/Exercises/bridge.md").read_text()
    (library / "Content/Exercises/bridge.md").write_text(text.replace("summary: ", "summary: New words. ", 1))
    build()
    new = (site / "version.txt").read_text().strip()
    assert new != old
    shutil.copytree(site, served, dirs_exist_ok=True)
    reader.reload()
    button = reader.get_by_role("button", name="Show it")
    button.wait_for(timeout=15000)
    copies = reader.evaluate(
        """async url => Object.fromEntries(await Promise.all((await caches.keys()).map(async name =>
        [name, await (await (await caches.open(name)).match(url)).text()])))""",
        reader.url,
    )
    assert set(copies) == {f"site {old}", f"site {new}"}
    assert "New words" in copies[f"site {new}"] and "New words" not in copies[f"site {old}"]
    with reader.expect_navigation():
        button.click()
    until(reader, "name => caches.keys().then(names => names.length === 1 && names[0] === name)", f"site {new}")
    cut(server)
    reader.reload()
    assert "New words" in reader.locator(".lead").inner_text()


def test_the_version_changes_with_any_file_and_only_then(built, limber, library, tmp_path):
    def version(name):
        subprocess.run([limber, "build", "--root", library, "--output", tmp_path / name, "--no-handouts"], check=True, capture_output=True)
        return (tmp_path / name / "version.txt").read_text()

    first = version("first")
    assert version("second") == first
    style = library / "Templates/Assets/Styles/page.css"
    style.write_text(style.read_text() + "main { outline: 0; }\n")
    assert version("third") != first
    # Everything that the list names is there, and the worker knows the same version.
    listed = json.loads((built / "offline.json").read_text())
    for path in listed["files"]:
        assert (built / urllib.parse.unquote(path) / ("index.html" if path == "" or path.endswith("/") else "")).is_file(), path
    assert listed["version"] in (built / "service-worker.js").read_text()


def test_the_manifest_names_icons_that_are_there(built):
    from PIL import Image

    manifest = json.loads((built / "manifest.webmanifest").read_text())
    assert manifest["start_url"] == "/" and manifest["display"] == "standalone"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            with Image.open(built / icon["src"].lstrip("/")) as image:
                assert icon["sizes"] == f"{image.width}x{image.height}"
