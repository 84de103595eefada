// What a reader changes of a dose: figures in their notation by field, within what the API's `doseChange` of the exercise allows.
import { readFigure, writeFigure } from "./notation.js";
import { phrase, sentence } from "./phrases.js";
import { secondsToMove, sessionSeconds } from "./timeline.js";

/** The dose that the library gives; an exercise may have none. */
export function ownDose(exercise) {
  return exercise.dose || { text: "", sides: "none" };
}

/** The figure of a field such as `hold.rounded`; nothing when it is not stated. */
export function figureOf(dose, field) {
  if (!isHold(field)) return dose[field];
  const phase = (dose.hold || []).find((phase) => fieldOf(phase) === field);
  return phase && phase.time;
}

/** The exercise's dose with the changes that it allows, those changes, and whether it refused any. */
export function changedDose(exercise, changes) {
  const own = ownDose(exercise);
  const dose = { ...own };
  const inForce = {};
  for (const field of Object.keys(changes)) {
    const rule = exercise.doseChange.figures.find((rule) => rule.field === field);
    const figure = rule && readFigure(changes[field], rule, exercise.doseChange);
    if (!figure) continue;
    inForce[field] = changes[field];
    if (isHold(field)) dose.hold = (dose.hold || [{}]).map((phase) => (fieldOf(phase) === field ? { ...phase, time: figure } : phase));
    else dose[field] = figure;
  }
  dose.text = sentence(dose);
  const problem = contradiction(dose, exercise.doseChange);
  if (problem) return { dose: own, changes: {}, isRefused: true, problem };
  return { dose, changes: inForce, isRefused: Object.keys(inForce).length < Object.keys(changes).length };
}

/** The steps of an exercise with the figures of a dose. */
export function stepsOf({ steps, stepPatterns }, dose) {
  const say = (whole, field) => {
    const figure = figureOf(dose, field);
    return figure ? phrase(figure) : whole;
  };
  return stepPatterns ? stepPatterns.map((pattern) => pattern.replace(/\{([\w.-]+)\}/g, say)) : steps;
}

/** The changes that make a programme's dose of an exercise's own. */
export function changesBetween(exercise, dose) {
  const changes = {};
  for (const { field } of exercise.doseChange.figures) {
    const figure = figureOf(dose, field);
    const own = figureOf(ownDose(exercise), field);
    if (figure && (!own || writeFigure(own) !== writeFigure(figure))) changes[field] = writeFigure(figure);
  }
  return changes;
}

function contradiction(dose, limits) {
  if (dose.hold && dose.duration) return "holdAndDuration";
  const count = (field) => (dose[field] ? dose[field].count : 1);
  const sessions = count("sessionsPerDay");
  // Each repetition takes a while, so what is far too long need not be laid out in segments.
  const least = dose.duration ? 0 : count("repetitions") * count("sets") * secondsToMove * sessions;
  return least > limits.secondsOfADay || sessionSeconds(dose) * sessions > limits.secondsOfADay ? "longerThanADay" : undefined;
}

function isHold(field) {
  return field === "hold" || field.startsWith("hold.");
}

function fieldOf({ phase }) {
  return phase ? `hold.${phase}` : "hold";
}
