// The service worker of this site: registers it, has it keep what a page shows, and offers a new version.
import { loadWords, offline as words } from "../words.js";

const root = document.documentElement.dataset.root;

export function registerWorker() {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker
    .register(root + "service-worker.js")
    .then((registration) => {
      offerNewVersion(registration);
      navigator.serviceWorker.ready.then((ready) => keepThisPage(ready.active));
    })
    .catch(() => {
      // A site that is served without one, or a browser that forbids it: everything works but offline.
    });
}

/** Has this page kept, its pictures, and what a session that starts here shows. */
async function keepThisPage(worker) {
  const own = new URL(root, location).href;
  const addresses = [location.href.split(/[?#]/)[0]];
  for (const image of document.images) addresses.push(image.src);
  for (const data of document.querySelectorAll("[data-feature=session] script")) {
    for (const { slug } of JSON.parse(data.textContent).entries) addresses.push(...(await shownInSession(`${own}api/v1/exercises/${slug}.json`)));
  }
  worker.postMessage({
    kind: "keep",
    addresses: [...new Set(addresses)].filter((url) => url.startsWith(own)).map((url) => url.slice(own.length)),
  });
}

/** The address of an exercise's data and those of the pictures that it names for a session. */
async function shownInSession(data) {
  const response = await fetch(data).catch(() => undefined);
  const session = response && response.ok ? (await response.json()).session : undefined;
  if (!session) return [];
  const figures = [session.start, ...session.holds.map((held) => held.figure)].filter((figure) => figure && figure.url);
  return [data, ...figures.map((figure) => new URL(new URL(figure.url, location).pathname, location).href)];
}

function offerNewVersion(registration) {
  const offer = (worker) => {
    // The first worker of all is nothing new.
    if (!worker || !navigator.serviceWorker.controller) return;
    showOffer(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage({ kind: "take over" });
    });
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed") offer(worker);
    });
  });
}

async function showOffer(accept) {
  await loadWords();
  if (document.querySelector(".new-version")) return;
  const notice = document.createElement("div");
  notice.className = "new-version";
  notice.setAttribute("role", "status");
  const text = document.createElement("p");
  text.textContent = words.newVersion;
  const yes = document.createElement("button");
  yes.type = "button";
  yes.className = "button";
  yes.textContent = words.showNewVersion;
  yes.addEventListener("click", accept);
  const later = document.createElement("button");
  later.type = "button";
  later.className = "button button-quiet";
  later.textContent = words.later;
  later.addEventListener("click", () => notice.remove());
  notice.append(text, yes, later);
  document.body.append(notice);
}
