// The screens of a session on which no time runs: before, between presses, and at the end.
import { session as words } from "../words.js";
import { fill } from "../text.js";
import { button, make, paths } from "./element.js";
import { moveChoice, sideChoice, switches } from "./settings.js";
import { clockText, countNote } from "./phrasing.js";

function page(parts, controls) {
  return make("div.session-page", {}, make("div.session-text", { tabIndex: 0, role: "group", "aria-labelledby": "session-title" }, parts),
    make("div.session-controls", {}, controls));
}

function list(texts, name = "ul") {
  return make(name, {}, texts.map((text) => make("li", {}, text)));
}

// `time` is asked again when a choice changes it.
export function introPage({ entries, preferences, asksSide, time, onSide, onBegin }) {
  const length = make("p.session-length", {}, time());
  const follow = () => { length.textContent = time(); };
  const begin = button("button", paths.play, words.begin, onBegin);
  const doses = entries.map(({ title, dose, note }) => make("li", {}, entries.length > 1 ? make("strong", {}, title) : "",
    make("span", {}, dose.text), note ? make("span", {}, note) : "", openNote(dose)));
  const avoid = entries.filter(({ avoidIf }) => avoidIf.length).map(({ title, avoidIf }) =>
    make("details.session-avoid", { open: entries.length === 1 },
      make("summary", {}, entries.length > 1 ? `${title}: ${words.avoid}` : words.avoid), list(avoidIf)));
  const parts = [
    length, make("ul.session-doses", {}, doses), make("p.session-painless", {}, words.painless), avoid,
    asksSide ? sideChoice((side) => { onSide(side); follow(); }) : "",
    entries.some(({ dose }) => dose.hold && !dose.duration) ? moveChoice(preferences, follow) : "",
    switches(preferences), make("p.session-note", {}, words.setting.kept),
  ];
  return { element: page(parts, [begin]), focus: begin };
}

// What the sources leave open of a dose's times and numbers.
function openNote(dose) {
  const time = [dose.duration, ...(dose.hold || []).map((held) => held.time)].find((amount) => amount && amount.vague);
  const text = [time ? fill(words.note.vagueSeconds, { text: time.text, seconds: time.seconds }) : "", countNote(dose.repetitions)]
    .filter(Boolean).join(" ");
  return text ? make("span.session-note", {}, text) : "";
}

export function stepsPage(entry, onReturn) {
  const back = button("button", paths.play, words.resume, onReturn);
  const parts = [
    entry.note ? make("p", {}, entry.note) : "", make("p", {}, entry.session.getReady), list(entry.session.steps, "ol"),
    make("p", {}, make("strong", {}, entry.dose.text)),
    entry.breathing ? [make("h3", {}, words.breathing), make("p", {}, entry.breathing)] : "",
  ];
  return { element: page(parts, [back]), focus: back };
}

export function settingsPage(preferences, onReturn) {
  const back = button("button", paths.play, words.resume, onReturn);
  return { element: page([switches(preferences), make("p.session-note", {}, words.setting.kept)], [back]), focus: back };
}

export function leavePage(onStay, onLeave) {
  const stay = button("button", paths.play, words.leave.stay, onStay);
  const leave = button("button.button-quiet", "", words.leave.end, onLeave);
  return { element: page([make("p", {}, words.leave.text)], [stay, leave]), focus: stay };
}

export function donePage({ entries, partly, spent, wayOut, onClose }) {
  const did = entries.map(({ title, dose }, index) => make("li", {},
    make("strong", {}, partly.has(index) ? fill(words.finished.partly, { title }) : title), make("span", {}, dose.text)));
  const close = button("button", "", words.close, onClose);
  const parts = [
    wayOut ? make("p.session-lead", {}, fill(words.finished.first, { step: wayOut })) : "",
    make("p", {}, fill(words.finished.time, { time: clockText(spent) }), " ", words.finished.text),
    make("ul.session-doses", {}, did), stopRules(entries, words.finished.reminder),
  ];
  return { element: page(parts, [close]), focus: close };
}

export function stoppedPage({ entries, wayOut, onClose }) {
  const close = button("button", "", words.close, onClose);
  const parts = [
    make("p.session-lead", {}, wayOut ? `${wayOut} ` : "", words.stopped.text), stopRules(entries, words.stopped.reminder),
  ];
  return { element: page(parts, [close]), focus: close };
}

// Those of every exercise come first in each list, and stand here once.
function stopRules(entries, title) {
  const rules = [...new Set(entries.flatMap(({ session }) => session.stop))];
  return make("div.session-stop-rules", {}, make("h3", {}, title), list(rules));
}
