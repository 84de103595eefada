// The service worker of this site: registers it, has it keep what a page shows, and offers a new version.
import { loadWords, offline as words } from "../words.js";
import { addressOf, dataOf, placeOf, root } from "../addresses.js";
import { button, make } from "../elements.js";

const workers = navigator.serviceWorker;

export async function registerWorker() {
  try {
    offerNewVersion(await workers.register(root + "service-worker.js"));
    keepThisPage((await workers.ready).active);
  } catch (error) {
    // A site that is served without one, or a browser that forbids it: everything works but offline.
  }
}

/** Has this page kept, its pictures, and what a session that starts here shows. */
async function keepThisPage(worker) {
  const own = addressOf("");
  const addresses = [location.href.split(/[?#]/)[0], ...[...document.images].map((image) => image.src)];
  for (const data of document.querySelectorAll("[data-feature=session] script")) {
    for (const { slug } of JSON.parse(data.textContent).entries) addresses.push(...(await shownInSession(dataOf(slug))));
  }
  const kept = [...new Set(addresses)].filter((url) => url.startsWith(own));
  worker.postMessage({ kind: "keep", addresses: kept.map((url) => url.slice(own.length)) });
}

/** The address of an exercise's data and those of the pictures that it names for a session. */
async function shownInSession(data) {
  const response = await fetch(data).catch(() => {});
  const session = response && response.ok && (await response.json()).session;
  if (!session) return [];
  const figures = [session.start, ...session.holds.map((held) => held.figure)];
  return [data, ...figures.filter((figure) => figure && figure.url).map((figure) => new URL(placeOf(figure.url), location).href)];
}

function offerNewVersion(registration) {
  const offer = (worker) => {
    // The first worker of all is nothing new.
    if (worker && workers.controller) showOffer(worker);
  };
  offer(registration.waiting);
  registration.onupdatefound = () => {
    const worker = registration.installing;
    worker.onstatechange = () => worker.state === "installed" && offer(worker);
  };
}

async function showOffer(worker) {
  await loadWords();
  if (document.querySelector(".new-version")) return;
  const accept = () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage({ kind: "take over" });
  };
  const notice = make("div.new-version", { role: "status" }, make("p", words.newVersion),
    button("button.button", accept, words.showNewVersion), button("button.button.button-quiet", () => notice.remove(), words.later));
  document.body.append(notice);
}
