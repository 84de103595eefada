// "Add to my programme" on the page of an exercise, and "Copy to my programme" on that of a programme.
import { choose as words, programme as programmeWords } from "../words.js";
import { button, fill, make, quiet } from "../elements.js";
import { load, pageOfMyProgramme } from "./exercises.js";
import { clean, entryOf, isFull, joined, newEntry, without } from "./programme.js";
import { follow, isKept, kept, update } from "./store.js";

export function start(box) {
  const { slug, source } = box.dataset;
  const action = button("button.button.button-quiet", act);
  const status = make("p.choose-status", { role: "status" });
  box.append(action, status);
  box.hidden = false;
  show();
  follow(show);
  addEventListener("pageshow", show);

  function show() {
    action.textContent = source ? words.copy : entryOf(kept(), slug) ? words.takeOut : words.add;
  }

  async function act() {
    if (slug && entryOf(kept(), slug)) {
      update((now) => without(now, slug));
      say(words.takenOut);
    } else if (isFull(kept())) {
      say(words.full);
    } else {
      say(words.loading);
      await (slug ? add() : copy()).catch(() => say(words.unreachable));
    }
    show();
  }

  async function add() {
    const { problem, title = slug } = await load(slug);
    if (problem) return say(fill(words[problem], { title }));
    update((now) => joined(now, clean({ entries: [newEntry(slug)] })));
    say(words.added, open());
  }

  async function copy() {
    const { programmeOf } = await import("./start.js");
    const programme = await programmeOf(source);
    const before = kept().entries.length;
    const undo = update((now) => joined(now, programme));
    const count = kept().entries.length - before;
    if (!count) return say(words.copiedNothing, open());
    const takeBack = () => {
      say(undo() ? words.undone : programmeWords.otherTab);
      show();
      action.focus();
    };
    say(count === 1 ? words.copiedOne : fill(words.copied, { count }), button(quiet, takeBack, words.undo), " ", open());
  }

  /** Says what was done, with what can be done next. */
  function say(text, ...next) {
    status.textContent = isKept() ? text : `${text} ${words.notKept}`;
    status.append(" ", ...next);
  }

  function open() {
    return make("a", { href: pageOfMyProgramme }, words.open);
  }
}
