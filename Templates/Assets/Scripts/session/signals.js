// What a reader is to notice between two views of a session. After a long gap only what holds now counts.

// Shorter holds need no halfway.
const longEnough = 10000;

export function signalsBetween(before, after) {
  if (before.index !== after.index || before.isDone !== after.isDone) return [after.isDone ? "done" : "begin"];
  const { segment, left } = after;
  if (!segment || segment.waits || before.left <= left) return [];
  const length = segment.seconds * 1000;
  const isHeld = segment.kind === "hold" || segment.kind === "duration";
  const signals = [];
  if (isHeld && length >= longEnough && crosses(before, after, length / 2)) signals.push("halfway");
  for (const seconds of [3, 2, 1]) if (length > 4000 && crosses(before, after, seconds * 1000)) signals.push("count");
  return signals.slice(0, 1);
}

function crosses(before, after, left) {
  return before.left > left && after.left <= left;
}
