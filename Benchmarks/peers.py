#!/usr/bin/env python3
"""Writes the library of a folder once more, as the sources of another generator, with the templates under Benchmarks/peers/.

Usage: Benchmarks/.venv/bin/python3 Benchmarks/peers.py hugo|mkdocs|pelican|jekyll LIBRARY FOLDER

The text stays as it is. Keys that mean something else to the other generator get another name. Hugo resolves links and neighbours itself,
as Limber does; the others have no way to do so without a plugin, so they find both ready-made.
"""

import json
import pathlib
import re
import shutil
import sys

import yaml

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
ROOT = PEERS.parent.parent
KINDS = ["exercises", "programmes", "guidance"]
# How many of a hundred exercises of the corpus take up to so many minutes.
SHARES = {1: 47, 2: 73, 3: 82, 5: 95, 10: 100, 15: 100, 20: 100}
CARD = ["title", "summary", "position", "level", "equipment", "regions"]
PLACES = {"exercise": "/exercises/{}/", "programme": "/programmes/{}/", "guidance": "/guidance/{}/", "source": "/sources/#{}"}


def words():
    """What the language's file calls the words of the front matter."""
    strings = yaml.safe_load((ROOT / "Templates/Strings/en.yaml").read_text())
    return {key: text for group in strings["vocabulary"].values() for key, text in group.items()}


def read(path):
    _, front, body = path.read_text().split("---\n", 2)
    return front, body


def resolved(body):
    """The body with ordinary links."""
    body = re.sub(r"\[([^]]*)\]\(dose:[^)]*\)", r"\1", body)
    return re.sub(r"\]\((exercise|programme|guidance|source):([^)]*)\)", lambda link: f"]({PLACES[link[1]].format(link[2])})", body)


def written(quantity):
    return re.sub(" s$", " seconds", str(quantity).replace("–", " to "))


class Library:
    def __init__(self, folder):
        self.folder = folder
        self.pages = {kind: {path.stem: path for path in sorted((folder / "Content" / kind.capitalize()).iterdir())} for kind in KINDS}
        self.sources = yaml.safe_load((folder / "Content/sources.yaml").read_text())
        self.safety = yaml.safe_load((folder / "Content/safety.yaml").read_text())

    def parsed(self, kind):
        """Every page's front matter and body, by slug."""
        pages = ((slug, read(path)) for slug, path in self.pages[kind].items())
        return {slug: (yaml.load(front, yaml.CBaseLoader), body) for slug, (front, body) in pages}

    def card(self, slug, exercises):
        front = exercises[slug][0]
        return {"url": f"/exercises/{slug}/"} | {key: front.get(key, []) for key in CARD}

    def data(self, kind):
        """Every page's slug, its front matter with all that its page needs from others, and its body."""
        exercises = self.parsed("exercises")
        pages = exercises if kind == "exercises" else self.parsed(kind)
        for slug, (front, body) in pages.items():
            near = [entry["exercise"] for entry in front.get("exercises", [])]
            near += [other for key in ("easier", "harder", "related") for other in front.get(key, [])]
            front["cards"] = [self.card(other, exercises) for other in near]
            front["names"], front["exerciseKind"] = front.pop("aliases", []), front.pop("kind", "")
            front["section"], front["address"] = kind, f"/{kind}/{slug}/"
            if dose := front.get("dose"):
                front["dose"] = {key: written(value) for key, value in dose.items()}
            for source in front.get("sources", []) if kind == "exercises" else []:
                source["label"] = self.sources[source["id"]]["label"]
            yield slug, front, resolved(body)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def hugo(library, folder):
    shutil.copytree(PEERS / "hugo", folder)
    for icon in sorted((library.folder / "Templates/Site/icons").glob("*.mustache")):
        write(folder / f"layouts/partials/icons/{icon.stem}.html", icon.read_text())
    write(folder / "data/words.yaml", yaml.safe_dump(words()))
    for name in ("sources", "safety"):
        shutil.copy(library.folder / f"Content/{name}.yaml", folder / "data")
    assets(library, folder / "static")
    (folder / "assets").mkdir()
    shutil.move(folder / "static/Styles", folder / "assets/styles")
    for kind in KINDS:
        write(folder / f"content/{kind}/_index.md", f"---\ntitle: {kind.capitalize()}\n---\n")
        for number, (slug, path) in enumerate(library.pages[kind].items()):
            front, body = read(path)
            front = re.sub("^aliases:", "names:", front, flags=re.M)
            front = re.sub("^kind:", "exerciseKind:", front, flags=re.M)
            if kind == "exercises":
                # The lists by time and by place, which Limber works out; as many exercises are on each as with Limber.
                minutes = [limit for limit, share in SHARES.items() if number * 37 % 100 < share]
                place = "off-the-floor" if re.search("^position: (standing|sitting-chair)$", front, re.M) else "on-the-floor"
                front += f"outputs: [html, json]\nplace: {place}\nminutes: {[str(limit) for limit in minutes]}\n"
            write(folder / f"content/{kind}/{slug}.md", f"---\n{front}---\n{body}")
    write(folder / "content/names.md", "---\ntitle: A to Z\nlayout: names\n---\n")
    write(folder / "content/sources.md", "---\ntitle: Sources\nlayout: sources\n---\n")


