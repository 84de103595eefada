// The figures of a dose that may be changed, each with what the library gives.
import { programme as words } from "../words.js";
import { copyOf, fill, identified, oneLine, setTexts } from "../elements.js";
import { changedDose, figureOf, ownDose } from "../dose/changes.js";
import { label, phrase } from "../dose/phrases.js";

/** Fills the parts `stated` and `others`; `changed` is called with all changes whenever one of them is sound. */
export function doseForm(exercise, { stated, others, more }, changed) {
  let changes = {};
  const fields = exercise.doseChange.figures.map((rule) => figureField(exercise, rule, set));
  for (const field of fields) (field.isStated ? stated : others).append(field.element);
  more.hidden = fields.every((field) => field.isStated);

  /** Why a figure cannot be; nothing when it is now in force. */
  function set(field, figure) {
    const { [field]: _, ...next } = changes;
    if (figure) next[field] = figure;
    const { problem } = changedDose(exercise, next);
    if (!problem) changed(next);
    return words.problem[problem];
  }

  return {
    show(now, dose) {
      changes = now;
      for (const field of fields) field.show(now, dose);
    },
  };
}

function figureField(exercise, { field, isTime, max }, set) {
  const [element, { label: name, input, unit, hint, error }] = copyOf("figure");
  const own = figureOf(ownDose(exercise), field);
  name.textContent = label(field);
  name.htmlFor = identified(input);
  input.max = max;
  input.setAttribute("aria-describedby", `${identified(hint)} ${identified(error)}`);
  input.onchange = read;
  if (isTime) {
    unit.setAttribute("aria-label", fill(words.unitOf, { figure: label(field) }));
    unit.onchange = () => input.value && read();
  } else {
    unit.remove();
  }

  function read() {
    const problem = input.validity.valid
      ? set(field, input.value && Number(input.value) + (isTime ? ` ${unit.value}` : ""))
      : fill(words.problem.number, { min: 1, max });
    input.setAttribute("aria-invalid", Boolean(problem));
    setTexts({ error }, { error: problem });
  }

  return {
    isStated: Boolean(own),
    element,
    show(changes, dose) {
      const now = changes[field] && figureOf(dose, field);
      const library = fill(words.library, { figure: own ? phrase(own) : words.notStated });
      hint.textContent = oneLine(now && fill(words.now, { figure: phrase(now) }), library);
      if (document.activeElement === input || !error.hidden) return;
      // A range or a figure with "about" does not fit into the field: it stands in the hint.
      input.value = now && now.hedge === "exactly" && now.min === now.max ? now.min : "";
      const shown = now || own;
      if (isTime && shown) unit.value = shown.unit === "minute" ? "min" : "s";
    },
  };
}
