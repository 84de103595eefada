// A programme that came by a link. It may come from anybody, so it is shown first, and nothing is kept until the reader says so.
import { choose as problems, programme as words } from "../words.js";
import { copyOf, fill, make, setTexts } from "../elements.js";
import { changedDose } from "../dose/changes.js";
import { doseText, librarySays } from "./dose-text.js";
import { load } from "./exercises.js";

/** The element of a link that cannot be read. */
export function brokenOffer(problem, choose) {
  const [element, { text, leave }] = copyOf("broken");
  text.textContent = words.link[problem];
  leave.onclick = () => choose();
  return element;
}

/** The element of what a link holds; `choose` is called with the programme, and whether it is to be added, or with nothing. */
export async function offerOf({ programme, isWhole }, hasOwn, choose) {
  const [element, part] = copyOf("offer");
  const loads = await Promise.all(programme.entries.map(({ slug }) => load(slug)));
  const entries = [];
  const leftOut = [];
  programme.entries.forEach((entry, index) => {
    const { data, problem, title = entry.slug } = loads[index];
    // What cannot be reached now may be there later, so it stays.
    if (data || problem === "unreachable") {
      entries.push(entry);
      part.entries.append(offered(entry, data));
    } else {
      leftOut.push(fill(problems[problem], { title }));
    }
  });
  if (!isWhole) leftOut.push(words.link.partly);
  if (!entries.length) part.text.textContent = words.link.nothing;
  setTexts(part, { name: programme.name, note: programme.note });
  part["left-out"].append(...leftOut.map((text) => make("li", text)));
  part.keep.hidden = hasOwn || !entries.length;
  part.add.hidden = part.replace.hidden = !hasOwn || !entries.length;
  const sound = { ...programme, entries };
  part.keep.onclick = part.replace.onclick = () => choose(sound);
  part.add.onclick = () => choose(sound, true);
  part.leave.onclick = () => choose();
  return element;
}

function offered({ slug, changes: wanted, note }, data) {
  const [element, part] = copyOf("offered");
  const { dose, changes } = data ? changedDose(data, wanted) : {};
  setTexts(part, { title: data ? data.title : slug, dose: data && doseText(dose), changed: data && librarySays(data, changes), note });
  return element;
}
