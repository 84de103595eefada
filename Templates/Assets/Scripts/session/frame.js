// The dialog that fills the screen and holds one screen of a session at a time.
import { make } from "./element.js";

export function openFrame(title) {
  const heading = make("h2.session-title", { id: "session-title" }, title);
  const bar = make("div.session-tools");
  const body = make("div.session-screen");
  const status = make("p.hidden-text", { role: "status" });
  const dialog = make("dialog.session", { "aria-labelledby": "session-title" }, make("div.session-bar", {}, heading, bar), body, status);
  const keys = { press: () => {} };
  let cleanUp = () => {};

  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Not left to the browser, which would close the dialog without asking.
    if (event.key === "Escape" || keys.press(event)) event.preventDefault();
    if (event.key === "Escape") frame.leave();
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    frame.leave();
  });
  dialog.addEventListener("close", () => {
    cleanUp();
    dialog.remove();
    document.documentElement.classList.remove("has-session");
  });

  const frame = {
    dialog,
    leave: () => frame.close(),
    isOpen: () => dialog.open,
    close: () => dialog.close(),
    onClose: (action) => { cleanUp = action; },
    onKey: (action) => { keys.press = action; },
    announce: (text) => { status.textContent = text; },
    entitle: (text) => { heading.textContent = text; },
    // Shows a screen; `focus` gets the focus, `tools` stand beside the title.
    show(screen, focus, tools = []) {
      body.replaceChildren(screen);
      bar.replaceChildren(...tools);
      // A screen is read from its beginning, also where it is zoomed in so far that it scrolls.
      body.scrollTop = 0;
      (focus || dialog).focus({ preventScroll: true });
    },
  };
  dialog.tabIndex = -1;
  document.body.append(dialog);
  document.documentElement.classList.add("has-session");
  dialog.showModal();
  return frame;
}
