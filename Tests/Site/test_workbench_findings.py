"""The workbench lists what the checks found in its page, with the place and the fix, and follows every save."""

import json
import urllib.request

from test_preview import exercise, preview  # noqa: F401 (fixtures)
from test_workbench import Workbench


def items(bench):
    return bench.page.eval_on_selector_all("#findings li", "items => items.map(item => item.innerText)")


def wait_for_count(bench, text):
    bench.page.wait_for_selector(f"#findings-button:has-text('{text}')", timeout=20000)


def test_it_lists_the_findings_of_its_page_and_follows_a_save(browser, preview, exercise):
    bench = Workbench(browser, preview.url)
    wait_for_count(bench, "1 finding")
    assert "no clinician has reviewed this page" in items(bench)[0]
    good = exercise.read_text()
    exercise.write_text(good.replace("7. Hold for [a few seconds](dose:hold.sagged).", "7. Your your belly is low <b>now</b>."))
    wait_for_count(bench, "3 findings")
    line = exercise.read_text().split("\n").index("7. Your your belly is low <b>now</b>.") + 1
    step = next(item for item in items(bench) if "repeated-word" in item)
    assert f"Content/Exercises/cat-camel.md:{line}:9" in step
    assert "Fix: remove one (limber check --fix does it)" in step
    # What an author wrote is shown as text.
    assert "<b>now</b>" in step and bench.page.locator("#findings b").count() == 0
    exercise.write_text(good)
    wait_for_count(bench, "1 finding")
    assert bench.page.get_attribute("#findings-button", "data-severity") == "warning"
    bench.close()


def test_errors_are_listed_too_and_go_when_they_are_mended(browser, preview, exercise):
    bench = Workbench(browser, preview.url)
    wait_for_count(bench, "1 finding")
    good = exercise.read_text()
    exercise.write_text(good.replace("2. Tuck your head", "2. Arch your back. Tuck your head"))
    bench.page.wait_for_selector("#findings-button[data-severity=error]", timeout=20000)
    assert any(item.startswith("Error") and "ambiguous-arch" in item for item in items(bench))
    exercise.write_text(good)
    bench.page.wait_for_selector("#findings-button[data-severity=warning]", timeout=20000)
    bench.close()


def test_the_list_can_be_closed_and_stays_so(browser, preview):
    bench = Workbench(browser, preview.url)
    wait_for_count(bench, "1 finding")
    button = bench.page.locator("#findings-button")
    assert button.get_attribute("aria-expanded") == "true" and bench.page.is_visible("#findings")
    height = bench.page.evaluate("() => document.getElementById('page-stage').clientHeight")
    button.press("Enter")
    assert button.get_attribute("aria-expanded") == "false" and not bench.page.is_visible("#findings")
    assert bench.page.evaluate("() => document.getElementById('page-stage').clientHeight") > height
    bench.page.reload()
    wait_for_count(bench, "1 finding")
    assert not bench.page.is_visible("#findings")
    bench.close()


def test_what_is_let_stand_is_listed_with_its_reason_and_a_page_of_no_file_has_no_list(browser, preview):
    bench = Workbench(browser, preview.origin + "/_limber/workbench/?page=/exercises/bed-edge-extension/")
    bench.page.wait_for_selector("#findings li.silenced", timeout=20000)
    assert any("Silenced" in item and "Reason: It needs a spotter." in item for item in items(bench))
    bench.close()
    bench = Workbench(browser, preview.origin + "/_limber/workbench/?page=/")
    bench.page.wait_for_timeout(500)
    assert not bench.page.is_visible("#findings-button") and not bench.page.is_visible("#findings")
    bench.close()
    with urllib.request.urlopen(preview.origin + "/_limber/findings/") as response:
        assert json.load(response) == {}
