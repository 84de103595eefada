// The programme on paper: a box for each exercise and a grid to tick. It is there only when the page is printed.
import { programme as words } from "../words.js";
import { fill } from "../text.js";
import { ownDose, stepsOf } from "../dose/changes.js";
import { copyOf, parts, refill, setText, textElement } from "./element.js";
import { placeOf } from "./exercises.js";
import { usualWeeks } from "./programme.js";

/** The most boxes that a day's cell has room for. */
const mostBoxes = 6;
const daysOfAWeek = 7;

/** `items`: the entries that may be handed out, each with `data`, `dose` and the `changes` in force. */
export function fillSheet(sheet, programme, items, total) {
  const part = parts(sheet);
  sheet.hidden = !items.length;
  part["sheet-title"].textContent = programme.name || words.untitled;
  part["sheet-total"].textContent = total;
  setText(part["sheet-note"], programme.note);
  refill(part["sheet-exercises"], ...items.map(exercise));
  const weeks = programme.weeks || usualWeeks;
  refill(part["sheet-weeks"], ...Array.from({ length: weeks }, (_, index) => week(index + 1, items)));
  const notices = new Set(items.map(({ data }) => data.review.notice).filter(Boolean));
  refill(part["sheet-notices"], ...[...notices].map((notice) => textElement("p", notice)));
}

function exercise({ data, dose, changes, note }) {
  const element = copyOf("sheet-exercise");
  const part = parts(element);
  if (data.cover) Object.assign(part.picture, { src: placeOf(data.cover.url), alt: data.cover.description });
  else part.picture.remove();
  part.title.textContent = data.title;
  part.dose.textContent = dose.text || words.noDose;
  const isChanged = Object.keys(changes).length > 0;
  setText(part.changed, isChanged && fill(words.librarySays, { dose: ownDose(data).text || words.noDose }));
  setText(part.note, note);
  const list = (target, texts) => target.append(...texts.map((text) => textElement("li", text)));
  list(part.steps, stepsOf(data, dose));
  list(part["avoid-if"], data.avoidIf);
  list(part["stop-if"], data.stopIf);
  part.avoid.hidden = !data.avoidIf.length;
  part.stop.hidden = !data.stopIf.length;
  return element;
}

function week(number, items) {
  const element = copyOf("sheet-week");
  const part = parts(element);
  part.number.textContent = number;
  for (const { data, dose } of items) {
    const row = document.createElement("tr");
    const title = textElement("th", data.title);
    title.scope = "row";
    row.append(title);
    for (let day = 0; day < daysOfAWeek; day += 1) row.append(cell(dose));
    part.rows.append(row);
  }
  return element;
}

/** One box for each session that the dose asks for in a day; what it only allows is the reader's own tick. */
function cell({ sessionsPerDay: sessions }) {
  const made = document.createElement("td");
  const count = !sessions || sessions.hedge === "upTo" ? 1 : Math.min(sessions.count, mostBoxes);
  for (let box = 0; box < count; box += 1) made.append(Object.assign(document.createElement("span"), { className: "sheet-box" }));
  return made;
}
