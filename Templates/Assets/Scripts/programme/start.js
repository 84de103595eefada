// The page of the reader's own programme: shows what is kept on this device, and lets it be changed, shared, printed and done.
import { choose as problems, programme as words } from "../words.js";
import { changedDose } from "../dose/changes.js";
import { sessionSeconds } from "../dose/timeline.js";
import { button, copyOf, fill, identified, make, partsOf, quiet, refill } from "../elements.js";
import { entryView } from "./entry.js";
import { load } from "./exercises.js";
import { shared } from "./link.js";
import { brokenOffer, offerOf } from "./offer.js";
import { panelOf } from "./panel.js";
import { emptyProgramme, entryOf, joined, moved, withEntry, without } from "./programme.js";
import { fillSheet } from "./sheet.js";
import { aside, follow, forgetAside, isKept, kept, update } from "./store.js";

export { programmeOf } from "./copying.js";

export function start(page) {
  const part = partsOf(page);
  const usual = { ready: Number(page.dataset.readySeconds), transition: Number(page.dataset.transitionSeconds) };
  part["empty-box"].hidden = false;
  const panel = panelOf(part.work, part, usual, { change, clear, session });
  const views = new Map();
  /** The entries that may be handed out, each with its data and the dose and the changes that are in force. */
  let items = [];
  let turn = 0;

  /** Keeps a change and shows it; gives the way back. */
  async function change(make) {
    const undo = update(make);
    await show();
    return undo;
  }

  async function show() {
    const mine = (turn += 1);
    const programme = kept();
    const { entries } = programme;
    showNotices();
    part.empty.hidden = entries.length > 0;
    const loads = await Promise.all(entries.map(({ slug }) => load(slug)));
    // Another change has come in the meantime, and shows itself.
    if (mine !== turn) return;
    part.work.hidden = !entries.length;
    items = entries.flatMap((entry, index) => {
      const { data } = loads[index];
      return data ? { ...entry, data, ...changedDose(data, entry.changes) } : [];
    });
    showEntries(entries, loads);
    const total = totalOf(programme);
    panel.show(programme, items, total);
    fillSheet(part.sheet, programme, items, total);
  }

  function showEntries(entries, loads) {
    const list = part.entries;
    const elements = entries.map((entry, index) => {
      const { slug } = entry;
      const item = items.find((item) => item.slug === slug);
      if (!item) return missing(slug, loads[index]);
      if (!views.has(slug)) views.set(slug, entryView(item, actionsOf(slug, item.data.title)));
      const view = views.get(slug);
      const isLast = index === entries.length - 1;
      view.show(entry, { ...item, isFirst: !index, isLast, minutes: minutesOf(sessionSeconds(item.dose)) });
      return view.element;
    });
    // Elements that stand in their places stay there, so that focus and what is unfolded last.
    for (const element of [...list.children]) if (!elements.includes(element)) element.remove();
    elements.forEach((element, index) => list.children[index] !== element && list.insertBefore(element, list.children[index] || null));
    for (const slug of [...views.keys()]) if (!entryOf({ entries }, slug)) views.delete(slug);
  }

  function actionsOf(slug, title) {
    return {
      change: (values) => change((now) => withEntry(now, slug, values)),
      async move(by) {
        await change((now) => moved(now, slug, by));
        say(fill(words.movedTo, { title, place: placeOf(slug) + 1, count: kept().entries.length }));
      },
      remove: () => remove(slug, title),
    };
  }

  const placeOf = (slug) => kept().entries.findIndex((entry) => entry.slug === slug);

  async function remove(slug, title) {
    const place = placeOf(slug);
    const undo = await change((now) => without(now, slug));
    const text = fill(words.removed, { title });
    if (!kept().entries.length) {
      say(text, undo);
      part.message.lastElementChild.focus();
      return;
    }
    say(text);
    // The way back stands where the exercise stood, until something else is done.
    const back = undoing(undo, () => views.has(slug) && views.get(slug).focus());
    part.entries.insertBefore(make("li.mine-gap", text, " ", back), part.entries.children[place] || null);
    back.focus();
  }

  /** An exercise that is not there, may not be handed out, or cannot be loaded now. */
  function missing(slug, { problem, title = slug }) {
    const [element, { text, retry, remove: taken }] = copyOf("missing");
    const isUnreachable = problem === "unreachable";
    text.textContent = isUnreachable ? `${title}: ${problems.unreachable}` : fill(problems[problem], { title });
    taken.setAttribute("aria-describedby", identified(text));
    retry.hidden = !isUnreachable;
    retry.onclick = show;
    taken.onclick = () => remove(slug, title);
    return element;
  }

  async function clear() {
    say(words.cleared, await change(() => emptyProgramme));
    focusStart();
  }

  /** Says what was done; with a way back, it can be undone. */
  function say(text, undo) {
    part.message.textContent = text;
    if (undo) part.message.append(" ", undoing(undo, panel.focus));
  }

  function undoing(undo, focus) {
    const act = async () => {
      const isUndone = undo();
      await show();
      say(isUndone ? problems.undone : words.otherTab);
      focusStart(focus);
    };
    return button(quiet, act, problems.undo);
  }

  /** Goes on where the programme begins, or where it says that it is empty. */
  function focusStart(focus = panel.focus) {
    if (kept().entries.length) focus();
    else part.empty.querySelector("[tabindex]").focus();
  }

  function totalOf({ ready = usual.ready, transition = usual.transition }) {
    if (!items.length) return fill(words.exercises, { count: 0 });
    const seconds = items.reduce((sum, { dose }) => sum + sessionSeconds(dose), ready + transition * (items.length - 1));
    const count = items.length === 1 ? words.oneExercise : fill(words.exercises, { count: items.length });
    return `${count}, ${minutesOf(seconds)}`;
  }

  function showNotices() {
    const texts = aside();
    refill(part.notices, isKept() ? [] : make("p", problems.notKept), texts.length ? asideNotice(texts) : []);
  }

  function asideNotice(texts) {
    const [element, { save, forget }] = copyOf("aside");
    save.href = "#";
    save.onclick = () => {
      save.href = URL.createObjectURL(new Blob([texts.join("\n")], { type: "text/plain" }));
    };
    forget.onclick = () => {
      forgetAside();
      showNotices();
      say(words.forgotten);
    };
    return element;
  }

  async function showOffer() {
    const found = shared(location.hash);
    refill(part.offer);
    if (!found) return;
    const offer = found.problem ? brokenOffer(found.problem, choose) : await offerOf(found, kept().entries.length > 0, choose);
    refill(part.offer, offer);
    offer.querySelector("h2").focus();
  }

  /** Without a programme nothing is kept of what a link held; `isAdded` puts it after what is there. */
  async function choose(programme, isAdded) {
    history.replaceState(null, "", location.pathname + location.search);
    refill(part.offer);
    if (programme) {
      const undo = await change((now) => (isAdded ? joined(now, programme) : programme));
      const isWhole = programme.entries.every(({ slug }) => entryOf(kept(), slug));
      say(!isWhole ? problems.full : isAdded ? words.link.added : words.link.kept, undo);
    } else {
      await show();
      say(words.link.left);
    }
    focusStart();
  }

  async function session() {
    const { ready: readySeconds = usual.ready, transition: transitionSeconds = usual.transition, name } = kept();
    try {
      const { openSession } = await import("../session/open.js");
      await openSession({ title: name || words.untitled, entries: items, readySeconds, transitionSeconds });
    } catch (error) {
      say(problems.unreachable);
    }
  }

  follow(async () => {
    await show();
    say(words.otherTab);
  });
  addEventListener("hashchange", showOffer);
  addEventListener("pageshow", (event) => event.persisted && show());
  show();
  showOffer();
}

/** To the nearest minute and never less than one, as the pages say it. */
function minutesOf(seconds) {
  const minutes = Math.max(1, Math.floor((seconds + 30) / 60));
  return minutes === 1 ? words.oneMinute : fill(words.minutes, { minutes });
}
