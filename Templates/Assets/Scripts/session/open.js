// Opens a guided session: `openSession({ title, entries: [{ slug, dose, note }], readySeconds, transitionSeconds })`. An entry's dose has the
// shape of the API's; without one the exercise's own is taken.
import { loadWords, session as words } from "../words.js";
import { make } from "../elements.js";
import { control } from "./controls.js";
import { openFrame } from "./frame.js";
import { loadEntries } from "./load.js";
import { runSession } from "./run.js";
import { wakeSound } from "./beep.js";

export async function openSession({ title, entries, readySeconds = 10, transitionSeconds = 10 }) {
  // At once, while the browser still takes it for the reader's own doing.
  wakeSound();
  await loadWords();
  const frame = openFrame(title);
  frame.show(make("div.session-message", make("p", words.loading)));
  try {
    const loaded = await loadEntries(entries);
    if (frame.dialog.open) runSession(frame, { title, entries: loaded, readySeconds, transitionSeconds });
  } catch (error) {
    const close = control("button", "", words.close, frame.close);
    frame.show(make("div.session-message", make("p", { role: "alert" }, words.failed), close), close);
  }
}
