// Puts the reader's choice of light or dark into force before the page is shown. It stands in each page, so that nothing waits for it.
try {
  const choice = localStorage.getItem("theme");
  if (choice === "light" || choice === "dark") {
    document.documentElement.dataset.theme = choice;
    document.querySelector("meta[name=color-scheme]").content = choice;
  }
} catch (error) {
  // Storage is blocked: the system's setting stays in force.
}
