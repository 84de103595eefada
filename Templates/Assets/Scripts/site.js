// The entry point of every page. Everything here only adds: without it every page is whole. What not every page uses is loaded by those
// that do.
import { offerToKeep } from "./offline/keep.js";
import { listKeptPages } from "./offline/kept-pages.js";
import { registerWorker } from "./offline/worker.js";
import { offerSession } from "./session/start.js";
import { followThemeButton } from "./theme-button.js";
import { unfoldForPrint } from "./print.js";
import { loadWords } from "./words.js";

// Features in files of their own say something from the start; the others load the words when they need them.
const loaded = (load) => async (element) => {
  const [feature] = await Promise.all([load(), loadWords()]);
  feature.start(element);
};

const features = {
  choose: loaded(() => import("./programme/choose.js")),
  filters: loaded(() => import("./finding/start.js")),
  "keep-offline": offerToKeep,
  "kept-pages": listKeptPages,
  session: offerSession,
  programme: loaded(() => import("./programme/start.js")),
  search: loaded(() => import("./finding/start.js")),
};

followThemeButton();
unfoldForPrint();
addEventListener("load", registerWorker);
for (const element of document.querySelectorAll("[data-feature]")) {
  const start = features[element.dataset.feature];
  if (start) start(element);
}
