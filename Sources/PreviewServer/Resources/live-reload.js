// Keeps a page of the live preview up to date. The server marks the script tag with the version of the site that the page shows.
(() => {
  "use strict";

  const scrollKey = "limber-scroll";
  const triedKey = "limber-reloaded-for";
  const problemsId = "limber-problems";
  let version = document.currentScript.dataset.version;
  let source = null;
  let retry = 0;

  const store = {
    get(key) {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, value);
      } catch {
        // Without storage the page still reloads, only from its top.
      }
    },
  };

  function reload(newVersion) {
    store.set(triedKey, newVersion ?? null);
    store.set(scrollKey, JSON.stringify([location.pathname, scrollX, scrollY]));
    disconnect();
    location.reload();
  }

  function restoreScroll() {
    const saved = store.get(scrollKey);
    store.set(scrollKey, null);
    if (saved === null) return;
    const [path, x, y] = JSON.parse(saved);
    if (path !== location.pathname) return;
    const restore = () => scrollTo({ left: x, top: y, behavior: "instant" });
    restore();
    addEventListener("load", restore, { once: true });
  }

  // Whether the page, or anything that it loaded, is among the changed paths.
  function uses(paths) {
    if (!Array.isArray(paths)) return true;
    const loaded = performance.getEntriesByType("resource");
    if (loaded.length >= 250) return true; // the browser keeps no more, so something may be missing
    const changed = new Set(paths.map(plain));
    const urls = [location.href, ...loaded.map((entry) => entry.name)];
    return urls.some((url) => {
      const { origin, pathname } = new URL(url, location.href);
      return origin === location.origin && changed.has(plain(decode(pathname)));
    });
  }

  const plain = (path) => path.replace(/index\.html$/, "");

  function decode(path) {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  // Fetches the page again and takes its stylesheets, since their addresses may carry a hash of their content.
  async function swapStylesheets(newVersion) {
    const own = (link) => link.getAttribute("href").startsWith("/_limber/");
    const links = (root) => [...root.querySelectorAll('link[rel~="stylesheet"][href]')].filter((link) => !own(link));
    const response = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const before = links(document);
    const after = links(page);
    if (!response.ok || before.length !== after.length) throw new Error("the stylesheets cannot be matched");
    await Promise.all(
      before.map(
        (old, index) =>
          new Promise((resolve, reject) => {
            const fresh = document.importNode(after[index]);
            const url = new URL(fresh.getAttribute("href"), location.href);
            if (url.origin !== location.origin) return resolve();
            url.searchParams.set("limber", newVersion);
            fresh.href = url.href;
            fresh.addEventListener("load", () => {
              old.remove();
              resolve();
            });
            fresh.addEventListener("error", () => reject(new Error("a stylesheet cannot be loaded")));
            old.after(fresh);
          }),
      ),
    );
  }

  // The place for the problems: on a page that is nothing else, its own element; otherwise one laid over the page.
  function problemsElement() {
    let element = document.getElementById(problemsId);
    if (element) return element;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/_limber/live-reload.css";
    document.head.append(style);
    element = document.createElement("div");
    element.id = problemsId;
    element.className = "limber-overlay";
    element.setAttribute("role", "alert");
    const hide = document.createElement("button");
    hide.type = "button";
    hide.textContent = "Hide";
    hide.addEventListener("click", () => element.remove());
    const heading = document.createElement("h1");
    heading.textContent = "The site could not be built";
    const note = document.createElement("p");
    note.textContent = "The page shows the last version without errors.";
    const text = document.createElement("pre");
    text.tabIndex = 0;
    element.append(hide, heading, note, text);
    document.body.append(element);
    return element;
  }

  function showProblems(problems) {
    const text = problemsElement().querySelector("pre");
    if (text.textContent !== problems) text.textContent = problems;
  }

  const hasProblems = () => document.getElementById(problemsId) !== null;

  const handlers = {
    state(news) {
      if (news.version !== version && store.get(triedKey) !== news.version) return reload(news.version);
      version = news.version; // a second reload for the same version would not help either
      if (news.problems) showProblems(news.problems);
      else if (hasProblems()) reload(news.version);
    },
    reload(news) {
      if (hasProblems() || uses(news.paths)) return reload(news.version);
      version = news.version;
    },
    css(news) {
      if (hasProblems()) return reload(news.version);
      version = news.version;
      swapStylesheets(news.version).catch(() => reload(news.version));
    },
    problems(news) {
      showProblems(news.problems);
    },
  };

  function connect() {
    clearTimeout(retry);
    if (source || document.hidden) return;
    source = new EventSource("/_limber/events");
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
    source.addEventListener("error", () => {
      // The browser connects again by itself, unless the server answered with something else than a stream.
      if (source?.readyState !== EventSource.CLOSED) return;
      disconnect();
      retry = setTimeout(connect, 1000);
    });
  }

  function disconnect() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  // A browser opens only six connections to a server: pages in the background give theirs back, and catch up when they are shown.
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  restoreScroll();
  connect();
})();
