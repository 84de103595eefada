// The programme on paper: a box for each exercise and a grid to tick. It is there only when the page is printed.
import { programme as words } from "../words.js";
import { copyOf, depict, make, partsOf, refill, setTexts } from "../elements.js";
import { stepsOf } from "../dose/changes.js";
import { doseText, librarySays } from "./dose-text.js";
import { usualWeeks } from "./programme.js";

/** The most boxes that a day's cell has room for. */
const mostBoxes = 6;
const daysOfAWeek = 7;

/** `items`: the entries that may be handed out, each with `data`, `dose` and the `changes` in force. */
export function fillSheet(sheet, { name, note, weeks = usualWeeks }, items, total) {
  const part = partsOf(sheet);
  sheet.hidden = !items.length;
  setTexts(part, { "sheet-title": name || words.untitled, "sheet-total": total, "sheet-note": note });
  refill(part["sheet-exercises"], items.map(exercise));
  refill(part["sheet-weeks"], times(weeks, (index) => week(index + 1, items)));
  const notices = new Set(items.map(({ data }) => data.review.notice).filter(Boolean));
  refill(part["sheet-notices"], [...notices].map((notice) => make("p", notice)));
}

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

function exercise({ data, dose, changes, note }) {
  const [element, part] = copyOf("sheet-exercise");
  if (data.cover) depict(part.picture, data.cover);
  else part.picture.remove();
  setTexts(part, { title: data.title, dose: doseText(dose), changed: librarySays(data, changes), note });
  const list = (target, texts) => target.append(...texts.map((text) => make("li", text)));
  list(part.steps, stepsOf(data, dose));
  list(part["avoid-if"], data.avoidIf);
  list(part["stop-if"], data.stopIf);
  part.avoid.hidden = !data.avoidIf.length;
  part.stop.hidden = !data.stopIf.length;
  return element;
}

function week(number, items) {
  const [element, part] = copyOf("sheet-week");
  part.number.textContent = number;
  part.rows.append(...items.map(({ data, dose }) => make("tr", make("th", { scope: "row" }, data.title), times(daysOfAWeek, () => cell(dose)))));
  return element;
}

/** One box for each session that the dose asks for in a day; what it only allows is the reader's own tick. */
function cell({ sessionsPerDay: sessions }) {
  const count = !sessions || sessions.hedge === "upTo" ? 1 : Math.min(sessions.count, mostBoxes);
  return make("td", times(count, () => make("span.sheet-box")));
}
