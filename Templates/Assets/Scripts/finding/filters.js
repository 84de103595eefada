// The filters of the list of exercises. What is chosen stands in the address, so that it can be shared and found again.
import { filters as words } from "../words.js";
import { fill, make, refill } from "../elements.js";
import { chosenOf, countsOf, facetsOf, fitting, nameOf, readAddress, showChosen, writeAddress } from "./facets.js";

const say = (count) => (count === 1 ? words.one : fill(words.many, { count }));

export function startFilters(form) {
  const facets = facetsOf(form);
  const head = document.querySelector("[data-found]");
  const [status, list, none] = head.children;
  const details = form.querySelector("details");
  const groups = [...document.querySelectorAll("[data-group]")];
  const items = [...document.querySelectorAll("[data-group] [data-position]")].map((card) => {
    const item = { card };
    for (const { name } of facets) item[name] = (card.dataset[name] || "").split(" ").filter(Boolean);
    return item;
  });

  function apply() {
    const shown = fitting(items, facets).map((item) => item.card);
    for (const { card } of items) card.hidden = !shown.includes(card);
    for (const group of groups) {
      const count = group.querySelectorAll("[data-position]:not([hidden])").length;
      group.hidden = !count;
      group.querySelector(".group-count").textContent = say(count);
    }
    for (const [input, count] of countsOf(items, facets)) {
      const number = input.parentElement.querySelector(".choice-count");
      if (number) number.textContent = count;
      input.parentElement.classList.toggle("choice-empty", !count);
    }
    const chosen = facets.flatMap(chosenOf);
    const text = chosen.length ? fill(words.status, { count: shown.length, total: form.dataset.total }) : form.dataset.total;
    // Setting the same text again would be announced again.
    if (status.textContent !== text) status.textContent = text;
    showChosen(form, facets);
    refill(list, chosen.map((input) => make("li", chip(input))));
    list.hidden = !chosen.length;
    none.hidden = shown.length > 0;
    refill(none, shown.length ? [] : wayOut(chosen));
  }

  function change() {
    apply();
    writeAddress(form);
  }

  function button(text, act, properties) {
    const onclick = () => {
      act();
      change();
      // The button is gone: what it changed is read next.
      status.tabIndex = -1;
      status.focus();
    };
    return make("button", { type: "button", onclick, ...properties }, text);
  }

  function drop(input) {
    input.checked = false;
    const any = facets.find((facet) => facet.inputs.includes(input)).inputs.find((other) => !other.value);
    if (any) any.checked = true;
  }

  function chip(input) {
    const name = nameOf(input);
    return button(name, () => drop(input), { "aria-label": fill(words.remove, { name }) });
  }

  // Which filter to drop: those without which something is left, the best first; where it takes more than one, which to keep.
  function wayOut(chosen) {
    const isChecked = (inputs) => {
      chosen.forEach(drop);
      for (const input of inputs) input.checked = true;
    };
    const ways = (phrase, left) => chosen.map((input) => {
      isChecked(left(input));
      const count = fitting(items, facets).length;
      isChecked(chosen);
      const text = fill(phrase, { name: nameOf(input), count: say(count) });
      return { count, button: button(text, () => isChecked(left(input))) };
    }).filter((way) => way.count).sort((one, other) => other.count - one.count).map((way) => way.button);
    const dropping = ways(words.without, (input) => chosen.filter((other) => other !== input));
    const buttons = dropping.length ? dropping : ways(words.only, (input) => [input]);
    return [make("p", words.none), ...buttons, button(words.clear, () => chosen.forEach(drop))];
  }

  form.hidden = false;
  details.open = matchMedia("(min-width: 60rem)").matches;
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  // A browser that keeps the page restores it as it was; one that loads it again may restore the choices by itself, later than this.
  addEventListener("pageshow", () => {
    readAddress(facets);
    apply();
  });
  readAddress(facets);
  apply();
}
