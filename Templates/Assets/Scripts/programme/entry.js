// One exercise of the programme on its page: what it is, its dose, its place, and the form that changes the dose.
import { programme as words } from "../words.js";
import { placeOf } from "../addresses.js";
import { copyOf, identified, oneLine, setTexts } from "../elements.js";
import { doseForm } from "./dose-form.js";
import { doseText, librarySays } from "./dose-text.js";
import { lengths } from "./programme.js";

/** `actions`: move(by), remove(), change(part). `show` puts what is kept now into the element. */
export function entryView({ data }, actions) {
  const [element, part] = copyOf("entry");
  const change = (changes) => actions.change({ changes, origin: "you" });
  const form = doseForm(data, part, change);
  if (data.cover) part.picture.firstElementChild.src = placeOf(data.cover.url);
  else part.picture.remove();
  part.title.textContent = data.title;
  part.title.href = placeOf(data.url);
  const titleId = identified(part.title);
  for (const name of ["up", "down", "remove", "summary", "reset", "note"]) part[name].setAttribute("aria-describedby", titleId);
  mover(part.up, -1);
  mover(part.down, 1);
  part.remove.onclick = actions.remove;
  part.reset.onclick = () => {
    change({});
    part.summary.focus();
  };
  part.note.maxLength = lengths.note;
  part.note.onchange = () => actions.change({ note: part.note.value });

  // Not disabled, so that the focus stays on it when the exercise arrives at an end.
  function mover(button, by) {
    button.onclick = async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      await actions.move(by);
      button.focus();
    };
  }

  return {
    element,
    focus: () => part.remove.focus(),
    show(entry, { dose, changes, isRefused, minutes, isFirst, isLast }) {
      const library = librarySays(data, changes);
      setTexts(part, {
        dose: doseText(dose),
        changed: oneLine(library && words.changedBy[entry.origin], library, isRefused && words.changeRefused),
        "note-shown": entry.note,
        time: minutes,
      });
      part.up.setAttribute("aria-disabled", isFirst);
      part.down.setAttribute("aria-disabled", isLast);
      part.reset.hidden = !Object.keys(entry.changes).length;
      form.show(changes, dose);
      if (document.activeElement !== part.note) part.note.value = entry.note;
    },
  };
}
