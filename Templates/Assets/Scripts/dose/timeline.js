// A dose as a row of segments: what is done one after the other, and for how long. The numbers are those that the library reckons the
// length of a session with; a test compares the two.

// What moving into a held position and out of it is taken to last.
export const secondsToMove = 5;
// What a repetition without a stated time is taken to last.
const secondsPerRepetition = 10;

// `dose` has the shape of the API's. `first` is the side to begin with where the dose leaves it open, `move` the seconds to move.
export function segmentsOf(dose, { first = "left", move = secondsToMove } = {}) {
  if (dose.duration) return [{ kind: "duration", seconds: dose.duration.seconds, time: dose.duration }];
  const segments = [];
  const turns = turnsOf(dose, first);
  turns.forEach((turn, index) => {
    if (dose.rest && index > 0) segments.push({ ...turn, kind: "rest", seconds: dose.rest.seconds, time: dose.rest });
    if (dose.hold) {
      for (const { phase, time } of dose.hold) {
        segments.push({ ...turn, kind: "move", phase, seconds: move });
        segments.push({ ...turn, kind: "hold", phase, seconds: time.seconds, time });
      }
    } else {
      // Nobody states a time, so none is counted down: the reader says when it is done. The seconds only estimate what is left.
      segments.push({ ...turn, kind: "repeat", seconds: secondsPerRepetition, waits: true });
    }
  });
  return segments;
}

// About how many seconds a session of a dose takes.
export function sessionSeconds(dose) {
  return secondsOf(segmentsOf(dose));
}

export function secondsOf(segments) {
  return segments.reduce((sum, segment) => sum + segment.seconds, 0);
}

// Every repetition on every side, in the order in which they are done.
function turnsOf(dose, first) {
  const sets = dose.sets ? dose.sets.count : 1;
  const repetitions = dose.repetitions ? dose.repetitions.count : 1;
  const sides = sidesOf(dose, first);
  const turns = [];
  for (let set = 1; set <= sets; set += 1) {
    const turn = (repetition, side) => turns.push({ set, sets, repetition, repetitions, side });
    if (dose.sides === "both") {
      for (const side of sides) for (let repetition = 1; repetition <= repetitions; repetition += 1) turn(repetition, side);
    } else {
      for (let repetition = 1; repetition <= repetitions; repetition += 1) for (const side of sides) turn(repetition, side);
    }
  }
  return turns;
}

function sidesOf(dose, first) {
  if (dose.sides === "none") return [undefined];
  const side = dose.firstSide === "left" || dose.firstSide === "right" ? dose.firstSide : first;
  return side === "right" ? ["right", "left"] : ["left", "right"];
}
