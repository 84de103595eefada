// Figures in the notation of the content format: `10 s`, `about 2–3 min`, `a few seconds`, `as needed`. Programmes are kept, shared and
// saved in it.
import { phrase } from "./phrases.js";

const hedges = { about: "about", "up to": "upTo", "at least": "atLeast" };
const vagues = { "a few": "aFew", several: "several", "as needed": "asNeeded" };
const stated = /^(?:(about|up to|at least) )?([1-9]\d{0,4})(?:–([1-9]\d{0,4}))?(?: (s|min))?$/;
const vague = /^(a few|several|as needed)(?: (second|minute)s)?$/;

/** The figure in the shape of the API, or nothing; `limits` is an exercise's `doseChange`, and `rule` the limits of the field. */
export function readFigure(text, rule, limits) {
  const figure = readStated(text, rule) || readVague(text, rule, limits);
  return figure && { ...figure, text: phrase(figure) };
}

function readStated(text, { isTime, max }) {
  const found = stated.exec(text);
  if (!found || isTime !== Boolean(found[4])) return null;
  const low = Number(found[2]);
  const high = Number(found[3] || found[2]);
  if (high > max || (found[3] && low >= high)) return null;
  const figure = { hedge: found[1] ? hedges[found[1]] : "exactly", min: low, max: high };
  if (!isTime) return { ...figure, count: low };
  const isMinutes = found[4] === "min";
  return { ...figure, unit: isMinutes ? "minute" : "second", seconds: isMinutes ? low * 60 : low };
}

function readVague(text, { isTime }, limits) {
  const found = vague.exec(text);
  if (!found || isTime !== Boolean(found[2])) return null;
  const amount = vagues[found[1]];
  const number = (isTime ? limits.vagueSeconds : limits.vagueCount)[amount];
  if (!number) return null;
  if (!isTime) return { vague: amount, count: number };
  return { vague: amount, unit: found[2], seconds: found[2] === "minute" ? number * 60 : number };
}

/** Reading what this writes gives the same figure. */
export function writeFigure(figure) {
  const word = (names, value) => Object.keys(names).find((name) => names[name] === value);
  if (figure.vague) return word(vagues, figure.vague) + (figure.unit ? ` ${figure.unit}s` : "");
  const hedge = figure.hedge === "exactly" ? "" : word(hedges, figure.hedge) + " ";
  const unit = figure.unit ? (figure.unit === "minute" ? " min" : " s") : "";
  return hedge + (figure.min === figure.max ? figure.min : `${figure.min}–${figure.max}`) + unit;
}
