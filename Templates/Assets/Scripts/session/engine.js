// Where a session stands at a time. Everything is reckoned from time stamps in milliseconds, never by counting ticks, so that a tab that
// slept in the background is as exact as one that did not. A clock is a value: each function gives a new one.

const restartAfter = 2000;

export function start(segments, now) {
  return { segments, index: 0, since: now, pausedAt: null };
}

// Passes over every segment that is over by now. One that waits for the reader is never over.
export function settle(clock, now) {
  let { index, since } = clock;
  if (clock.pausedAt !== null) return clock;
  while (index < clock.segments.length) {
    const segment = clock.segments[index];
    if (segment.waits || now < since + segment.seconds * 1000) break;
    since += segment.seconds * 1000;
    index += 1;
  }
  return index === clock.index ? clock : { ...clock, index, since };
}

export function pause(clock, now) {
  return clock.pausedAt === null ? { ...settle(clock, now), pausedAt: now } : clock;
}

export function resume(clock, now) {
  return clock.pausedAt === null ? clock : { ...clock, since: clock.since + now - clock.pausedAt, pausedAt: null };
}

export function skip(clock, now) {
  const settled = settle(clock, now);
  return moved(settled, Math.min(settled.index + 1, settled.segments.length), now);
}

// To the beginning of the segment, or to the one before when it has only just begun.
export function back(clock, now) {
  const settled = settle(clock, now);
  const isFresh = elapsed(settled, now) < restartAfter;
  return moved(settled, Math.max(0, settled.index - (isFresh ? 1 : 0)), now);
}

// Makes the segment that runs longer.
export function extend(clock, seconds, now) {
  const settled = settle(clock, now);
  const segments = [...settled.segments];
  const segment = segments[settled.index];
  if (segment) segments[settled.index] = { ...segment, seconds: segment.seconds + seconds };
  return { ...settled, segments };
}

// What to show. Times are in milliseconds; of a segment that waits, its estimate is left until the reader has done it.
export function view(clock, now) {
  const settled = settle(clock, now);
  const { segments, index } = settled;
  const segment = segments[index];
  const lengthOf = (some) => some.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  const left = segment ? segment.seconds * 1000 - (segment.waits ? 0 : elapsed(settled, now)) : 0;
  const total = lengthOf(segments);
  const totalLeft = left + lengthOf(segments.slice(index + 1));
  return { segment, index, left, totalLeft, share: total ? 1 - totalLeft / total : 1, isPaused: settled.pausedAt !== null, isDone: !segment };
}

function elapsed(clock, now) {
  return (clock.pausedAt ?? now) - clock.since;
}

function moved(clock, index, now) {
  return { ...clock, index, since: now, pausedAt: clock.pausedAt === null ? null : now };
}
