// "Keep offline": puts the whole library on this device, or takes it away again.
import { loadWords, offline as words } from "../words.js";
import { addressOf } from "../addresses.js";
import { fill } from "../elements.js";

const listAddress = addressOf("offline.json");
/** So many files are fetched at a time. */
const width = 6;

export async function offerToKeep(section) {
  if (!navigator.serviceWorker || !self.caches) return;
  const registration = await navigator.serviceWorker.ready;
  const button = section.querySelector("button");
  const status = section.querySelector("[role=status]");
  const say = (text) => { status.textContent = text; };

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
      const isKept = await fillCopy(say);
      say(isKept ? words.kept : words.newVersionFirst);
      // Without this a browser that runs short of room may drop it.
      if (isKept && navigator.storage && navigator.storage.persist) navigator.storage.persist();
    } catch (error) {
      say(error.name === "QuotaExceededError" ? words.noRoom : words.failed);
    } finally {
      button.disabled = false;
      await show();
    }
  }

  async function remove() {
    for (const name of await copies()) await caches.delete(name);
    await registration.unregister();
    say(words.removed);
    button.hidden = true;
  }

  section.hidden = false;
  await show();
}

/** Whether every file is on this device now: not where there is a new version of the site, which the reader is to choose first. */
async function fillCopy(say) {
  const list = await (await fetchNow("offline.json")).json();
  const name = `site ${list.version}`;
  const cache = await caches.open(name);
  if ((await copies()).length > 1) return false;
  const files = [...list.files];
  let done = 0;
  const fetchNext = async () => {
    while (files.length) {
      const url = addressOf(files.shift());
      if (!(await cache.match(url))) {
        const response = await fetch(url);
        if (!response.ok) throw new Error(url);
        await cache.put(url, response);
      }
      done += 1;
      if (done % 10 === 0) say(fill(words.keeping, { done, total: list.files.length }));
    }
  };
  await Promise.all(Array.from({ length: width }, fetchNext));
  if ((await (await fetchNow("version.txt")).text()).trim() !== list.version) {
    // Some of the files are of another version: better none than a mixture.
    await caches.delete(name);
    return false;
  }
  // By this the next version knows that everything is wanted.
  await cache.put(listAddress, new Response(JSON.stringify(list)));
  return true;
}

const fetchNow = (path) => fetch(addressOf(path), { cache: "no-store" });

const copies = async () => (await caches.keys()).filter((name) => name.startsWith("site "));

async function isWholeKept() {
  try {
    const list = await (await caches.match(listAddress)).json();
    const cache = await caches.open(`site ${list.version}`);
    const kept = new Set((await cache.keys()).map((request) => request.url));
    return list.files.every((path) => kept.has(addressOf(path)));
  } catch (error) {
    return false;
  }
}
