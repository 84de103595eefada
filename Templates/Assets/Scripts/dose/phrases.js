// The words of a dose, as the pages and the handouts say them. A dose and its figures have the shape of the API.
import { dose as words } from "../words.js";
import { fill } from "../elements.js";

/** `about 30 seconds`, `2 to 3`, `as needed`. */
export function phrase(figure) {
  let text = amount(figure);
  if (figure.unit) text = fill(words.unit[figure.unit + (isOne(figure) ? "" : "s")], { amount: text });
  return !figure.hedge || figure.hedge === "exactly" ? text : fill(words.hedge[figure.hedge], { amount: text });
}

/** The name of a figure: `Hold, rounded` for `hold.rounded`. */
export function label(field) {
  const [name, phase] = field.split(".");
  return phase ? fill(words.label.holdPhase, { phase: phaseWords(phase) }) : words.label[name];
}

/** The dose as short sentences in one line; empty when nothing is stated. */
export function sentence(dose) {
  const said = [];
  const say = (key, figure, phase) =>
    said.push(fill(words.sentence[key], { amount: figure && phrase(figure), phase: phase && phaseWords(phase) }));
  const count = (field, once) => {
    const figure = dose[field];
    if (figure) say(isOne(figure) && figure.hedge === "exactly" ? once : field, figure);
  };
  for (const { phase, time } of dose.hold || []) say(phase ? "holdPhase" : "hold", time, phase);
  if (dose.duration) say("duration", dose.duration);
  const repetitions = dose.repetitions;
  if (repetitions && repetitions.vague === "asNeeded") say("repetitionsAsNeeded");
  else if (repetitions && dose.sides !== "none") say("repetitionsEachSide", repetitions);
  else count("repetitions", "repetitionsOnce");
  // "On each side" has said it already.
  const isSaid = dose.sides === "both" && !dose.firstSide && repetitions;
  if (dose.sides !== "none" && !isSaid) said.push(words.sides[sidesKey(dose)] + ".");
  count("sets", "setsOnce");
  if (dose.rest) say("rest", dose.rest);
  if (dose.repetitionsPerDay) say("repetitionsPerDay", dose.repetitionsPerDay);
  count("sessionsPerDay", "sessionsOncePerDay");
  count("daysPerWeek", "daysOncePerWeek");
  return said.join(" ");
}

function sidesKey({ sides, firstSide }) {
  if (!firstSide || (sides === "alternate" && firstSide === "either")) return sides;
  return sides + firstSide[0].toUpperCase() + firstSide.slice(1) + "First";
}

function amount(figure) {
  if (figure.vague) return words.vague[figure.vague];
  return figure.min === figure.max ? String(figure.min) : fill(words.range, { low: figure.min, high: figure.max });
}

function isOne(figure) {
  return figure.min === 1 && figure.max === 1;
}

/** `armsForward` and `arms-forward` are "arms forward". */
function phaseWords(key) {
  return key.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase()).replace(/[-_]/g, " ");
}
