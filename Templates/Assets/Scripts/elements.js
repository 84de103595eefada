// What scripts put on a page. Text goes in as text, so that nothing in it can be markup.
import { placeOf } from "./addresses.js";

let count = 0;

/** Fills the `{names}` of a phrase. */
export function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
}

/** Those of the texts that say something, in one line. */
export const oneLine = (...texts) => texts.filter(Boolean).join(" ");

/**
 * Makes an element: `make("p.note", { id: "a" }, "words", otherElement)`. Objects are its properties and attributes; texts, elements and
 * lists of them stand in it; what is empty is left out.
 */
export function make(name, ...content) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const item of content.flat(Infinity)) {
    if (!item) continue;
    if (item.nodeType || typeof item === "string") element.append(item);
    else for (const key in item) key in element ? (element[key] = item[key]) : element.setAttribute(key, item[key]);
  }
  return element;
}

/** A button: its name and classes such as `button.button.button-quiet`, what it does when pressed, and what stands on it. */
export const button = (name, onclick, ...content) => make(name, { type: "button", onclick }, content);

/** The classes of a button beside others. */
export const quiet = "button.button.button-small.button-quiet";

/** Puts a picture that data describes into an image. */
export const depict = (image, { url, description: alt, width = 300, height = 300 }) => Object.assign(image, { src: placeOf(url), alt, width, height });

/** Puts other children in the place of those that are there. */
export function refill(element, ...children) {
  element.textContent = "";
  element.append(...children.flat());
}

/** Shows texts in the parts that they are named after, and hides those without one. */
export function setTexts(parts, texts) {
  for (const [name, text] of Object.entries(texts)) {
    parts[name].textContent = text || "";
    parts[name].hidden = !text;
  }
}

/** A copy of one of the page's templates, and its parts. */
export function copyOf(template) {
  const element = document.querySelector(`[data-template=${template}]`).content.firstElementChild.cloneNode(true);
  return [element, partsOf(element)];
}

/** The parts of an element by name: `partsOf(entry).title` has `data-part="title"`. */
export function partsOf(element) {
  return Object.fromEntries([...element.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
}

/** Gives an element an identifier that nothing else on the page has. */
export function identified(element) {
  count += 1;
  return (element.id = `part-${count}`);
}
