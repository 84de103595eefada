// The search page. Nothing of the library is loaded before the reader begins to search.
import { search as words } from "../words.js";
import { placeOf } from "../addresses.js";
import { fill, oneLine, refill } from "../elements.js";
import { chosenOf, facetsOf, fitting, readAddress, showChosen, writeAddress } from "./facets.js";
import { combine, rank } from "./ranking.js";
import { exercisesAt, fullTextAt } from "./sources.js";
import { resultItem } from "./result.js";

const pause = 150;

export function startSearch(root) {
  const form = root.querySelector("form");
  const field = form.elements.q;
  const status = root.querySelector("[role=status]");
  const results = root.querySelector(".results");
  const names = root.querySelector(".search-names");
  const details = form.querySelector("details");
  const facets = facetsOf(form);
  const exercises = exercisesAt(root.dataset.exercises);
  const fullText = fullTextAt(root.dataset.index);
  let turn = 0;
  let timer;

  // Addresses are compared without the site's own, which data may have in full.
  const keyOf = ({ entry, page }) => placeOf((entry || page).url);

  async function find(query) {
    const prepared = await exercises();
    const byKey = new Map(prepared.map(({ entry }) => [keyOf({ entry }), entry]));
    const isFiltered = facets.some((facet) => chosenOf(facet).length);
    // Only exercises have answers; other pages are found while nothing is chosen.
    const isWanted = ({ entry }) => !isFiltered || (entry && fitting([entry.answers], facets).length > 0);
    const withEntry = (page) => ({ page, entry: byKey.get(keyOf({ page })) });
    const pages = await fullText(query, (page) => isWanted(withEntry(page)));
    const named = rank(query, prepared);
    const kept = combine(named.filter(isWanted), pages.map(withEntry), keyOf);
    return { kept, isFiltered: isFiltered && kept.length < combine(named, [], keyOf).length };
  }

  function show(query, { kept, isFiltered }) {
    const count = kept.length;
    const text = fill(count > 1 ? words.many : count ? words.one : words.none, { count, query });
    status.textContent = oneLine(text, !count && words.noneHint, isFiltered && words.filtered);
    refill(results.querySelector("ol"), kept.map(resultItem));
    showResults(count > 0);
  }

  function clear(text) {
    status.textContent = text;
    showResults(false);
  }

  // In place of all names.
  function showResults(isThere) {
    results.hidden = !isThere;
    names.hidden = isThere;
  }

  async function run() {
    clearTimeout(timer);
    const query = field.value.trim();
    const own = (turn += 1);
    writeAddress(form);
    showChosen(form, facets);
    if (!query) return clear("");
    try {
      const found = await find(query);
      // What was typed meanwhile is looked for already.
      if (own === turn) show(query, found);
    } catch (error) {
      if (own === turn) clear(words.failed);
    }
  }

  details.hidden = false;
  for (const count of form.querySelectorAll(".choice-count")) count.hidden = true;
  field.addEventListener("focus", () => exercises().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  });
  form.addEventListener("change", (event) => event.target !== field && run());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  form.addEventListener("reset", () => {
    // Clears the filters and not the words.
    const query = field.value;
    setTimeout(() => {
      field.value = query;
      run();
    });
  });
  readAddress(facets);
  field.value = new URLSearchParams(location.search).get("q") || "";
  run();
}
