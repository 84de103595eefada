// The screens of a session on which no time runs: before, between presses, and at the end. Each is given as an element and its first
// button, which gets the focus.
import { session as words } from "../words.js";
import { fill, make, oneLine } from "../elements.js";
import { control, paths } from "./controls.js";
import { moveChoice, sideChoice, switches } from "./settings.js";
import { clockText, countNote } from "./phrasing.js";

function page(controls, ...parts) {
  const text = make("div.session-text", { tabIndex: 0, role: "group", "aria-labelledby": "session-title" }, parts);
  return [make("div.session-page", text, make("div.session-controls", controls)), controls[0]];
}

const list = (name, texts) => make(name, texts.map((text) => make("li", text)));
const small = (text) => text && make("span.session-note", text);

const resume = (onReturn) => [control("button", paths.play, words.resume, onReturn)];
const close = (onClose) => [control("button", "", words.close, onClose)];

// `time` is asked again when a choice changes it.
export function introPage({ entries, preferences, asksSide, time, onSide, onBegin }) {
  const length = make("p.session-length", time());
  const follow = () => { length.textContent = time(); };
  const isOne = entries.length === 1;
  const doses = entries.map(({ title, dose, note }) =>
    make("li", !isOne && make("strong", title), make("span", dose.text), note && make("span", note), openNote(dose)));
  const avoid = entries.filter(({ avoidIf }) => avoidIf.length).map(({ title, avoidIf }) =>
    make("details.session-avoid", { open: isOne }, make("summary", isOne ? words.avoid : `${title}: ${words.avoid}`), list("ul", avoidIf)));
  return page([control("button", paths.play, words.begin, onBegin)],
    length, make("ul.session-doses", doses), make("p.session-painless", words.painless), avoid,
    asksSide && sideChoice((side) => { onSide(side); follow(); }),
    entries.some(({ dose }) => dose.hold && !dose.duration) && moveChoice(preferences, follow),
    switches(preferences));
}

// What the sources leave open of a dose's times and numbers.
function openNote({ duration, hold = [], repetitions }) {
  const time = [duration, ...hold.map((held) => held.time)].find((amount) => amount && amount.vague);
  return small(oneLine(time && fill(words.note.vagueSeconds, time), countNote(repetitions)));
}

export function stepsPage({ note, dose, breathing, session }, onReturn) {
  return page(resume(onReturn),
    note && make("p", note), make("p", session.getReady), list("ol", session.steps), make("p", make("strong", dose.text)),
    breathing && [make("h3", words.breathing), make("p", breathing)]);
}

export function settingsPage(preferences, onReturn) {
  return page(resume(onReturn), switches(preferences));
}

export function leavePage(onStay, onLeave) {
  const leave = control("button.button-quiet", "", words.leave.end, onLeave);
  return page([control("button", paths.play, words.leave.stay, onStay), leave], make("p", words.leave.text));
}

export function donePage({ entries, partly, spent, wayOut, onClose }) {
  const did = entries.map(({ title, dose }, index) =>
    make("li", make("strong", partly.has(index) ? fill(words.finished.partly, { title }) : title), make("span", dose.text)));
  return page(close(onClose),
    wayOut && make("p.session-lead", fill(words.finished.first, { step: wayOut })),
    make("p", fill(words.finished.time, { time: clockText(spent) }), " ", words.finished.text),
    make("ul.session-doses", did), stopRules(entries, words.finished.reminder));
}

export function stoppedPage({ entries, wayOut, onClose }) {
  return page(close(onClose), make("p.session-lead", oneLine(wayOut, words.stopped.text)), stopRules(entries, words.stopped.reminder));
}

// Those of every exercise come first in each list, and stand here once.
function stopRules(entries, title) {
  const rules = [...new Set(entries.flatMap(({ session }) => session.stop))];
  return make("div.session-stop-rules", make("h3", title), list("ul", rules));
}
