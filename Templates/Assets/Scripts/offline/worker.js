// The service worker of this site: registers it, has it keep what a page shows, and offers a new version.
import { offline as words } from "../words.js";

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

/** Addresses below the root of this page, of its pictures and of the data that its scripts read. */
function keepThisPage(worker) {
  const own = new URL(root, location).href;
  const addresses = [location.href.split(/[?#]/)[0]];
  for (const image of document.images) addresses.push(image.src);
  for (const element of document.querySelectorAll("[data-keep]")) addresses.push(new URL(element.dataset.keep, location).href);
  worker.postMessage({
    kind: "keep",
    addresses: [...new Set(addresses)].filter((url) => url.startsWith(own)).map((url) => url.slice(own.length)),
  });
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

function showOffer(accept) {
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
