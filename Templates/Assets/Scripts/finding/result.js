// One result, as an item of the list.
import { search as words, vocabulary } from "../words.js";
import { fill, make } from "../elements.js";

// Pagefind marks words in markup of its own, of which only the marks are taken.
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => (node.nodeName === "MARK" ? make("mark", node.textContent) : node.textContent));
}

export function resultItem({ entry, name, page }) {
  const { title, url, picture } = entry || { ...page.meta, url: page.url, picture: undefined };
  return make("li.result",
    picture && make("span.card-picture", make("img", { width: picture.width, height: picture.height, alt: "", loading: "lazy", src: picture.url })),
    make("h3", make("a", { href: url }, title)),
    name && name !== title && make("p.result-alias", fill(words.alias, { name })),
    make("p", entry ? entry.summary : marked(page.excerpt)),
    make("ul.tags", entry ? tagsOf(entry) : tag(words[page.meta.kind])));
}

const tag = (text) => text && make("li", text);

function tagsOf({ performedBy, advice, mayBeHandedOut, position, level }) {
  const performer = performedBy !== "self" && vocabulary.performer[performedBy];
  // As on the cards: who must do it, unless it is advised against.
  const warning = (advice !== "not-recommended" && performer) || (advice !== "suitable" && vocabulary.advice[advice]);
  return [warning && make("li.tag-caution", warning), mayBeHandedOut && [tag(vocabulary.position[position]), tag(vocabulary.level[level])]];
}
