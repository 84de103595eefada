// Which exercises a reader means, the best first. Pure: names in, order out.

// Text without what readers do not mean by it: case, accents, apostrophes, dashes.
export function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// How many letters must be changed, added, left out or swapped with the next to make one text of the other; `limit + 1` when more.
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      // Further from the diagonal than the limit, nothing can come back within it.
      if (Math.abs(i - j) > limit) {
        row[j] = limit + 1;
        continue;
      }
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], limit + 1);
}

// How many misspelt letters a word may have and still be meant.
const allowance = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

const all = (words, others, test) => words.every((word) => others.some((other) => test(word, other)));
const begins = (word, other) => other.startsWith(word);

// Whether a word is meant by another that may be misspelt, and not finished yet. The same words come again and again in a library.
function resemblance() {
  const known = Object.create(null);
  return (word, other) => {
    const answers = known[word] || (known[word] = new Map());
    if (!answers.has(other)) {
      const limit = allowance(word);
      answers.set(other, begins(word, other) || distance(word, other, limit) <= limit
        || (word.length > 4 && distance(word, other.slice(0, word.length), 1) <= 1));
    }
    return answers.get(other);
  };
}

const compact = (text) => text.replace(/ /g, "");

// A text as it is compared: folded, without its spaces, and word by word.
const comparable = (text) => {
  const whole = fold(text);
  return { whole, short: compact(whole), words: whole.split(" ") };
};

// How far a name is from the query: 0 is the name itself; infinite when it is not meant.
function farness(query, name, resembles) {
  if (query.whole === name.whole) return 0;
  if (query.short === name.short) return 1;
  if (name.whole.startsWith(query.whole)) return 2;
  if (all(query.words, name.words, begins)) return 3;
  const limit = allowance(query.short);
  const edits = limit ? distance(query.short, name.short, limit) : 1;
  if (edits <= limit) return 3 + edits;
  return all(query.words, name.words, resembles) ? 6 : Infinity;
}

// Of whatever else is known: whether all of the words are in it, rightly spelt or nearly.
function farnessOfText(query, words, resembles) {
  if (all(query.words, words, begins)) return 7;
  return all(query.words, words, resembles) ? 8 : Infinity;
}

// An entry as it is searched: `names`, the title first, and `text`, whatever else is known of it in short.
export function prepare(entry, names, text) {
  return { entry, names, compared: names.map(comparable), words: [...new Set(fold([...names, text].join(" ")).split(" "))] };
}

// The prepared entries that a query means, best first, each with the name by which it was found; no name when only its text fits.
export function rank(query, prepared) {
  const asked = comparable(query);
  if (!asked.whole) return [];
  const found = [];
  const resembles = resemblance();
  prepared.forEach(({ entry, names, compared, words }, order) => {
    let best = { far: Infinity, rest: 0 };
    compared.forEach((name, index) => {
      const far = farness(asked, name, resembles);
      const rest = Math.abs(name.whole.length - asked.whole.length);
      if (far === Infinity || far > best.far) return;
      // Of names as near, the one with the least beside what was asked for counts, and the title is shown.
      if (far < best.far) best = { far, rest, name: names[index] };
      else if (rest < best.rest) best = { far, rest, name: best.name === names[0] ? best.name : names[index] };
    });
    if (!best.name) best.far = farnessOfText(asked, words, resembles);
    if (best.far < Infinity) found.push({ ...best, entry, order });
  });
  return found.sort((a, b) => a.far - b.far || a.rest - b.rest || a.order - b.order);
}

// Names first, then what the full text found, then what only nearly fits; each key once.
export function combine(ranked, fullText, keyOf) {
  const seen = new Set();
  const named = ranked.filter((hit) => hit.name);
  return [...named, ...fullText, ...ranked].filter((hit) => {
    const key = keyOf(hit);
    return !seen.has(key) && seen.add(key);
  });
}
