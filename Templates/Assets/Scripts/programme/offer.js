// A programme that came by a link. It may come from anybody, so it is shown first, and nothing is kept until the reader says so.
import { choose as problems, programme as words } from "../words.js";
import { fill } from "../text.js";
import { changedDose, ownDose } from "../dose/changes.js";
import { copyOf, parts, setText, textElement } from "./element.js";
import { load } from "./exercises.js";

/** The element of a link that cannot be read. */
export function brokenOffer(problem, leave) {
  const element = copyOf("broken");
  const part = parts(element);
  part.text.textContent = words.link[problem];
  part.leave.addEventListener("click", leave);
  return element;
}

/** The element of what a link holds; `choose` is called with `keep`, `add`, `replace` or `leave` and the programme. */
export async function offerOf({ programme, isWhole }, hasOwn, choose) {
  const loads = await Promise.all(programme.entries.map((entry) => load(entry.slug)));
  const element = copyOf("offer");
  const part = parts(element);
  const entries = [];
  const leftOut = [];
  programme.entries.forEach((entry, index) => {
    const { data, problem, title } = loads[index];
    // What cannot be reached now may be there later, so it stays.
    if (!data && problem !== "unreachable") return leftOut.push(fill(problems[problem], { title: title || entry.slug }));
    entries.push(entry);
    part.entries.append(offered(entry, data));
  });
  if (!isWhole) leftOut.push(words.link.partly);
  if (!entries.length) part.text.textContent = words.link.nothing;
  setText(part.name, programme.name);
  setText(part.note, programme.note);
  part["left-out"].append(...leftOut.map((text) => textElement("li", text)));
  part.keep.hidden = hasOwn || !entries.length;
  part.add.hidden = part.replace.hidden = !hasOwn || !entries.length;
  for (const choice of ["keep", "add", "replace", "leave"]) {
    part[choice].addEventListener("click", () => choose(choice, { ...programme, entries }));
  }
  return element;
}

function offered(entry, data) {
  const element = copyOf("offered");
  const part = parts(element);
  const { dose, changes } = data ? changedDose(data, entry.changes) : { dose: {}, changes: {} };
  part.title.textContent = data ? data.title : entry.slug;
  part.dose.textContent = dose.text || words.noDose;
  part.dose.hidden = !data;
  setText(part.changed, Object.keys(changes).length > 0 && fill(words.librarySays, { dose: ownDose(data).text || words.noDose }));
  setText(part.note, entry.note);
  return element;
}
