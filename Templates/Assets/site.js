// Everything here only adds: without it every page is whole.
(function () {
  "use strict";

  // Light or dark, remembered on this device only.
  var toggle = document.querySelector("[data-theme-toggle]");
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", function () {
      var root = document.documentElement;
      var system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      var next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
      root.dataset.theme = next;
      document.querySelector("meta[name=color-scheme]").content = next;
      try {
        localStorage.setItem("theme", next);
      } catch (error) {
        // Storage is blocked: the choice holds for this page.
      }
    });
  }

  // On paper nothing is folded away.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });

  // The filters of the list of exercises.
  var form = document.querySelector("[data-filters]");
  if (!form) return;
  var cards = Array.prototype.slice.call(document.querySelectorAll("[data-group] [data-position]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll("[data-group]"));
  var status = form.querySelector("[role=status]");
  var none = form.querySelector(".filter-none");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));

  function apply() {
    var shown = 0;
    cards.forEach(function (card) {
      var fits = selects.every(function (select) {
        return !select.value || card.dataset[select.name].split(" ").indexOf(select.value) >= 0;
      });
      card.hidden = !fits;
      if (fits) shown += 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector("[data-position]:not([hidden])");
    });
    var isFiltered = selects.some(function (select) { return select.value; });
    status.textContent = isFiltered ? form.dataset.status.replace("{count}", shown).replace("{total}", form.dataset.total) : "";
    none.hidden = shown > 0;
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  // Browsers restore the choices after a step back.
  window.addEventListener("pageshow", apply);
})();
