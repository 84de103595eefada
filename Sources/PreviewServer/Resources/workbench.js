// Shows a page of the site beside its sheets of paper. What is shown stands in the address, so that a reload shows the same.
(() => {
  "use strict";

  const element = (id) => document.getElementById(id);
  const frame = element("page-frame");
  const box = element("frame-box");
  const stage = element("page-stage");
  const sheetsStage = element("sheets-stage");
  const list = element("sheets");
  const status = element("sheets-status");
  const divider = element("divider");
  const address = new URL(location.href);

  // Pixels of CSS, as a phone, a tablet and a desktop computer have them; "fit" is as wide as there is room.
  const widths = { phone: 360, tablet: 768, desktop: 1280 };

  // ---- The settings, in the address

  // A site path of this server that is not one of its own pages, or nothing.
  function sitePath(text) {
    try {
      const url = new URL(text, location.origin);
      if (url.origin !== location.origin || url.pathname.startsWith("/_limber/")) return null;
      return url.pathname + url.search + url.hash;
    } catch {
      return null;
    }
  }

  const pathname = (path) => new URL(path, location.origin).pathname;

  function remember(name, value, usual) {
    if (value === usual) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    // Slashes need no encoding in a query, and addresses are for people.
    address.search = address.search.replaceAll("%2F", "/");
    history.replaceState(history.state, "", address);
  }

  const radios = (form) => [...form.querySelectorAll("input[type=radio]")];
  const chosen = (form) => radios(form).filter((radio) => radio.checked);

  function restore(form) {
    for (const radio of radios(form)) {
      if (address.searchParams.get(radio.name) === radio.value) radio.checked = true;
    }
  }

  function rememberChoices(form) {
    for (const radio of chosen(form)) remember(radio.name, radio.value, form.elements[radio.name][0].value);
  }

  // ---- The web page

  let page = sitePath(address.searchParams.get("page") ?? "/") ?? "/";

  // A frame that is wider than its side of the workbench is shown smaller.
  function fit() {
    const room = { width: stage.clientWidth, height: stage.clientHeight };
    const width = widths[chosen(element("page-switches"))[0].value] ?? room.width;
    const scale = Math.min(1, room.width / width);
    box.style.width = `${Math.floor(width * scale)}px`;
    frame.style.width = `${width}px`;
    frame.style.height = `${room.height / scale}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : "none";
    const percent = Math.round(scale * 100);
    element("frame-size").textContent = `${width} px${percent < 100 ? `, shown at ${percent} %` : ""}`;
  }

  // Follows links inside the page; what is no page of the site opens in a tab of its own.
  function follow() {
    let inside;
    try {
      inside = frame.contentWindow.location;
      if (inside.origin !== location.origin) throw new Error("another site");
    } catch {
      frame.contentWindow.location.replace(page);
      return;
    }
    frame.contentDocument.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.defaultPrevented || (link.origin === location.origin && link.pathname.endsWith("/"))) return;
      event.preventDefault();
      open(link.href, "_blank", "noopener");
    });
    document.title = `${frame.contentDocument.title || "Page"} · workbench`;
    const path = sitePath(inside.href);
    if (path === null || path === page) return;
    const isAnother = pathname(path) !== pathname(page);
    page = path;
    element("page-link").href = page;
    remember("page", page);
    if (isAnother) {
      update();
      check();
    }
  }

  // ---- The sheets of paper

  let turn = 0;
  let request = null;
  let shownPath = null;
  let contentProblems = null;
  let sheetProblems = null;

  function sheetsAddress(kind) {
    const query = new URLSearchParams(chosen(element("sheets-switches")).map((radio) => [radio.name, radio.value]));
    return `/_limber/${kind}${pathname(page)}?${query}`;
  }

  // Asks for the sheets and exchanges those that have changed, when all of them can be shown at once.
  async function update() {
    const own = ++turn;
    request?.abort();
    request = new AbortController();
    const path = pathname(page);
    status.textContent = "Updating…";
    list.setAttribute("aria-busy", "true");
    let answer;
    let pictures = [];
    try {
      const response = await fetch(sheetsAddress("sheets"), { signal: request.signal, cache: "no-store" });
      if (!response.ok) throw new Error(await response.text());
      answer = await response.json();
      pictures = await Promise.all((answer.sheets ?? []).map(picture));
    } catch (error) {
      answer = { problems: String(error.message ?? error) };
    }
    if (own !== turn) return;
    list.removeAttribute("aria-busy");
    sheetProblems = answer.problems ?? null;
    // The last good sheets stay beside the problems, unless they are another page's.
    if (!answer.problems || path !== shownPath) show(pictures, path);
    showText("sheets-warnings", answer.warnings);
    const reason = element("sheets-reason");
    reason.hidden = !answer.reason;
    reason.textContent = answer.reason ?? "";
    showProblems();
  }

  // The picture at an address: the one that is shown already, or a new one that can be painted at once.
  async function picture(source) {
    const known = [...list.querySelectorAll("img")].find((image) => image.getAttribute("src") === source);
    if (known) return known;
    const image = new Image();
    image.src = source;
    await image.decode();
    return image;
  }

  function show(pictures, path) {
    const top = path === shownPath ? sheetsStage.scrollTop : 0;
    shownPath = path;
    pictures.forEach((image, index) => {
      const item = list.children[index] ?? list.appendChild(sheet());
      const old = item.querySelector("img");
      if (old !== image) old ? old.replaceWith(image) : item.prepend(image);
      const number = `${index + 1} of ${pictures.length}`;
      image.alt = `Page ${number} as it is printed`;
      item.querySelector("span").textContent = number;
    });
    while (list.children.length > pictures.length) list.lastElementChild.remove();
    sheetsStage.scrollTop = top;
  }

  function sheet() {
    const item = document.createElement("li");
    item.append(document.createElement("span"));
    return item;
  }

  function showText(id, text) {
    const message = element(id);
    message.hidden = !text;
    const place = message.querySelector("pre");
    if (place.textContent !== (text ?? "")) place.textContent = text ?? "";
  }

  function showProblems() {
    const problems = contentProblems ?? sheetProblems;
    const count = list.children.length;
    element("sheets-problems").querySelector("h3").textContent = contentProblems
      ? "The site could not be built"
      : "The sheets could not be made";
    showText("sheets-problems", problems);
    list.classList.toggle("stale", Boolean(problems));
    if (problems) status.textContent = count > 0 ? "The last version without errors" : "No pages";
    else status.textContent = count > 0 ? `${count} page${count === 1 ? "" : "s"}` : "No pages";
    const link = element("document-link");
    link.hidden = count === 0 || Boolean(sheetProblems);
    link.href = sheetsAddress("document");
    // Of all editions, so that no choice goes with it.
    const quality = element("quality-link");
    quality.hidden = link.hidden;
    quality.href = `/_limber/quality${pathname(page)}`;
  }

  // ---- What the checks found in the page

  const findings = element("findings");
  const findingsButton = element("findings-button");
  let findingsTurn = 0;

  async function check() {
    const own = ++findingsTurn;
    let found = null;
    try {
      const response = await fetch(`/_limber/findings${pathname(page)}`, { cache: "no-store" });
      if (response.ok) found = (await response.json()).findings ?? null;
    } catch {
      // The next news ask again.
    }
    if (own !== findingsTurn) return;
    findingsButton.hidden = found === null;
    const standing = (found ?? []).filter((finding) => !finding.reason);
    const errors = standing.filter((finding) => finding.severity === "error").length;
    findingsButton.textContent = standing.length === 0 ? "No findings" : `${standing.length} finding${standing.length === 1 ? "" : "s"}`;
    findingsButton.dataset.severity = errors > 0 ? "error" : standing.length > 0 ? "warning" : "none";
    const list = findings.querySelector("ol");
    const top = findings.scrollTop;
    list.replaceChildren(...(found ?? []).map(finding));
    findings.scrollTop = top;
    showFindings();
  }

  function part(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // Everything as text: what an author wrote is no markup here.
  function finding(found) {
    const item = part("li", `finding ${found.reason ? "silenced" : found.severity}`, "");
    const head = part("p", "finding-head", "");
    const kind = found.reason ? "Silenced" : found.severity === "error" ? "Error" : "Warning";
    head.append(part("strong", "kind", kind), " ", part("span", "finding-message", found.message), " ", part("code", "rule", found.id));
    item.append(head);
    if (found.place) item.append(part("p", "place", found.place));
    if (found.excerpt) item.append(part("pre", "excerpt", found.excerpt.trim()));
    for (const note of found.notes) item.append(part("p", "note", note));
    if (found.reason) item.append(part("p", "fix", `Reason: ${found.reason}`));
    else if (found.fix) item.append(part("p", "fix", `Fix: ${found.fix}${found.isMendable ? " (limber check --fix does it)" : ""}`));
    return item;
  }

  function showFindings() {
    const isOpen = address.searchParams.get("findings") !== "closed" && findings.querySelector("li") !== null;
    findings.hidden = !isOpen || findingsButton.hidden;
    findingsButton.disabled = findings.querySelector("li") === null;
    findingsButton.setAttribute("aria-expanded", String(!findings.hidden));
    fit();
  }

  findingsButton.addEventListener("click", () => {
    remember("findings", findings.hidden ? "open" : "closed", "open");
    showFindings();
  });

  // ---- News from the server

  let version = null;
  let source = null;
  let retry = 0;

  function news(newVersion) {
    const isNew = newVersion !== version;
    version = newVersion;
    const isMended = contentProblems !== null;
    contentProblems = null;
    if (isNew || isMended) {
      update();
      check();
    }
  }

  const handlers = {
    state({ version: newVersion, problems }) {
      news(newVersion);
      if (problems) handlers.problems({ problems });
    },
    reload: (message) => news(message.version),
    // Style sheets are not on paper.
    css(message) {
      if (contentProblems !== null) news(message.version);
      version = message.version;
    },
    problems({ problems }) {
      contentProblems = problems;
      showProblems();
      check();
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

  // ---- The divider

  function split(percent) {
    const value = Math.round(Math.min(80, Math.max(20, Number.isFinite(percent) ? percent : 50)));
    document.documentElement.style.setProperty("--split", value);
    divider.setAttribute("aria-valuenow", value);
    remember("split", String(value), "50");
  }

  const splitValue = () => Number(divider.getAttribute("aria-valuenow"));

  divider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -2, ArrowRight: 2, PageUp: -10, PageDown: 10, Home: -100, End: 100 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    split(splitValue() + step);
  });
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    document.body.classList.add("dragging"); // or the frame would take the pointer
    event.preventDefault();
    divider.focus();
  });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) split((event.clientX / document.documentElement.clientWidth) * 100);
  });
  divider.addEventListener("lostpointercapture", () => document.body.classList.remove("dragging"));
  divider.addEventListener("dblclick", () => split(50));

  // ---- The beginning

  for (const form of [element("page-switches"), element("sheets-switches")]) {
    restore(form);
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  element("page-switches").addEventListener("change", (event) => {
    rememberChoices(event.currentTarget);
    fit();
  });
  element("sheets-switches").addEventListener("change", (event) => {
    rememberChoices(event.currentTarget);
    update();
  });
  if (address.searchParams.has("split")) split(Number(address.searchParams.get("split")));
  new ResizeObserver(fit).observe(stage);
  element("page-link").href = page;
  frame.addEventListener("load", follow);
  frame.src = page;

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect(); // its first news brings the sheets
})();
