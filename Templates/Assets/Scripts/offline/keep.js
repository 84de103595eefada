// "Keep offline": puts the whole library on this device, or takes it away again.
import { loadWords, offline as words } from "../words.js";
import { fill } from "../text.js";

const root = document.documentElement.dataset.root;
/** So many files are fetched at a time. */
const width = 6;

export async function start(section) {
  if (!("serviceWorker" in navigator) || !("caches" in self)) return;
  const registration = await navigator.serviceWorker.ready;
  const button = section.querySelector("button");
  const status = section.querySelector("[role=status]");
  const say = (text) => (status.textContent = text);

  async function show() {
    const isKept = await isWholeKept();
    button.onclick = isKept ? remove : keepAll;
    // The page says what the button does as long as nothing is kept.
    if (!isKept) return;
    await loadWords();
    button.textContent = words.remove;
    say(words.kept);
  }

  async function keepAll() {
    button.disabled = true;
    try {
      await loadWords();
      const list = await (await fetch(root + "offline.json", { cache: "no-store" })).json();
      const cache = await caches.open(`site ${list.version}`);
      if (!(await isCopyOf(list.version))) return say(words.newVersionFirst);
      const files = list.files.slice();
      let done = 0;
      const fetchNext = async () => {
        for (let path = files.shift(); path !== undefined; path = files.shift()) {
          const url = new URL(root + path, location).href;
          if (!(await cache.match(url))) {
            const response = await fetch(url);
            if (!response.ok) throw new Error(path);
            await cache.put(url, response);
          }
          done += 1;
          if (done % 10 === 0) say(fill(words.keeping, { done, total: list.files.length }));
        }
      };
      await Promise.all(Array.from({ length: width }, fetchNext));
      if ((await versionNow()) !== list.version) {
        // Some of the files are of another version: better none than a mixture.
        await caches.delete(`site ${list.version}`);
        return say(words.newVersionFirst);
      }
      // By this the next version knows that everything is wanted.
      await cache.put(new URL(root + "offline.json", location).href, new Response(JSON.stringify(list)));
      say(words.kept);
      // Without this a browser that runs short of room may drop it.
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    } catch (error) {
      say(error.name === "QuotaExceededError" ? words.noRoom : words.failed);
    } finally {
      button.disabled = false;
      await show();
    }
  }

  async function remove() {
    for (const name of await caches.keys()) if (name.startsWith("site ")) await caches.delete(name);
    await registration.unregister();
    say(words.removed);
    button.hidden = true;
  }

  section.hidden = false;
  await show();
}

async function versionNow() {
  return (await (await fetch(root + "version.txt", { cache: "no-store" })).text()).trim();
}

/** Whether the worker that answers now has a copy of that version: with another one waiting, the reader chooses first. */
async function isCopyOf(version) {
  return (await caches.keys()).filter((name) => name.startsWith("site ")).every((name) => name === `site ${version}`);
}

async function isWholeKept() {
  try {
    const kept = await caches.match(new URL(root + "offline.json", location).href);
    if (!kept) return false;
    const list = await kept.json();
    const cache = await caches.open(`site ${list.version}`);
    const keys = new Set((await cache.keys()).map((request) => request.url));
    return list.files.every((path) => keys.has(new URL(root + path, location).href));
  } catch (error) {
    return false;
  }
}
