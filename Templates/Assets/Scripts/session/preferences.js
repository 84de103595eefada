// What the reader has chosen for sessions, kept on this device only.
const key = "session";
const usual = { voice: true, beep: true, flash: true, move: 5 };
const moves = [5, 10, 20];

export function loadPreferences() {
  try {
    const kept = JSON.parse(localStorage.getItem(key)) || {};
    const chosen = { ...usual };
    for (const name of ["voice", "beep", "flash"]) if (typeof kept[name] === "boolean") chosen[name] = kept[name];
    if (moves.includes(kept.move)) chosen.move = kept.move;
    return chosen;
  } catch (error) {
    // Storage is blocked, or holds something else.
    return { ...usual };
  }
}

export function keepPreferences(preferences) {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch (error) {
    // Storage is blocked: the choice holds for this session.
  }
}

export { moves };
