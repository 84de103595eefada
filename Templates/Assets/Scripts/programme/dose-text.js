// What an entry of a programme says of its dose.
import { programme as words } from "../words.js";
import { fill } from "../elements.js";
import { ownDose } from "../dose/changes.js";

export const doseText = (dose) => dose.text || words.noDose;

/** Beside a dose with changes: what the library says. */
export function librarySays(exercise, changes) {
  return Object.keys(changes).length > 0 && fill(words.librarySays, { dose: doseText(ownDose(exercise)) });
}
