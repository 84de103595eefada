"""Finding an exercise: filters, categories, names from A to Z, and the search, in Chromium."""

import itertools
import json
import pathlib
import random
import re
import shutil

import pytest

from conftest import run, serve

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEW_PAGES = ["/", "/exercises/", "/exercises/equipment/chair/", "/exercises/minutes/5/", "/names/", "/search/", "/search/?q=twist"]
SHOWN = "[...document.querySelectorAll('[data-group] [data-position]')].filter(card => card.offsetParent).map(card => card.querySelector('h3').textContent)"


def visit(browser, url, **options):
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    page = context.new_page()
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(url, wait_until="networkidle")
    return page


@pytest.fixture(scope="session")
def exercises(site):
    return json.loads((site / "api/v1/exercises.json").read_text())["exercises"]


@pytest.fixture(scope="session")
def taught(exercises):
    return [exercise for exercise in exercises if exercise["mayBeHandedOut"]]


@pytest.fixture(scope="session")
def ranking(browser):
    """A page that has the ranking at hand: `order(entries, queries)` gives the first entry for each query."""
    server = serve(ROOT / "Templates/Assets/Scripts")
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/finding/ranking.js")
    page.evaluate(
        """async () => {
            const { prepare, rank } = await import(location.href);
            window.firsts = (entries, queries) => {
                const prepared = entries.map(entry => prepare(entry, [entry.title, ...entry.aliases], entry.summary));
                return queries.map(query => (rank(query, prepared)[0] || { entry: {} }).entry.slug || "");
            };
        }"""
    )
    yield lambda entries, queries: page.evaluate("([entries, queries]) => firsts(entries, queries)", [entries, queries])
    page.close()
    server.shutdown()


def names_of(exercise):
    return [exercise["title"], *exercise["aliases"]]


def folded(text):
    return re.sub(r"[^a-z0-9]+", "", re.sub("['’]", "", text.lower()))


def misspellings(name):
    """One letter left out, swapped with the next, or wrong, at every place."""
    for place, letter in enumerate(name):
        if letter.isalpha():
            yield name[:place] + name[place + 1 :]
            yield name[:place] + "q" + name[place + 1 :]
        if place + 1 < len(name) and name[place : place + 2].isalpha() and name[place].lower() != name[place + 1].lower():
            yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def is_within_one_letter(one, other):
    """Whether a letter left out, added, wrong, or swapped with the next makes one of the other."""
    start = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or b[1:] == a or a[1:] == b[1:] or (a[1:2] + a[:1] + a[2:]) == b


def is_nobody_elses(query, exercise, exercises):
    """Whether no other exercise has a name as near: "Knes to chest" may be the stretch of one knee or of both."""
    others = [name for other in exercises if other["slug"] != exercise["slug"] for name in names_of(other)]
    return not any(is_within_one_letter(folded(query), folded(name)) for name in others)


# MARK: The list and its filters


def test_filters_combine_and_say_how_many_are_left(browser, address, taught):
    page = visit(browser, address + "/exercises/")
    page.check("input[name=equipment][value=chair]")
    page.check("input[name=region][value=hips]")
    expected = {e["title"] for e in taught if e["equipment"] == ["chair"] and "hips" in e["regions"]}
    assert set(page.evaluate(SHOWN)) == expected
    assert page.inner_text("[data-found] [role=status]") == f"Showing {len(expected)} of {len(taught)} exercises"
    page.check("input[name=position][value=sitting-chair]")
    page.check("input[name=position][value=standing]")
    assert set(page.evaluate(SHOWN)) == expected
    assert page.problems == []
    page.context.close()


def test_each_answer_says_how_many_it_would_leave(browser, address, taught):
    page = visit(browser, address + "/exercises/")
    page.check("input[name=level][value=beginner]")
    count = lambda name, value: int(page.inner_text(f"label:has(input[name={name}][value='{value}']) .choice-count"))
    for value in {e["position"] for e in taught}:
        assert count("position", value) == sum(e["position"] == value and e["level"] == "beginner" for e in taught)
    # Of its own question, what it would add.
    for value in {e["level"] for e in taught}:
        assert count("level", value) == sum(e["level"] == value for e in taught)
    for value in page.evaluate("[...document.querySelectorAll('input[name=minutes]')].map(i => i.value).filter(Boolean)"):
        assert count("minutes", value) == sum(e["minutes"] <= int(value) and e["level"] == "beginner" for e in taught)
    page.context.close()


