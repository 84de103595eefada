// Keeps the site for times without a network. The build puts before this text what it knows of the site:
// self.site = {version, shell: [addresses below the root]}.
//
// Online every answer comes from the network, so that nobody reads an old dose; what was read is kept. Offline the kept copy answers. A copy
// holds one version of the site: a new version is fetched into a copy of its own, and takes over only when the reader says so.
const { version, shell } = self.site;
const root = new URL("./", self.location).href;
const copy = `site ${version}`;
/** After so many milliseconds a network that does not answer counts as none. */
const patience = 4000;

const address = (path) => new URL(path, root).href;
const openCopy = () => caches.open(copy);

self.addEventListener("install", (event) => event.waitUntil(fillNewCopy()));

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await ownCopies()) if (name !== copy) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  const { kind, addresses } = event.data;
  if (kind === "take over") self.skipWaiting();
  if (kind === "keep") event.waitUntil(keep(addresses.map(address)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.headers.has("range")) return;
  const path = request.url.slice(root.length);
  if (path === "version.txt" || path === "service-worker.js") return;
  // The name of an asset changes with its content, so a kept one is never old.
  event.respondWith(path.startsWith("assets/") ? fromCopyFirst(request) : fromNetworkFirst(event));
});

// The new copy: the shell, and whatever the reader had kept of the version before, as it is now.
async function fillNewCopy() {
  const cache = await openCopy();
  await cache.addAll(shell.map((path) => new Request(address(path), { cache: "no-cache" })));
  for (const name of await ownCopies()) {
    if (name === copy) continue;
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      if (!request.url.startsWith(address("assets/"))) await fetchInto(cache, request.url);
    }
    // Who keeps everything gets what is new, too.
    const list = await cache.match(address("offline.json"));
    for (const path of list ? (await list.json()).files : []) await fetchInto(cache, address(path));
  }
}

async function fetchInto(cache, url) {
  if (await cache.match(url)) return;
  const response = await fetch(url, { cache: "no-cache" });
  // What the new version no longer has is left out.
  if (response.ok) await cache.put(url, response);
}

async function ownCopies() {
  return (await caches.keys()).filter((name) => name.startsWith("site "));
}

async function fromCopyFirst(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) (await openCopy()).put(request, response.clone());
  return response;
}

async function fromNetworkFirst(event) {
  const { request } = event;
  const [url] = request.url.split("#");
  try {
    const response = await inTime(fetch(request));
    if (response.status === 200) event.waitUntil(keepIfCurrent(url, response.clone()));
    return response;
  } catch (error) {
    const cache = await openCopy();
    // What stands behind a question mark is read by scripts only.
    return (
      (await cache.match(url)) ||
      (await cache.match(url.split("?")[0])) ||
      (request.mode === "navigate" && (await cache.match(address("offline/")))) ||
      Response.error()
    );
  }
}

function inTime(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the network does not answer")), patience);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

let nextCheck;

/**
 * Whether the site on the network is still the version of this copy. It is asked after an answer has come: then the answer is of this
 * version, too. Answers that come together share one question.
 */
function isCurrent() {
  nextCheck ||= new Promise((resolve) => setTimeout(resolve, 200)).then(async () => {
    nextCheck = undefined;
    const response = await fetch(address("version.txt"), { cache: "no-store" });
    return response.ok && (await response.text()).trim() === version;
  });
  return nextCheck;
}

async function keepIfCurrent(url, response) {
  try {
    if (await isCurrent()) await (await openCopy()).put(url.split("?")[0], response);
  } catch (error) {
    // No network any more: it is not kept, and will be the next time.
  }
}

// What a visited page shows further down, and what its scripts read.
async function keep(urls) {
  const cache = await openCopy();
  const keepOne = async (url) => {
    if (!url.startsWith(root) || (await cache.match(url))) return;
    const response = await fetch(url).catch(Response.error);
    if (response.ok) await keepIfCurrent(url, response);
  };
  await Promise.all(urls.map(keepOne));
}
