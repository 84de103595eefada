// The pages that this device has kept, on the page that stands in for one that it has not.
import { addressOf } from "../addresses.js";
import { make } from "../elements.js";

export async function listKeptPages(section) {
  const places = ["exercises/", "programmes/", "guidance/"].map(addressOf);
  const pages = new Map();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { url } = request;
      if (!url.endsWith("/") || !places.some((place) => url.startsWith(place) && url !== place)) continue;
      const text = await (await cache.match(request)).text();
      const title = new DOMParser().parseFromString(text, "text/html").querySelector("h1");
      if (title) pages.set(url, title.textContent.trim());
    }
  }
  const inOrder = [...pages].sort((a, b) => a[1].localeCompare(b[1]));
  section.querySelector("ul").append(...inOrder.map(([href, title]) => make("li", make("a", { href }, title))));
  section.hidden = !pages.size;
}