def test_what_is_chosen_stands_in_the_address_and_comes_back(browser, address):
    page = visit(browser, address + "/exercises/")
    page.check("input[name=position][value=standing]")
    page.check("input[name=minutes][value='1']")
    assert page.evaluate("location.search") == "?minutes=1&position=standing"
    shown = page.evaluate(SHOWN)
    page.click("[data-group]:not([hidden]) h3 a")
    page.go_back(wait_until="networkidle")
    assert page.evaluate(SHOWN) == shown
    assert page.is_checked("input[name=position][value=standing]")
    other = visit(browser, page.url)
    assert other.evaluate(SHOWN) == shown
    other.context.close()
    page.context.close()


def test_an_address_with_unknown_answers_shows_everything(browser, address, taught):
    page = visit(browser, address + "/exercises/?position=hanging&minutes=x&colour=red")
    assert len(page.evaluate(SHOWN)) == len(taught)
    assert page.problems == []
    page.context.close()


def test_an_empty_list_says_which_filter_to_drop(browser, address):
    page = visit(browser, address + "/exercises/?equipment=bed&level=beginner")
    assert page.evaluate(SHOWN) == []
    page.click(".found-none button:has-text('Without “Beginner”: 1 exercise')")
    assert page.evaluate(SHOWN) == ["Bed-edge extension"]
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
    page.goto(address + "/exercises/?equipment=chair&region=thighs&level=advanced")
    page.wait_for_selector(".found-none button:has-text('Only “Thighs”: 1 exercise')")
    page.click(".found-none button:has-text('Clear all filters')")
    assert len(page.evaluate(SHOWN)) > 10
    assert page.evaluate("location.search") == ""
    page.context.close()


def test_a_chosen_filter_can_be_removed_by_its_button(browser, address, taught):
    page = visit(browser, address + "/exercises/?position=standing&minutes=1")
    page.click("button[aria-label='Remove the filter Standing']")
    page.click("button[aria-label='Remove the filter Up to 1 minute']")
    assert len(page.evaluate(SHOWN)) == len(taught)
    assert page.is_checked("input[name=minutes][value='']")
    page.context.close()


