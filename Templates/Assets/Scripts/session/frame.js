// The dialog that fills the screen and holds one screen of a session at a time.
import { make, refill } from "../elements.js";

export function openFrame(title) {
  const heading = make("h2.session-title", { id: "session-title" }, title);
  const bar = make("div.session-tools");
  const body = make("div.session-screen");
  const status = make("p.hidden-text", { role: "status" });
  const dialog = make("dialog.session", { "aria-labelledby": heading.id, tabIndex: -1 }, make("div.session-bar", heading, bar), body, status);
  const page = document.documentElement.classList;

  const frame = {
    dialog,
    close: () => dialog.close(),
    /** What Escape does, what other keys do and whether they did, and what is to be done when it is closed: to be set. */
    leave: () => frame.close(),
    press: () => false,
    cleanUp: () => {},
    announce: (text) => { status.textContent = text; },
    entitle: (text) => { heading.textContent = text; },
    /** Shows a screen; `focus` gets the focus, `tools` stand beside the title. */
    show(screen, focus = dialog, tools = []) {
      refill(body, screen);
      refill(bar, tools);
      // A screen is read from its beginning, also where it is zoomed in so far that it scrolls.
      body.scrollTop = 0;
      focus.focus({ preventScroll: true });
    },
  };

  dialog.onkeydown = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Not left to the browser, which would close the dialog without asking.
    const isEscape = event.key === "Escape";
    if (isEscape || frame.press(event)) event.preventDefault();
    if (isEscape) frame.leave();
  };
  dialog.oncancel = (event) => {
    event.preventDefault();
    frame.leave();
  };
  dialog.onclose = () => {
    frame.cleanUp();
    dialog.remove();
    page.remove("has-session");
  };
  document.body.append(dialog);
  page.add("has-session");
  dialog.showModal();
  return frame;
}
