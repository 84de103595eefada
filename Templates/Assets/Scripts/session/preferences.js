// What the reader has chosen for sessions, kept on this device only.
const key = "session";

/** The ways to be told what comes. */
export const signals = ["voice", "beep", "flash"];
/** The seconds that moving into a position may take. */
export const moves = [5, 10, 20];

export function loadPreferences() {
  const chosen = { voice: true, beep: true, flash: true, move: moves[0] };
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    for (const name of signals) if (typeof kept[name] === "boolean") chosen[name] = kept[name];
    if (moves.includes(kept.move)) chosen.move = kept.move;
  } catch (error) {
    // Storage is blocked, empty or holds something else.
  }
  return chosen;
}

export function keepPreferences(preferences) {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch (error) {
    // Storage is blocked: the choice holds for this session.
  }
}
