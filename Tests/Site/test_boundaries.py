"""A build reads nothing outside of its library, writes nothing inside of it but the site, and names no file by a path that climbs."""

import pytest
from conftest import run

SECRET = "a secret that no build may publish"


def check(limber, root):
    return run(limber, "check", "--root", str(root))


def built(limber, root, *options):
    return run(limber, "build", "--root", str(root), "--no-handouts", "--no-search", *options)


def published(folder):
    return [path for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


@pytest.fixture
def starter(limber, tmp_path):
    root = tmp_path / "library"
    assert run(limber, "init", str(root)).returncode == 0
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(f"---\ntitle: x\nsummary: x\n---\n{SECRET}\n")
    (outside / "secret.txt").write_text(SECRET)
    (outside / "secret.mustache").write_text(SECRET)
    (outside / "secret.js").write_text(f"console.log('{SECRET}')")
    return root


@pytest.mark.parametrize(
    "link, target",
    [
        ("Content/Guidance/other.md", "secret.md"),
        ("Content/site.yaml", "secret.txt"),
        ("Content/Media/picture.png", "secret.txt"),
        ("Content/Media", "."),
        ("Content/Guidance", "."),
        ("Content/Poses/more.yaml", "secret.txt"),
        ("Templates/Site/parts/handouts.mustache", "secret.mustache"),
        ("Templates/Site/parts", "."),
        ("Templates/Strings/en.yaml", "secret.txt"),
        ("Templates/Assets/Scripts/more.js", "secret.js"),
        ("Templates/Handout/more.typ", "secret.txt"),
    ],
)
def test_a_link_that_leads_out_is_refused_and_what_it_leads_to_is_not_said(limber, starter, tmp_path, link, target):
    place = starter / link
    if place.is_dir():
        place.rename(tmp_path / "before")
    elif place.exists():
        place.unlink()
    outside = tmp_path / "outside" / target
    place.parent.mkdir(exist_ok=True)
    ups = "/".join([".."] * (len(place.relative_to(tmp_path).parts) - 1))
    place.symlink_to(f"{ups}/outside/{target}" if target == "." else outside)
    assert place.resolve() == outside.resolve()
    for result in (check(limber, starter), built(limber, starter)):
        assert result.returncode == 1 and f"{link}: error: this symbolic link leads out of the library" in result.stderr
        assert SECRET not in result.stderr + result.stdout
    assert not (starter / "_site").exists()
    result = run(limber, "handout", "seated-chair-twist", "--root", str(starter), "--output", str(tmp_path / "x.pdf"))
    assert result.returncode != 0 and not (tmp_path / "x.pdf").exists()


def test_links_inside_a_library_and_to_it_are_followed(limber, starter, tmp_path):
    page = starter / "Content/Guidance/when-to-stop.md"
    page.rename(starter / "stop.md")
    page.symlink_to("../../stop.md")
    (tmp_path / "by-another-name").symlink_to(starter)
    result = built(limber, tmp_path / "by-another-name")
    assert result.returncode == 0, result.stderr


PATHS = [
    "../secret.txt", "..", "../../../../../../etc/passwd", "/etc/passwd", "//etc/passwd", "a/../../secret.txt", "..\\secret.txt",
    "%2e%2e/secret.txt", "..%2fsecret.txt", "file:///etc/passwd", "./../secret.txt", "~/.ssh/id_rsa", "C:\\secret.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_path_in_content_cannot_climb(limber, starter, tmp_path, path):
    (starter / "Content/Media").mkdir(exist_ok=True)
    (starter / "Content/secret.txt").write_text(SECRET)
    page = starter / "Content/Guidance/when-to-stop.md"
    page.write_text(page.read_text() + f"\n![x](<{path}>)\n\n[y](<{path}>)\n")
    exercise = starter / "Content/Exercises/seated-chair-twist.md"
    photo = f"    photo: {{image: '{path}', author: A, licence: L}}\n    turned-left:"
    exercise.write_text(exercise.read_text().replace("    turned-left:", photo, 1))
    site = starter / "Content/site.yaml"
    site.write_text(site.read_text() + f"clinic: {{name: A, logo: '{path}'}}\n")
    result = check(limber, starter)
    assert result.returncode == 1
    for file in ("Guidance/when-to-stop.md", "Exercises/seated-chair-twist.md", "site.yaml"):
        assert f"Content/{file}:" in result.stderr, f"{file} takes {path}"
    assert result.stderr.count("when-to-stop.md:") >= 2


def test_a_template_cannot_name_a_file_outside_of_its_folder(limber, starter, tmp_path):
    page = starter / "Templates/Site/pages/home.mustache"
    for name in ("../../secret", "/etc/passwd", "../parts/handouts", "..%2fsecret"):
        good = page.read_text()
        page.write_text(good + "{{> " + name + "}}")
        result = check(limber, starter)
        assert result.returncode == 1 and "home.mustache" in result.stderr, name
        page.write_text(good)


@pytest.mark.parametrize("output", ["Content", "Content/new", "Templates/Site", ".", "..", "../outside", "Content/../Content/x", "/etc", "/", "/proc"])
def test_an_output_that_would_replace_something_is_refused(limber, starter, tmp_path, output):
    before = sorted(path for path in tmp_path.rglob("*"))
    result = run(limber, "build", "--root", ".", "--no-handouts", "--no-search", "--output", output, cwd=starter)
    assert result.returncode in (64, 70), result.stderr
    assert sorted(path for path in tmp_path.rglob("*") if ".limber" not in path.parts) == before


def test_an_output_through_a_link_into_the_content_is_refused(limber, starter, tmp_path):
    (tmp_path / "link").symlink_to(starter / "Content")
    for output in ("link", "link/site"):
        assert built(limber, starter, "--output", str(tmp_path / output)).returncode in (64, 70), output
    assert (starter / "Content/site.yaml").is_file() and not (starter / "Content/site").exists()


@pytest.mark.parametrize("slug", ["../secret", "/etc/passwd", "..%2fsecret", "a/b", "", ".", "x\\..\\y", "seated-chair-twist/../x"])
def test_a_selection_names_exercises_and_no_files(limber, starter, tmp_path, slug):
    selection = tmp_path / "selection.yaml"
    selection.write_text(f"exercises: ['{slug}']\n")
    result = run(limber, "handout", "--selection", str(selection), "--root", str(starter), cwd=tmp_path)
    assert result.returncode != 0 and not list(tmp_path.glob("*.pdf"))
    result = run(limber, "handout", slug, "--root", str(starter), cwd=tmp_path)
    assert result.returncode != 0 and not list(tmp_path.glob("*.pdf"))


def test_a_selection_is_a_file_and_neither_a_device_nor_a_pipe_nor_huge(limber, starter, tmp_path):
    (tmp_path / "huge.yaml").write_text("#" * 2_000_000)
    for path in ("/dev/zero", "/dev/stdin", str(tmp_path), str(tmp_path / "huge.yaml"), str(tmp_path / "missing.yaml")):
        result = run(limber, "handout", "--selection", path, "--root", str(starter), cwd=tmp_path, input="")
        assert result.returncode != 0 and "error" in result.stderr.lower(), path
