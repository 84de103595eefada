// Light or dark, remembered on this device only. theme.js puts the choice into force on the next page.
export function followThemeButton() {
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const choice = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    root.dataset.theme = choice;
    document.querySelector("meta[name=color-scheme]").content = choice;
    try {
      localStorage.setItem("theme", choice);
    } catch (error) {
      // Storage is blocked: the choice holds for this page.
    }
  });
}
