// What a session says of a segment.
import { session as words } from "../words.js";
import { fill } from "../text.js";
import { heldOf } from "./plan.js";

// The title of a segment, what to do in a sentence, and what is to be known of its time.
export function phrase(entries, segments, index) {
  const segment = segments[index];
  const entry = entries[segment.entry];
  return { title: title(entry, segment), sentence: sentence(entries, segments, index), note: note(entry, segment) };
}

// Where in the session a segment stands.
export function place(entries, segment) {
  const parts = [];
  if (entries.length > 1) parts.push(fill(words.place.exercise, { number: segment.entry + 1, count: entries.length }));
  if (segment.sets > 1) parts.push(fill(words.place.set, { number: segment.set, count: segment.sets }));
  if (segment.repetitions > 1 && !segment.waits) parts.push(repetition(segment));
  return parts.join(words.place.separator);
}

function repetition(segment) {
  return fill(words.place.repetition, { number: segment.repetition, count: segment.repetitions });
}

// What comes after a segment; nothing before the end.
export function nextPhrase(entries, segments, index) {
  const segment = segments[index];
  // Moving is part of getting into what is held: the hold itself is no news.
  const next = segments.slice(index + 1).find(({ kind }) => segment.kind !== "ready" || kind !== "move");
  if (!next) return words.next.end;
  const entry = entries[next.entry];
  if (next.entry !== segment.entry) return fill(words.next.name, { title: entry.title });
  const isSwitch = segment.side && next.kind !== "rest" && next.side !== segment.side;
  return fill(words.next.name, { title: isSwitch ? words.side[next.side] : heading(next) });
}

// For the voice and the screen reader, once a segment.
export function announcement(entries, segments, index) {
  const segment = segments[index];
  const { title: name, sentence: text } = phrase(entries, segments, index);
  const isSwitch = segment.kind === "move" && switchesSides(segments, index);
  const side = segment.side && segment.kind !== "rest" && !isSwitch ? `${words.side[segment.side]}. ` : "";
  const before = segments[index - 1];
  const isNext = segment.repetition > 1 && segment.kind !== "rest" && (segment.waits || before.repetition !== segment.repetition);
  const count = isNext ? `${repetition(segment)}. ` : "";
  const lead = isSwitch ? `${fill(words.switchTo, { side: words.side[segment.side] })} ` : `${closed(name)} ${side}`;
  return `${lead}${count}${text}`;
}

export function switchesSides(segments, index) {
  const before = segments.slice(0, index).filter(({ kind }) => kind !== "rest").pop();
  return Boolean(before && before.side && before.entry === segments[index].entry && before.side !== segments[index].side);
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

function title(entry, segment) {
  return segment.kind === "ready" && segment.entry > 0 ? fill(words.next.name, { title: entry.title }) : heading(segment);
}

function heading(segment) {
  return words.kind[segment.kind];
}

function sentence(entries, segments, index) {
  const segment = segments[index];
  const entry = entries[segment.entry];
  switch (segment.kind) {
    case "ready": return [wayOutBefore(entries, segments, index), entry.note, entry.session.getReady].filter(Boolean).join(" ");
    case "move": {
      const cues = cuesOf(entry, segment);
      const wayOut = wayOutBefore(entries, segments, index);
      return [...(wayOut && !cues.includes(wayOut) ? [wayOut] : []), ...cues].join(" ") || words.moveNow;
    }
    case "hold": return [fill(words.holdFor, { time: timeText(segment.time) }), ...(heldOf(entry, segment) || { reminders: [] }).reminders].join(" ");
    case "duration": return [fill(words.doFor, { time: timeText(segment.time) }), ...cuesOf(entry, segment)].join(" ");
    case "rest": return [wayOutBefore(entries, segments, index), fill(words.restFor, { time: timeText(segment.time) })].filter(Boolean).join(" ");
    default: return words.repeatNow;
  }
}

// How to come out of what was held just before.
export function wayOutBefore(entries, segments, index) {
  const before = segments[index - 1];
  if (!before || before.kind !== "hold") return "";
  const held = heldOf(entries[before.entry], before);
  return (held && held.wayOut) || words.comeBack;
}

function cuesOf(entry, segment) {
  const held = heldOf(entry, segment);
  return held ? held.cues : [];
}

function timeText(time) {
  return time.vague ? fill(time.seconds === 1 ? words.aboutSecond : words.aboutSeconds, { seconds: time.seconds }) : time.text;
}

function note(entry, segment) {
  const { time } = segment;
  if (time && time.vague) return fill(words.note.vague, { text: time.text });
  if (time && time.hedge === "upTo") return words.note.upTo;
  if (time && time.hedge === "atLeast") return words.note.atLeast;
  if (time && time.min < time.max) return fill(words.note.range, { seconds: time.seconds });
  const { repetitions } = entry.dose;
  if (segment.kind === "repeat" || (segment.kind === "move" && repetitions)) return countNote(repetitions);
  return { ready: words.note.ready, move: words.note.move }[segment.kind] || "";
}

// What the source leaves open of a number.
export function countNote(count) {
  return count && count.vague ? fill(words.note.vagueCount, { text: count.text, count: count.count }) : "";
}

function closed(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
