// The entry point of every page. Everything here only adds: without it every page is whole. What a page does not use is not loaded.
import { registerWorker } from "./offline/worker.js";
import { followThemeButton } from "./theme-button.js";
import { unfoldForPrint } from "./print.js";
import { loadWords } from "./words.js";

// Those that say something from the start; the others load the words when they need them.
const withWords = (feature) => Promise.all([feature, loadWords()]).then(([loaded]) => loaded);

const features = {
  choose: () => withWords(import("./programme/choose.js")),
  filters: () => withWords(import("./filters.js")),
  "keep-offline": () => import("./offline/keep.js"),
  "kept-pages": () => import("./offline/kept-pages.js"),
  session: () => import("./session/start.js"),
  programme: () => withWords(import("./programme/start.js")),
  search: () => withWords(import("./search.js")),
};

followThemeButton();
unfoldForPrint();
addEventListener("load", registerWorker);
for (const element of document.querySelectorAll("[data-feature]")) {
  const load = features[element.dataset.feature];
  if (load) load().then((feature) => feature.start(element));
}
