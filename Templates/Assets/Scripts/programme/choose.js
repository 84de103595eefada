// "Add to my programme" on the page of an exercise, and "Copy to my programme" on that of a programme.
import { choose as words } from "../words.js";
import { fill } from "../text.js";
import { button, textElement } from "./element.js";
import { load, pageOfMyProgramme } from "./exercises.js";
import { clean, entryOf, isFull, joined, newEntry, without } from "./programme.js";
import { follow, isKept, keep, kept, update } from "./store.js";

export function start(box) {
  const { slug, source } = box.dataset;
  const action = button("", act);
  const status = textElement("p", "");
  action.className = "button button-quiet";
  status.className = "choose-status";
  status.setAttribute("role", "status");
  box.append(action, status);
  box.hidden = false;
  show();
  follow(show);
  addEventListener("pageshow", show);

  function show() {
    const isIn = slug && entryOf(kept(), slug);
    action.textContent = source ? words.copy : isIn ? words.takeOut : words.add;
  }

  async function act() {
    const before = kept();
    if (slug && entryOf(before, slug)) {
      update((now) => without(now, slug));
      say(words.takenOut);
    } else if (isFull(before)) {
      say(words.full);
    } else {
      say(words.loading);
      await (slug ? add() : copy(before)).catch(() => say(words.unreachable));
    }
    show();
  }

  async function add() {
    const { problem, title } = await load(slug);
    if (problem) return say(fill(words[problem], { title: title || slug }));
    update((now) => joined(now, clean({ entries: [newEntry(slug)] })));
    say(words.added);
    link();
  }

  async function copy(before) {
    const { programmeOf } = await import("./copying.js");
    const programme = await programmeOf(source);
    update((now) => joined(now, programme));
    const count = kept().entries.length - before.entries.length;
    if (!count) say(words.copiedNothing);
    else say(count === 1 ? words.copiedOne : fill(words.copied, { count }), before);
    link();
  }

  /** Says what was done; with the programme from before, it can be undone. */
  function say(text, before) {
    status.textContent = isKept() ? text : `${text} ${words.notKept}`;
    if (!before) return;
    const undo = () => {
      keep(before);
      show();
      say(words.undone);
      action.focus();
    };
    status.append(" ", button(words.undo, undo));
  }

  function link() {
    const open = textElement("a", words.open);
    open.href = pageOfMyProgramme;
    status.append(" ", open);
  }
}
