// What a session says of a segment.
import { session as words } from "../words.js";
import { fill, oneLine } from "../elements.js";
import { heldOf } from "./plan.js";

// The title of a segment, what to do in a sentence, and what is to be known of its time.
export function phrase(entries, segments, index) {
  const segment = segments[index];
  const entry = entries[segment.entry];
  const isNext = segment.kind === "ready" && segment.entry > 0;
  return {
    title: isNext ? fill(words.next.name, entry) : words.kind[segment.kind],
    sentence: sentence(entry, segment, wayOutBefore(entries, segments, index)),
    note: note(entry, segment),
  };
}

// Where in the session a segment stands.
export function place(entries, segment) {
  const { entry, set, sets, repetitions, waits } = segment;
  return [
    entries.length > 1 && fill(words.place.exercise, { number: entry + 1, count: entries.length }),
    sets > 1 && fill(words.place.set, { number: set, count: sets }),
    repetitions > 1 && !waits && repetition(segment),
  ].filter(Boolean).join(words.place.separator);
}

const repetition = ({ repetition, repetitions }) => fill(words.place.repetition, { number: repetition, count: repetitions });

// What comes after a segment; nothing before the end.
export function nextPhrase(entries, segments, index) {
  const { kind, entry, side } = segments[index];
  // Moving is part of getting into what is held: the hold itself is no news.
  const next = segments.slice(index + 1).find((segment) => kind !== "ready" || segment.kind !== "move");
  if (!next) return words.next.end;
  const isSwitch = side && next.kind !== "rest" && next.side !== side;
  const title = next.entry !== entry ? entries[next.entry].title : isSwitch ? words.side[next.side] : words.kind[next.kind];
  return fill(words.next.name, { title });
}

// For the voice and the screen reader, once a segment.
export function announcement(entries, segments, index) {
  const segment = segments[index];
  const said = phrase(entries, segments, index);
  const side = words.side[segment.side];
  const isRest = segment.kind === "rest";
  const isSwitch = segment.kind === "move" && switchesSides(segments, index);
  const isNext = segment.repetition > 1 && !isRest && (segment.waits || segments[index - 1].repetition !== segment.repetition);
  return oneLine(
    isSwitch ? fill(words.switchTo, { side }) : /[.!?]$/.test(said.title) ? said.title : `${said.title}.`,
    side && !isRest && !isSwitch && `${side}.`,
    isNext && `${repetition(segment)}.`,
    said.sentence,
  );
}

export function switchesSides(segments, index) {
  const { entry, side } = segments[index];
  const before = segments.slice(0, index).filter(({ kind }) => kind !== "rest").pop();
  return Boolean(before && before.side) && before.entry === entry && before.side !== side;
}

export function minutes(seconds) {
  const count = Math.max(1, Math.round(seconds / 60));
  return count === 1 ? words.oneMinute : fill(words.minutes, { minutes: count });
}

// `0:05`, `12:00`; a second that has begun counts whole.
export function clockText(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000 - 1e-6));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function sentence(entry, segment, wayOut) {
  const { cues = [], reminders = [] } = heldOf(entry, segment);
  const time = { time: segment.time && timeText(segment.time) };
  switch (segment.kind) {
    case "ready": return oneLine(wayOut, entry.note, entry.session.getReady);
    case "move": return oneLine(!cues.includes(wayOut) && wayOut, ...cues) || words.moveNow;
    case "hold": return oneLine(fill(words.holdFor, time), ...reminders);
    case "duration": return oneLine(fill(words.doFor, time), ...cues);
    case "rest": return oneLine(wayOut, fill(words.restFor, time));
    default: return words.repeatNow;
  }
}

// How to come out of what was held just before.
export function wayOutBefore(entries, segments, index) {
  const before = segments[index - 1];
  if (!before || before.kind !== "hold") return "";
  return heldOf(entries[before.entry], before).wayOut || words.comeBack;
}

function timeText({ vague, seconds, text }) {
  return vague ? fill(seconds === 1 ? words.aboutSecond : words.aboutSeconds, { seconds }) : text;
}

function note({ dose: { repetitions } }, { kind, time = {} }) {
  const notes = words.note;
  if (time.vague) return fill(notes.vague, time);
  if (time.hedge === "upTo") return notes.upTo;
  if (time.hedge === "atLeast") return notes.atLeast;
  if (time.min < time.max) return fill(notes.range, time);
  if (kind === "repeat" || (kind === "move" && repetitions)) return countNote(repetitions);
  return kind === "ready" ? notes.ready : kind === "move" ? notes.move : "";
}

// What the source leaves open of a number.
export function countNote(count) {
  return count?.vague ? fill(words.note.vagueCount, count) : "";
}