def assets(library, folder):
    shutil.copytree(library.folder / "Templates/Assets", folder)


def shared(library):
    return {"words": words(), "sources": library.sources, "safety": library.safety}


def mkdocs(library, folder):
    shutil.copytree(PEERS / "jinja", folder / "theme")
    settings = {
        "site_name": "Back Stretches",
        "site_url": "https://example.org/",
        "docs_dir": "docs",
        "plugins": [],
        "theme": {"name": None, "custom_dir": "theme"},
        "extra": shared(library),
    }
    write(folder / "mkdocs.yml", yaml.safe_dump(settings))
    assets(library, folder / "docs/assets")
    for kind in KINDS:
        for slug, front, body in library.data(kind):
            front["template"] = "mkdocs-page.html"
            write(folder / f"docs/{kind}/{slug}.md", f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{body}")
    for kind in KINDS:
        write(folder / f"docs/{kind}/index.md", f"---\ntitle: {kind.capitalize()}\nsection: {kind}\ntemplate: mkdocs-list.html\n---\n")
    write(folder / "docs/index.md", "---\ntitle: Back Stretches\nsection: exercises\ntemplate: mkdocs-list.html\n---\n")


def pelican(library, folder):
    shutil.copytree(PEERS / "jinja", folder / "theme/templates")
    assets(library, folder / "theme/static/assets")
    settings = {
        "SITENAME": "Back Stretches",
        "SITEURL": "",
        "PATH": "content",
        "THEME": "theme",
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "DIRECT_TEMPLATES": ["index"],
        "AUTHOR_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "DEFAULT_PAGINATION": False,
        "CATEGORY_SAVE_AS": "{slug}/index.html",
        "ARTICLE_URL": "{category}/{slug}/",
        "ARTICLE_SAVE_AS": "{category}/{slug}/index.html",
        "FEED_ALL_ATOM": "feed.xml",
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "EXTRA": shared(library),
    }
    lines = [f"{key} = {value!r}" for key, value in settings.items()]
    write(folder / "pelicanconf.py", "import json\n" + "\n".join(lines) + "\nJINJA_FILTERS = {'parsed': json.loads}\n")
    for kind in KINDS:
        for slug, front, body in library.data(kind):
            # Pelican's front matter is flat.
            flat = {"Title": front["title"], "Date": "2026-11-21", "Slug": slug, "Category": kind, "Summary": front["summary"]}
            flat["Data"] = json.dumps(front, ensure_ascii=False)
            lines = "".join(f"{key}: {value}\n" for key, value in flat.items())
            write(folder / f"content/{kind}/{slug}.md", f"{lines}\n{body}")


def jekyll(library, folder):
    shutil.copytree(PEERS / "jekyll", folder)
    assets(library, folder / "assets")
    for name, values in shared(library).items():
        write(folder / f"_data/{name}.json", json.dumps(values))
    for kind in KINDS:
        for slug, front, body in library.data(kind):
            write(folder / f"_{kind}/{slug}.md", f"---\n{json.dumps(front | {'layout': 'page'}, ensure_ascii=False)}\n---\n{body}")
        write(folder / f"{kind}/index.html", f"---\ntitle: {kind.capitalize()}\nsection: {kind}\nlayout: list\n---\n")
    write(folder / "index.html", "---\ntitle: Back Stretches\nsection: exercises\nlayout: list\n---\n")


if __name__ == "__main__":
    generators = {function.__name__: function for function in (hugo, mkdocs, pelican, jekyll)}
    if len(sys.argv) != 4 or sys.argv[1] not in generators:
        raise SystemExit(__doc__.split("\n\n")[1])
    generators[sys.argv[1]](Library(pathlib.Path(sys.argv[2])), pathlib.Path(sys.argv[3]))
