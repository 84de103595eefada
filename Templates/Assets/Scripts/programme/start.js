// The page of the reader's own programme: shows what is kept on this device, and lets it be changed, shared, printed and done.
import { choose as problems, programme as words } from "../words.js";
import { fill } from "../text.js";
import { changedDose } from "../dose/changes.js";
import { sessionSeconds } from "../dose/timeline.js";
import { button, copyOf, identified, parts, refill, textElement } from "./element.js";
import { entryView } from "./entry.js";
import { load } from "./exercises.js";
import { shared } from "./link.js";
import { brokenOffer, offerOf } from "./offer.js";
import { panelOf } from "./panel.js";
import { emptyProgramme, entryOf, joined, moved, withEntry, without } from "./programme.js";
import { fillSheet } from "./sheet.js";
import { aside, follow, forgetAside, isKept, keep, kept, update } from "./store.js";

export function start(page) {
  const part = parts(page);
  const usual = { ready: Number(page.dataset.readySeconds), transition: Number(page.dataset.transitionSeconds) };
  part["empty-box"].hidden = false;
  const emptyTitle = part.empty.querySelector("[tabindex]");
  const panel = panelOf(part.work, part, usual, { change, clear, session });
  const views = new Map();
  /** The entries that may be handed out, each with its data and the dose and the changes that are in force. */
  let items = [];
  let turn = 0;

  /** Keeps a change and shows it. */
  function change(make) {
    update(make);
    return show();
  }

  async function show() {
    turn += 1;
    const mine = turn;
    const programme = kept();
    showNotices();
    part.empty.hidden = programme.entries.length > 0;
    const loads = await Promise.all(programme.entries.map((entry) => load(entry.slug)));
    // Another change has come in the meantime, and shows itself.
    if (mine !== turn) return;
    part.work.hidden = !programme.entries.length;
    items = [];
    programme.entries.forEach((entry, index) => {
      const { data } = loads[index];
      if (data) items.push({ ...entry, data, ...changedDose(data, entry.changes) });
    });
    showEntries(programme, loads);
    const total = totalOf(programme);
    panel.show(programme, items, total);
    fillSheet(part.sheet, programme, items, total);
  }

  function showEntries(programme, loads) {
    const elements = programme.entries.map((entry, index) => {
      const place = { isFirst: index === 0, isLast: index === programme.entries.length - 1 };
      const item = items.find(({ slug }) => slug === entry.slug);
      if (!item) return missing(entry, loads[index]);
      if (!views.has(entry.slug)) views.set(entry.slug, entryView(item, actionsOf(entry.slug, item.data.title)));
      const view = views.get(entry.slug);
      view.show(entry, { ...item, ...place, minutes: minutesOf(sessionSeconds(item.dose)) });
      return view.element;
    });
    // Elements that stand in their places stay there, so that focus and what is unfolded last.
    const list = part.entries;
    for (const element of [...list.children]) if (!elements.includes(element)) element.remove();
    elements.forEach((element, index) => list.children[index] !== element && list.insertBefore(element, list.children[index] || null));
    for (const slug of [...views.keys()]) if (!programme.entries.some((entry) => entry.slug === slug)) views.delete(slug);
  }

  function actionsOf(slug, title) {
    return {
      change: (values) => change((now) => withEntry(now, slug, values)),
      async move(by) {
        await change((now) => moved(now, slug, by));
        const { entries } = kept();
        say(fill(words.movedTo, { title, place: entries.findIndex((entry) => entry.slug === slug) + 1, count: entries.length }));
      },
      remove: () => remove(slug, title),
    };
  }

  async function remove(slug, title) {
    const before = kept();
    const place = before.entries.findIndex((entry) => entry.slug === slug);
    await change((now) => without(now, slug));
    const text = fill(words.removed, { title });
    const isEmpty = !kept().entries.length;
    say(text, isEmpty && before);
    if (isEmpty) {
      part.message.lastElementChild.focus();
      return;
    }
    // The way back stands where the exercise stood, until something else is done.
    const gap = textElement("li", `${text} `);
    const undo = undoing(before, () => views.has(slug) && views.get(slug).focus());
    gap.className = "mine-gap";
    gap.append(undo);
    part.entries.insertBefore(gap, part.entries.children[place] || null);
    undo.focus();
  }

  /** An exercise that is not there, may not be handed out, or cannot be loaded now. */
  function missing({ slug }, { problem, title = slug }) {
    const element = copyOf("missing");
    const { text, retry, remove: taken } = parts(element);
    text.textContent = problem === "unreachable" ? `${title}: ${problems.unreachable}` : fill(problems[problem], { title });
    taken.setAttribute("aria-describedby", identified(text));
    retry.hidden = problem !== "unreachable";
    retry.addEventListener("click", show);
    taken.addEventListener("click", () => remove(slug, title));
    return element;
  }

  async function clear() {
    const before = kept();
    keep(emptyProgramme);
    await show();
    say(words.cleared, before);
    emptyTitle.focus();
  }

  /** Says what was done; with the programme from before, it can be undone. */
  function say(text, before) {
    part.message.textContent = text;
    if (before) part.message.append(" ", undoing(before, panel.focus));
  }

  function undoing(before, focus) {
    return button(problems.undo, async () => {
      keep(before);
      await show();
      say(problems.undone);
      if (before.entries.length) focus();
      else emptyTitle.focus();
    });
  }

  function totalOf({ ready = usual.ready, transition = usual.transition }) {
    const seconds = items.reduce((sum, { dose }) => sum + sessionSeconds(dose), ready + transition * Math.max(0, items.length - 1));
    const count = items.length === 1 ? words.oneExercise : fill(words.exercises, { count: items.length });
    return items.length ? `${count}, ${minutesOf(seconds)}` : count;
  }

  function showNotices() {
    const texts = aside();
    const notices = isKept() ? [] : [textElement("p", problems.notKept)];
    if (texts.length) notices.push(asideNotice(texts));
    refill(part.notices, ...notices);
  }

  function asideNotice(texts) {
    const element = copyOf("aside");
    const { save, forget } = parts(element);
    save.addEventListener("click", () => {
      save.href = URL.createObjectURL(new Blob([texts.join("\n")], { type: "text/plain" }));
    });
    save.href = "#";
    forget.addEventListener("click", () => {
      forgetAside();
      showNotices();
      say(words.forgotten);
    });
    return element;
  }

  async function showOffer() {
    const found = shared(location.hash);
    refill(part.offer);
    if (!found) return;
    const leave = () => choose("leave");
    const offer = found.problem ? brokenOffer(found.problem, leave) : await offerOf(found, kept().entries.length > 0, choose);
    refill(part.offer, offer);
    offer.querySelector("h2").focus();
  }

  async function choose(choice, programme) {
    const before = kept();
    history.replaceState(null, "", location.pathname + location.search);
    refill(part.offer);
    if (choice === "add") update((now) => joined(now, programme));
    else if (choice !== "leave") keep(programme);
    await show();
    if (choice === "leave") say(words.link.left);
    else if (programme.entries.some((entry) => !entryOf(kept(), entry.slug))) say(problems.full, before);
    else say(choice === "add" ? words.link.added : words.link.kept, before);
    if (kept().entries.length) panel.focus();
    else emptyTitle.focus();
  }

  async function session() {
    const { ready: readySeconds = usual.ready, transition: transitionSeconds = usual.transition, name } = kept();
    try {
      const { openSession } = await import("../session/open.js");
      const entries = items.map(({ slug, dose, note }) => ({ slug, dose, note }));
      await openSession({ title: name || words.untitled, entries, readySeconds, transitionSeconds });
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
