// The entry point of every page. Everything here only adds: without it every page is whole. What a page does not use is not loaded.
import { registerWorker } from "./offline/worker.js";
import { followThemeButton } from "./theme-button.js";
import { unfoldForPrint } from "./print.js";

const features = {
  choose: () => import("./programme/choose.js"),
  filters: () => import("./filters.js"),
  "keep-offline": () => import("./offline/keep.js"),
  "kept-pages": () => import("./offline/kept-pages.js"),
  session: () => import("./session/start.js"),
  programme: () => import("./programme/start.js"),
  search: () => import("./search.js"),
};

followThemeButton();
unfoldForPrint();
addEventListener("load", registerWorker);
for (const element of document.querySelectorAll("[data-feature]")) {
  const load = features[element.dataset.feature];
  if (load) load().then((feature) => feature.start(element));
}
