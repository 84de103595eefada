// A reader's own programme as plain data. Whatever comes from a store or a link goes through `clean`, so that the rest can rely on it.

const mostEntries = 30;
const mostFigures = 20;
const longestSlug = 80;
const longestFigure = 40;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const fieldPattern = /^(hold(\.[A-Za-z][A-Za-z0-9-]*)?|duration|repetitions|repetitionsPerDay|sets|rest|sessionsPerDay|daysPerWeek)$/;
/** Whose change of a dose it is. */
const origins = ["you", "programme", "shared"];
/** How many characters a text may have. */
export const lengths = { name: 80, note: 500 };
/** The whole numbers that a programme may state, with the least and the most of each; the page's own stand for what is left out. */
export const ranges = { ready: [0, 600], transition: [0, 600], weeks: [1, 12] };

/** The weeks of a grid where nothing else is said. */
export const usualWeeks = 4;
export const emptyProgramme = Object.freeze({ name: "", note: "", entries: [] });

/** A sound programme from anything; what is not sound is left out. */
export function clean(value) {
  const raw = Object(value);
  const programme = { name: line(raw.name, lengths.name), note: line(raw.note, lengths.note), entries: [] };
  for (const [key, [least, most]] of Object.entries(ranges)) {
    if (Number.isInteger(raw[key]) && raw[key] >= least && raw[key] <= most) programme[key] = raw[key];
  }
  for (const item of Array.isArray(raw.entries) ? raw.entries : []) {
    const entry = cleanEntry(item);
    if (entry && !isFull(programme) && !entryOf(programme, entry.slug)) programme.entries.push(entry);
  }
  return programme;
}

function cleanEntry(raw) {
  const { slug, changes, origin, note } = Object(raw);
  if (!isText(slug, longestSlug) || !slugPattern.test(slug)) return null;
  const entry = { ...newEntry(slug), origin: origins.includes(origin) ? origin : "you", note: line(note, lengths.note) };
  for (const [field, figure] of Object.entries(Object(changes)).slice(0, mostFigures)) {
    if (fieldPattern.test(field) && isText(figure, longestFigure)) entry.changes[field] = figure;
  }
  return entry;
}

const isText = (value, longest) => typeof value === "string" && value.length <= longest;

/** One line of text without what could break a file, hide or turn the text around it. */
function line(text, limit) {
  if (typeof text !== "string") return "";
  const plain = text
    .slice(0, limit * 4)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufff9-\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1");
  return [...plain.trim()].slice(0, limit).join("").trim();
}

export const isFull = ({ entries }) => entries.length >= mostEntries;

export const entryOf = ({ entries }, slug) => entries.find((entry) => entry.slug === slug);

export const newEntry = (slug) => ({ slug, changes: {}, origin: "you", note: "" });

/** One programme and what of another it does not have yet. What names and frames the first stays, unless it is empty. */
export function joined(first, second) {
  return clean({ ...(first.entries.length ? first : { ...second, ...named(first) }), entries: [...first.entries, ...second.entries] });
}

function named(programme) {
  return Object.fromEntries(Object.entries(programme).filter(([, value]) => value !== "" && !Array.isArray(value)));
}

export function withEntry(programme, slug, change) {
  const entries = programme.entries.map((entry) => (entry.slug === slug ? { ...entry, ...change } : entry));
  return { ...programme, entries };
}

export function without(programme, slug) {
  return { ...programme, entries: programme.entries.filter((entry) => entry.slug !== slug) };
}

/** The entry one place up (-1) or down (1). */
export function moved(programme, slug, by) {
  const entries = [...programme.entries];
  const from = entries.findIndex((entry) => entry.slug === slug);
  const to = from + by;
  if (from < 0 || to < 0 || to >= entries.length) return programme;
  [entries[from], entries[to]] = [entries[to], entries[from]];
  return { ...programme, entries };
}
