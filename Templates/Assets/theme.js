// Puts the reader's choice of light or dark into force before the page is shown.
(function () {
  "use strict";
  try {
    var choice = localStorage.getItem("theme");
    if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
  } catch (error) {
    // Storage is blocked: the system's setting stays in force.
  }
})();