def test_the_filters_work_by_keyboard_alone(browser, address):
    page = visit(browser, address + "/exercises/", viewport={"width": 360, "height": 800})
    page.focus(".facets summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "equipment"
    page.keyboard.press("Space")
    assert page.evaluate("location.search") == "?equipment=nothing"
    outline = page.evaluate("getComputedStyle(document.activeElement.parentElement).outlineStyle")
    assert outline == "solid"
    page.context.close()


def test_what_leads_to_the_list_moves_nothing_while_it_loads(browser, address):
    page = visit(browser, address + "/exercises/", viewport={"width": 360, "height": 800})
    shift = page.evaluate(
        """() => new Promise(resolve => {
            let sum = 0;
            new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(sum), 300);
        })"""
    )
    assert shift < 0.02
    page.context.close()


# MARK: Without scripts


def test_without_scripts_every_category_is_a_page_that_the_list_leads_to(browser, address, taught):
    page = visit(browser, address + "/exercises/", java_script_enabled=False)
    assert not page.is_visible(".filters")
    links = page.eval_on_selector_all(".ways .pills a", "links => links.map(link => link.getAttribute('href'))")
    assert len(links) > 20
    titles, descriptions = set(), set()
    for link in links:
        page.goto(address + link)
        name, value = link.split("/")[2:4]
        shown = set(page.eval_on_selector_all(".card-exercise h3", "titles => titles.map(title => title.textContent)"))
        fits = {
            "position": lambda e: e["position"] == value,
            "region": lambda e: value in e["regions"],
            "equipment": lambda e: value in (e["equipment"] or ["nothing"]),
            "level": lambda e: e["level"] == value,
            "minutes": lambda e: e["minutes"] <= int(value),
            "place": lambda e: e["onTheFloor"] == (value == "on-the-floor"),
        }[name]
        assert shown == {e["title"] for e in taught if fits(e)}, link
        titles.add(page.title())
        descriptions.add(page.get_attribute("meta[name=description]", "content"))
    assert len(titles) == len(descriptions) == len(links)
    page.context.close()


def test_the_names_from_a_to_z_lead_from_cat_cow_to_cat_camel(browser, address, exercises):
    page = visit(browser, address + "/names/", java_script_enabled=False)
    names = page.eval_on_selector_all(".letter a", "links => links.map(link => link.textContent)")
    assert sorted(names) == sorted(name for exercise in exercises for name in names_of(exercise))
    assert names == sorted(names, key=lambda name: (folded(name)[0], name.lower()))
    page.click(".letters a:text-is('C')")
    assert page.url.endswith("#c")
    page.click(".letter a:text-is('Cat-cow')")
    assert page.url.endswith("/exercises/cat-camel/")
    page.context.close()


def test_without_scripts_the_search_page_lists_all_names(browser, address):
    page = visit(browser, address + "/search/?q=cat", java_script_enabled=False)
    assert page.is_visible(".letter a:text-is('Cat-cow')")
    assert not page.is_visible(".search .facets")
    page.context.close()


def test_the_sitemap_lists_the_categories_and_the_names(site):
    sitemap = (site / "sitemap.xml").read_text()
    for path in ("exercises/position/standing/", "exercises/minutes/5/", "names/"):
        assert f"/{path}</loc>" in sitemap
        assert (site / path / "index.html").is_file()
    assert "search/" not in sitemap


# MARK: The search


def first_result(page, query):
    page.fill("#query", query)
    page.keyboard.press("Enter")
    page.wait_for_function("query => document.querySelector('.found-status').textContent.includes(`“${query}”`)", arg=query)
    link = page.query_selector(".results:not([hidden]) li h3 a")
    return link and link.get_attribute("href")


def test_the_search_finds_each_exercise_by_every_name_and_by_one_misspelling(browser, address, exercises):
    page = visit(browser, address + "/search/")
    letters = random.Random(5)
    for exercise in exercises:
        for name in names_of(exercise):
            assert first_result(page, name) == exercise["url"], name
            wrong = letters.choice([wrong for wrong in misspellings(name) if is_nobody_elses(wrong, exercise, exercises)])
            assert first_result(page, wrong) == exercise["url"], wrong
    assert page.problems == []
    page.context.close()


def test_the_ranking_finds_every_name_with_any_one_letter_wrong(ranking, exercises):
    pairs = [
        (query, exercise["slug"])
        for exercise in exercises
        for name in names_of(exercise)
        for query in (name, name.upper(), name.replace("-", " "), name.replace("-", ""), *misspellings(name))
        if query == name or is_nobody_elses(query, exercise, exercises)
    ]
    found = ranking(exercises, [query for query, _ in pairs])
    wrong = [(query, slug, result) for (query, slug), result in zip(pairs, found) if slug != result]
    assert wrong == []
    assert len(pairs) > 2000


def thousand():
    starts = "Seated Standing Kneeling Lying Supported Crossed Diagonal Gentle Rolling Folded".split()
    middles = "hamstring piriformis shoulder trunk pelvic spinal ankle quadriceps thoracic forearm".split()
    ends = "rotation extension reach bridge twist circle glide slump pendulum march".split()
    return [
        {
            "slug": "-".join(words).lower(),
            "title": " ".join(words),
            "aliases": [f"{words[2]} of the {words[1]}, {words[0].lower()}"],
            "summary": f"Move your {words[1]} slowly and come back to the start.",
        }
        for words in itertools.product(starts, middles, ends)
    ]


def test_the_ranking_finds_each_of_a_thousand_exercises(ranking):
    entries = thousand()
    letters = random.Random(7)
    pairs = []
    for entry in entries:
        for name in names_of(entry):
            pairs += [(name, entry["slug"]), (letters.choice(sorted(misspellings(name))), entry["slug"])]
    found = ranking(entries, [query for query, _ in pairs])
    assert [(query, slug, result) for (query, slug), result in zip(pairs, found) if slug != result] == []


def test_the_ranking_forgives_case_accents_dashes_and_unfinished_words(ranking, exercises):
    queries = ["CAT COW", "catcow", "cát—cow", "childs pose", "child’s pose", "glute bri", "pirif", "knee rols", "", "  ", "zzzz"]
    assert ranking(exercises, queries) == [
        "cat-camel", "cat-camel", "cat-camel", "childs-pose", "childs-pose", "bridge", "seated-piriformis-stretch", "lower-trunk-rotation",
        "", "", "",
    ]


def test_the_search_finds_words_of_the_text_and_pages_of_guidance(browser, address):
    page = visit(browser, address + "/search/?q=armrests")
    page.wait_for_selector(".results li")
    assert "programmes/desk-break" in page.inner_html(".results")
    first_result(page, "numbness")
    assert page.query_selector(".results .tags :text-is('Guidance')")
    assert page.problems == []
    page.context.close()


def test_the_filters_narrow_the_results(browser, address, taught):
    page = visit(browser, address + "/search/?q=twist&position=standing")
    page.wait_for_selector(".results li")
    links = page.eval_on_selector_all(".results h3 a", "links => links.map(link => link.getAttribute('href'))")
    standing = {e["url"] for e in taught if e["position"] == "standing"}
    assert links and set(links) <= standing
    page.click(".search .facets summary")
    page.click(".search button[type=reset]")
    page.wait_for_function("count => document.querySelectorAll('.result').length > count", arg=len(links))
    assert page.evaluate("location.search") == "?q=twist"
    page.context.close()


def test_nothing_is_loaded_before_the_reader_searches(browser, address):
    context = browser.new_context()
    page = context.new_page()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(address + "/search/", wait_until="networkidle")
    assert not [url for url in loaded if "pagefind" in url or "/api/" in url]
    page.fill("#query", "bridge")
    page.wait_for_selector(".results li")
    assert [url for url in loaded if url.endswith("/pagefind/pagefind.js")]
    assert all(url.startswith(address) for url in loaded)
    context.close()


def test_the_search_answers_what_was_typed_last_and_says_so(browser, address):
    page = visit(browser, address + "/search/")
    page.type("#query", "bridge")
    page.wait_for_selector(".results li")
    assert "“bridge”" in page.inner_text(".found-status")
    assert page.get_attribute(".found-status", "role") == "status"
    assert page.evaluate("location.search") == "?q=bridge"
    page.fill("#query", "xyzzyq")
    page.wait_for_function("() => document.querySelector('.found-status').textContent.startsWith('Nothing was found')")
    assert page.is_visible(".search-names")
    page.fill("#query", "")
    page.wait_for_function("() => document.querySelector('.found-status').textContent === ''")
    assert page.evaluate("location.search") == ""
    page.context.close()


def test_a_query_is_text_and_never_markup(browser, address):
    page = visit(browser, address + "/search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.wait_for_function("() => document.querySelector('.found-status').textContent.includes('<img')")
    assert page.query_selector(".found-status img") is None
    assert page.problems == []
    page.context.close()


def test_the_home_page_leads_to_the_search_with_the_words(browser, address):
    page = visit(browser, address + "/")
    page.fill("main #query", "cat cow")
    page.keyboard.press("Enter")
    page.wait_for_selector(".results li")
    assert page.inner_text(".results li:first-child h3") == "Cat-camel"
    assert page.problems == []
    page.context.close()


def test_the_home_page_leads_to_exercises_by_what_there_is_and_how_long_there_is(browser, address):
    page = visit(browser, address + "/", java_script_enabled=False)
    page.click("main a:has-text('Up to 2 minutes')")
    page.wait_for_selector(".card-programme")
    page.wait_for_selector(".card-exercise")
    page.go_back()
    page.click("main .tiles a:has-text('Foam roller')")
    page.wait_for_selector("h1:has-text('Exercises with a foam roller')")
    page.click("a:has-text('Narrow this list')")
    page.wait_for_url("**/exercises/?equipment=foam-roller")
    page.context.close()


# MARK: Other ways to build


@pytest.fixture(scope="module")
def plain(limber, tmp_path_factory):
    output = tmp_path_factory.mktemp("plain") / "site"
    result = run(limber, "build", "--root", str(ROOT), "--output", str(output), "--no-handouts", "--no-search", "--base-url", "https://example.org/back/")
    assert result.returncode == 0, result.stderr
    folder = output.parent / "served"
    folder.mkdir()
    shutil.move(output, folder / "back")
    server = serve(folder)
    yield f"http://127.0.0.1:{server.server_address[1]}", folder / "back"
    server.shutdown()


def test_without_an_index_the_names_and_summaries_are_searched(browser, plain, exercises):
    address, folder = plain
    assert not (folder / "pagefind").exists()
    assert "wasm-unsafe-eval" not in (folder / "search/index.html").read_text()
    page = browser.new_page()
    # The data name the site's own host, which is not reachable here.
    page.goto(address + "/back/search/", wait_until="networkidle")
    for exercise in exercises:
        assert first_result(page, exercise["title"]).endswith(f"/back/exercises/{exercise['slug']}/")
    first_result(page, "hands and knees")
    assert page.query_selector(".results h3 a:text-is('Cat-camel')")
    page.close()


def test_only_the_search_page_may_run_web_assembly(site):
    for page in site.rglob("*.html"):
        assert ("wasm-unsafe-eval" in page.read_text()) == (page.parent.name == "search"), page


def test_a_machine_without_pagefind_builds_with_a_warning(limber, tmp_path):
    import os

    result = run(
        limber, "build", "--root", str(ROOT), "--output", str(tmp_path / "site"), "--no-handouts",
        env={**os.environ, "LIMBER_PAGEFIND": "/nowhere/pagefind"},
    )
    assert result.returncode == 0
    assert "warning: " in result.stderr and "Pagefind" in result.stderr
    assert not (tmp_path / "site/pagefind").exists()


def test_the_index_is_the_same_in_every_build(limber, tmp_path):
    digests = []
    for name in ("one", "two"):
        run(limber, "build", "--root", str(ROOT), "--output", str(tmp_path / name), "--no-handouts")
        files = sorted(path for path in (tmp_path / name / "pagefind").rglob("*") if path.is_file())
        digests.append([(str(path.relative_to(tmp_path / name)), path.read_bytes()) for path in files])
    assert digests[0] == digests[1] and len(digests[0]) > 40


def test_the_search_finds_the_right_one_of_a_thousand(browser, limber, library, tmp_path):
    sample = (library / "Content/Exercises/bridge.md").read_text()
    head = re.search(r"^figures:\n(?:  .*\n)+", sample, re.M).group()
    sample = re.sub(r"!\[[^\]]*\]\(figure:[^)]*\)", "", sample.replace(head, ""))
    sample = re.sub(r"^(easier|harder|related): .*\n", "", sample, flags=re.M)
    entries = thousand()
    for entry in entries:
        text = re.sub(r"^title: .*$", f"title: {entry['title']}", sample, flags=re.M)
        text = re.sub(r"^aliases: .*$", f"aliases: [\"{entry['aliases'][0]}\"]", text, flags=re.M)
        (library / f"Content/Exercises/{entry['slug']}.md").write_text(text)
    output = tmp_path / "site"
    result = run(limber, "build", "--root", str(library), "--output", str(output), "--no-handouts")
    assert result.returncode == 0, result.stderr[:2000]
    server = serve(output)
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/search/", wait_until="networkidle")
    letters = random.Random(11)
    for entry in letters.sample(entries, 12):
        for name in names_of(entry):
            for query in (name, letters.choice(sorted(misspellings(name)))):
                assert first_result(page, query) == f"/exercises/{entry['slug']}/", query
    page.close()
    server.shutdown()


# MARK: For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [*NEW_PAGES, "/exercises/?equipment=bed&level=beginner"])
def test_axe_finds_nothing(browser, address, path, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(browser, address + path, viewport={"width": width, "height": 800}, color_scheme=scheme)
    for details in page.query_selector_all("main details.facets"):
        details.evaluate("details => details.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.context.close()


@pytest.mark.parametrize("path", NEW_PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_page_fits_its_window_and_its_navigation_one_row(browser, address, path, width):
    page = visit(browser, address + path, viewport={"width": width, "height": 256 if width == 320 else 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    rows = page.eval_on_selector_all(".sections li", "items => new Set(items.map(item => Math.round(item.getBoundingClientRect().top))).size")
    assert rows == 1
    assert page.problems == []
    page.context.close()
