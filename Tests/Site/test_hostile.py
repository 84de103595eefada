"""Content is data: no payload in any field becomes an element, a handler, an address, a key or markup of any output.

Every payload goes into all fields at once, each with a marker of its own. Fields that refuse it are told from the errors, and get a harmless
text; what is then built is compared with the same library without payloads, by parsing every file.
"""

import collections
import json
import re
import shutil
import struct
import subprocess
import zlib

import pytest
from conftest import run, serve
from hostile_library import FRONT, PAYLOADS, HostileLibrary, elements, shape, xml_elements

# What Markdown itself may make of signs in prose.
PROSE = {("em", ()), ("strong", ()), ("code", ()), ("br", ()), ("p", ()), ("hr", ()), ("li", ()), ("ul", ())}
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href", "{http://www.w3.org/1999/xlink}href", "content"}
COUNTS = collections.Counter()


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def starter(limber, tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile") / "library"
    assert run(limber, "init", str(root)).returncode == 0
    (root / "Content/Media").mkdir(exist_ok=True)
    (root / "Content/Media/photo.png").write_bytes(png())
    return root


def settled(limber, root, payload):
    """The library with the payload in every field that takes it."""
    library = HostileLibrary(root, payload)
    for _ in range(30):
        library.write()
        result = run(limber, "check", "--root", str(root), "--format", "json")
        assert result.returncode in (0, 1), result.stderr
        if not library.refuse(json.loads(result.stdout)["findings"]):
            assert result.returncode == 0, result.stdout
            return library
    raise AssertionError(f"the library does not settle: {result.stdout[:2000]}")


def outputs(site):
    """Every output by its path without a digest of its content, as it parses."""
    pages, data, texts = {}, {}, {}
    for path in sorted(site.rglob("*")):
        name = re.sub(r"\.[0-9A-Za-z]{8,10}(?=\.\w+$)", "", str(path.relative_to(site)))
        if not path.is_file():
            continue
        if path.suffix == ".html":
            pages[name] = elements(path.read_text())
        elif path.suffix in (".json", ".webmanifest"):
            data[name] = json.loads(path.read_text())
        elif path.suffix in (".xml", ".svg"):
            texts[name] = xml_elements(path.read_text())
        else:
            # Their bytes: no marker may stand in what browsers run or obey.
            texts[name] = ([], path.read_bytes().decode("utf-8", "replace"))
    return pages, data, texts


def site_of(limber, root):
    result = run(limber, "build", "--root", str(root), "--no-handouts", "--no-search")
    assert result.returncode == 0, result.stderr
    return root / "_site"


@pytest.fixture(scope="module")
def plain(limber, starter, tmp_path_factory):
    root = tmp_path_factory.mktemp("plain") / "library"
    shutil.copytree(starter, root)
    library = settled(limber, root, "plain")
    return outputs(site_of(limber, root)), library


def scheme(value):
    return re.sub(r"[\x00-\x20]", "", value).lower().split(":")[0] if ":" in value else ""


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name != "plain"])
def test_no_output_has_what_the_same_library_without_payload_lacks(limber, starter, plain, tmp_path, name):
    payload = PAYLOADS[name]
    root = tmp_path / "library"
    shutil.copytree(starter, root)
    library = settled(limber, root, payload)
    (pages, data, texts), (old_pages, old_data, old_texts) = outputs(site_of(limber, root)), plain[0]
    changed = {*pages, *data, *texts} ^ {*old_pages, *old_data, *old_texts}
    # A comment that a payload opens may take a picture with it.
    assert not {path for path in changed if not path.startswith("figures/")}

    carried = ""
    for path, (found, values, scripts) in pages.items():
        old_found, old_values, old_scripts = old_pages[path]
        more = collections.Counter(found) - collections.Counter(old_found)
        assert not set(more) - PROSE, f"{path}: {set(more) - PROSE}"
        for tag, key, value in values:
            assert not key.startswith("on") and key not in ("srcdoc", "style"), f"{path}: <{tag} {key}>"
            if key in ADDRESSES and not (tag == "meta" and key == "content"):
                assert scheme(value) in ("", "https", "mailto", "tel"), f"{path}: <{tag} {key}={value[:80]!r}>"
                assert tag == "a" or not value.startswith("//"), f"{path}: <{tag} {key}={value[:80]!r}>"
        policies = [value for tag, key, value in values if tag == "meta" and "-src" in value]
        assert policies == [value for tag, key, value in old_values if tag == "meta" and "-src" in value], path
        run_here = [text for tag, kind, text in scripts if "json" not in kind]
        assert run_here == [text for tag, kind, text in old_scripts if "json" not in kind], path
        new_data = [shape(json.loads(text)) for tag, kind, text in scripts if "json" in kind]
        old_shapes = [shape(json.loads(text)) for tag, kind, text in old_scripts if "json" in kind]
        assert len(new_data) == len(old_shapes) and all(not new - old for new, old in zip(new_data, old_shapes)), path
        carried += " ".join(value for _, _, value in values) + " ".join(text for _, _, text in scripts)
    for path, value in data.items():
        assert not shape(value) - shape(old_data[path]), path
        carried += json.dumps(value, ensure_ascii=False)
    for path, (found, text) in texts.items():
        if path in old_texts:
            assert not collections.Counter(found) - collections.Counter(old_texts[path][0]), path
        assert not any("script" in tag or any(key.startswith("on") for key in keys) for tag, keys in found), path
        if path.endswith((".js", ".css", ".txt")):
            assert not re.search(r"zq\d+z", text), f"{path} holds a field"
        carried += text
    carried += "".join((root / "_site" / path).read_text() for path in pages)
    taken = [field for field in library.fields if field not in library.refused]
    # In prose a payload may be syntax, and take what stands around it along.
    fields = "".join(FRONT.values())
    lost = {field for field in taken if f"@{field}@" in fields and library.markers[field] not in carried}
    assert not lost - {"number", "photoAuthor", "photoLicence"}, lost
    COUNTS["payloads"] += 1
    COUNTS["carried"] += len(taken)
    COUNTS["refused"] += len(library.refused)
    COUNTS["outputs"] = len(pages) + len(data) + len(texts)
    COUNTS["fields"] = len(library.fields)


