// The filters of the list of exercises.
import { fill } from "./text.js";

export function start(form) {
  const cards = [...document.querySelectorAll("[data-group] [data-position]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const none = form.querySelector(".filter-none");

  function apply() {
    let shown = 0;
    for (const card of cards) {
      const fits = selects.every((select) => !select.value || card.dataset[select.name].split(" ").includes(select.value));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-position]:not([hidden])");
    const isFiltered = selects.some((select) => select.value);
    status.textContent = isFiltered ? fill(form.dataset.status, { count: shown, total: form.dataset.total }) : "";
    none.hidden = shown > 0;
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply, 0));
  // Browsers restore the choices after a step back.
  addEventListener("pageshow", apply);
  apply();
}
