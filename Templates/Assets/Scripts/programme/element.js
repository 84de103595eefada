// The parts of the page that scripts fill. Text goes in as text, so that nothing in it can be markup.
let count = 0;

/** A copy of one of the page's templates. */
export function copyOf(template) {
  return document.querySelector(`template[data-template="${template}"]`).content.firstElementChild.cloneNode(true);
}

/** The parts of an element by name: `parts(entry).title` has `data-part="title"`. */
export function parts(element) {
  const found = {};
  for (const part of element.querySelectorAll("[data-part]")) found[part.dataset.part] = part;
  return found;
}

/** Shows a text, or hides the element without one. */
export function setText(element, text) {
  element.textContent = text || "";
  element.hidden = !text;
}

/** Puts other children in the place of those that are there. */
export function refill(element, ...children) {
  element.textContent = "";
  element.append(...children);
}

export function textElement(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

export function button(text, act) {
  const made = textElement("button", text);
  made.type = "button";
  made.className = "button button-small button-quiet";
  made.addEventListener("click", act);
  return made;
}

/** Gives an element an identifier that nothing else on the page has. */
export function identified(element) {
  count += 1;
  element.id = `part-${count}`;
  return element.id;
}