def test_what_cannot_be_shown_is_refused_at_its_place(limber, starter, tmp_path):
    for name in ("zero", "escape sequence", "C1", "direction override"):
        root = tmp_path / name.replace(" ", "-")
        shutil.copytree(starter, root)
        library = settled(limber, root, PAYLOADS[name])
        kept = [field for field in library.fields if field not in library.refused and not field.startswith("phrase")]
        assert not kept, f"{name} is taken by {kept}"


def test_addresses_of_other_schemes_are_refused(limber, starter, tmp_path):
    for name in ("javascript", "javascript in mixed case", "javascript by entity", "data", "vbscript", "other host", "path"):
        root = tmp_path / name.replace(" ", "-")
        shutil.copytree(starter, root)
        assert "linkDestination" in settled(limber, root, PAYLOADS[name]).refused, name


ODD = ["script end", "double quotes", "template", "placeholder", "typst", "json", "shell", "entity-like"]


def pdf_text(path):
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout


def squeezed(text):
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


@pytest.mark.parametrize("name", ODD)
def test_a_handout_prints_what_is_written_and_runs_none_of_it(limber, starter, tmp_path, name):
    root = tmp_path / "library"
    shutil.copytree(starter, root)
    payload = PAYLOADS[name]
    library = settled(limber, root, payload)
    selection = tmp_path / "selection.yaml"
    quoted = json.dumps("zqA" + payload, ensure_ascii=False)
    selection.write_text(f"title: {quoted}\nexercises:\n  - exercise: seated-chair-twist\n    note: {quoted}\npreparedFor: {quoted}\n")
    typed = ("--by", "zqB" + payload, "--date", "zqC" + payload, "--note", "zqD" + payload, "--output", str(tmp_path / "x.pdf"))
    result = run(limber, "handout", "--selection", str(selection), "--root", str(root), *typed, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    text = squeezed(pdf_text(tmp_path / "x.pdf"))
    markers = {field: library.markers[field] for field in library.fields if field not in library.refused}
    shown = [field for field, marker in markers.items() if squeezed(marker + payload) in text]
    assert {"feel", "stopIf", "avoidIf", "progression", "stopRule", "sign", "action", "clinicName"} - set(library.refused) <= set(shown)
    assert text.count(squeezed("zqA" + payload)) >= 3
    assert all(squeezed(marker + payload) in text for marker in ("zqB", "zqC", "zqD"))
    assert not (tmp_path / "pwned").exists() and not (root / "pwned").exists()
    COUNTS["fields in a PDF"] = max(COUNTS["fields in a PDF"], len(shown) + 6)


def test_a_hostile_selection_or_option_is_an_error_without_escape_sequences(limber, starter, tmp_path):
    root = tmp_path / "library"
    shutil.copytree(starter, root)
    for raw in ("\x1b]0;title\x07", "\x9b31m", "\u202e"):
        selection = tmp_path / "selection.yaml"
        selection.write_text(f'ti{raw}tle: x\nexercises: [seated-chair-twist, "{raw}nowhere"]\n{raw}\n')
        result = run(limber, "handout", "--selection", str(selection), "--root", str(root), cwd=tmp_path)
        assert result.returncode != 0 and result.stderr
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", result.stderr), repr(result.stderr)
    for option in (("--base-url", "javascript:alert(1)"), ("--base-url", 'https://a.b/"><script>'), ("--base-url", "https://a b/")):
        assert run(limber, "build", "--root", str(root), *option).returncode == 64, option
    for dose in ("seated-chair-twist:hold=<script>", "seated-chair-twist:hold=$(id)", "../x:hold=5 s", "{{x}}:hold=5 s"):
        assert run(limber, "handout", "seated-chair-twist", "--root", str(root), "--dose", dose, cwd=tmp_path).returncode == 64, dose


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_message_hands_a_files_escape_sequences_to_the_terminal(limber, starter, tmp_path, form):
    root = tmp_path / "library"
    shutil.copytree(starter, root)
    control = "\x1b[2J\x1b]0;x\x07\x9b31m\x90q\x9c\u202e\u2066\u2028"
    (root / f"Content/Exercises/na{control[:6]}me.md").write_text("---\ntitle: x\n---\n")
    (root / "Content/Exercises/other.txt\x1b[1m").write_text("x")
    page = root / "Content/Guidance/when-to-stop.md"
    page.write_text(page.read_text().replace("order: 10", f'order: "{control[:12]}"\n"key{control[:12]}": x') + f"\n[a](x{control[:8]}:y) ![](z\x9b)\n")
    settings = root / "Content/site.yaml"
    settings.write_text(settings.read_text() + '"a\\e[31m\\x9b\\u202eb": "%0A::error::forged"\n')
    result = run(limber, "check", "--root", str(root), "--format", form)
    text = result.stdout + result.stderr
    assert result.returncode == 1 and "unknown" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text), repr(text)
    if form == "github":
        assert all(line.startswith("::") for line in result.stdout.splitlines())


@pytest.mark.parametrize("name", ["script end", "double quotes", "json"])
def test_nothing_runs_in_a_browser(limber, starter, browser, tmp_path, name):
    root = tmp_path / "library"
    shutil.copytree(starter, root)
    settled(limber, root, PAYLOADS[name])
    server = serve(site_of(limber, root))
    page = browser.new_page()
    events = []
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: events.append(str(error)))
    page.on("console", lambda message: events.append(message.text) if "Content Security Policy" in message.text else None)
    for path in ("", "exercises/seated-chair-twist/", "search/?q=zq", "my-programme/", "sources/"):
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}")
        page.wait_for_timeout(100)
    page.close()
    server.shutdown()
    assert events == []


def test_print_the_counts():
    print(
        f"\n{COUNTS['payloads']} payloads x {COUNTS['fields']} fields x {COUNTS['outputs']} outputs: "
        f"{COUNTS['carried']} carried as text, {COUNTS['refused']} refused; {COUNTS['fields in a PDF']} fields read back from a PDF"
    )
    assert COUNTS["payloads"] == len(PAYLOADS) - 1
