// One exercise of the programme on its page: what it is, its dose, its place, and the form that changes the dose.
import { programme as words } from "../words.js";
import { fill } from "../text.js";
import { ownDose } from "../dose/changes.js";
import { doseForm } from "./dose-form.js";
import { copyOf, identified, parts, setText } from "./element.js";
import { placeOf } from "./exercises.js";
import { lengthOf } from "./programme.js";

/** `actions`: move(by), remove(), change(part). `show` puts what is kept now into the element. */
export function entryView({ data }, actions) {
  const element = copyOf("entry");
  const part = parts(element);
  const own = ownDose(data).text || words.noDose;
  const form = doseForm(data, part, (changes) => actions.change({ changes, origin: "you" }));
  if (data.cover) part.picture.firstElementChild.src = placeOf(data.cover.url);
  else part.picture.remove();
  part.title.textContent = data.title;
  part.title.href = placeOf(data.url);
  const titleId = identified(part.title);
  for (const name of ["up", "down", "remove", "summary", "reset", "note"]) part[name].setAttribute("aria-describedby", titleId);
  mover(part.up, -1);
  mover(part.down, 1);
  part.remove.addEventListener("click", actions.remove);
  part.reset.addEventListener("click", () => {
    actions.change({ changes: {}, origin: "you" });
    part.summary.focus();
  });
  part.note.maxLength = lengthOf("note");
  part.note.addEventListener("change", () => actions.change({ note: part.note.value }));

  // Not disabled, so that the focus stays on it when the exercise arrives at an end.
  function mover(button, by) {
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      await actions.move(by);
      button.focus();
    });
  }

  return {
    element,
    focus: () => part.remove.focus(),
    show(entry, { dose, changes, isRefused, minutes, isFirst, isLast }) {
      const isChanged = Object.keys(changes).length > 0;
      const texts = isChanged ? [words.changedBy[entry.origin], fill(words.librarySays, { dose: own })] : [];
      if (isRefused) texts.push(words.changeRefused);
      part.dose.textContent = dose.text || words.noDose;
      setText(part.changed, texts.join(" "));
      setText(part["note-shown"], entry.note);
      part.time.textContent = minutes;
      part.up.setAttribute("aria-disabled", String(isFirst));
      part.down.setAttribute("aria-disabled", String(isLast));
      part.reset.hidden = !Object.keys(entry.changes).length;
      form.show(changes, dose);
      if (document.activeElement !== part.note) part.note.value = entry.note;
    },
  };
}
