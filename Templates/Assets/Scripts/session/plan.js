// The segments of a whole session, each with the entry it belongs to.
import { segmentsOf } from "../dose/timeline.js";

export function planOf(entries, { readySeconds, transitionSeconds, first, move }) {
  return entries.flatMap((entry, index) => {
    const seconds = index === 0 ? readySeconds : transitionSeconds;
    const ready = seconds > 0 ? [{ kind: "ready", seconds }] : [];
    return [...ready, ...segmentsOf(entry.dose, { first, move })].map((segment) => ({ ...segment, entry: index, figure: figureOf(entry, segment) }));
  });
}

// Whether the reader may choose the side to begin with.
export function leavesFirstSideOpen(entries) {
  return entries.some(({ dose }) => dose.sides !== "none" && dose.firstSide !== "left" && dose.firstSide !== "right" && !dose.duration);
}

// What the steps show and say of a segment: only that of the same side, since the other side's could hurt.
export function heldOf(entry, segment) {
  const holds = entry.session.holds.filter((held) => held.side === segment.side);
  return holds.find((held) => held.phase === segment.phase) || (segment.kind === "rest" && holds[0]) || {};
}

function figureOf(entry, segment) {
  const isBetween = segment.kind === "ready" || segment.kind === "rest";
  return isBetween ? entry.session.start : heldOf(entry, segment).figure;
}
