// The pages that this device has kept, on the page that stands in for one that it has not.
export async function start(section) {
  const root = new URL(document.documentElement.dataset.root, location).href;
  const list = section.querySelector("ul");
  const places = ["exercises/", "programmes/", "guidance/"];
  const pages = new Map();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = request.url.slice(root.length);
      if (!path.endsWith("/") || !places.some((place) => path.startsWith(place) && path !== place)) continue;
      const text = await (await cache.match(request)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const title = page.querySelector("h1");
      if (title) pages.set(request.url, title.textContent.trim());
    }
  }
  for (const [url, title] of [...pages].sort((a, b) => a[1].localeCompare(b[1]))) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  section.hidden = pages.size === 0;
}
