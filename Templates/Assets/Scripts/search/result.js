// One result, as an item of the list.
import { search as words, vocabulary } from "../words.js";
import { fill } from "../text.js";
import { element } from "../finding/elements.js";

// Pagefind marks words in markup of its own, of which only the marks are taken.
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => (node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent));
}

export function resultItem({ entry, name, page }) {
  const [title, url] = entry ? [entry.title, entry.url] : [page.meta.title, page.url];
  const heading = element("h3", "", Object.assign(element("a", "", title), { href: url }));
  const text = element("p", "", ...(entry ? [entry.summary] : marked(page.excerpt)));
  const item = element("li", "result", heading);
  if (name && name !== title) item.append(element("p", "result-alias", fill(words.alias, { name })));
  item.append(text, element("ul", "tags", ...tagsOf(entry, page).map(([text, style]) => element("li", style, text))));
  if (entry && entry.picture) {
    const { url: source, width, height } = entry.picture;
    const picture = Object.assign(new Image(width, height), { src: source, alt: "", loading: "lazy" });
    item.prepend(element("span", "card-picture", picture));
  }
  return item;
}

function tagsOf(entry, page) {
  if (!entry) return words[page.meta.kind] ? [[words[page.meta.kind], ""]] : [];
  const performer = entry.performedBy === "self" ? "" : vocabulary.performer[entry.performedBy];
  // As on the cards: who must do it, unless it is advised against.
  const warning = entry.advice === "not-recommended" ? vocabulary.advice[entry.advice] : performer || vocabulary.advice[entry.advice];
  const facts = entry.mayBeHandedOut ? [[vocabulary.position[entry.position], ""], [vocabulary.level[entry.level], ""]] : [];
  return warning === vocabulary.advice.suitable ? facts : [[warning, "tag-caution"], ...facts];
}
