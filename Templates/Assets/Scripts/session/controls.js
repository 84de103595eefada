// The buttons of a session, with icons of lines drawn from a path.
import { button, make } from "../elements.js";

export const paths = {
  back: "M19 5v14L9 12zM6 5v14",
  skip: "M5 5v14l10-7zM18 5v14",
  pause: "M8 5v14M16 5v14",
  play: "M7 4.5v15l12-7.5z",
  check: "M5 12.5l4.5 4.5L19 7",
  close: "M6 6l12 12M18 6L6 18",
  steps: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
  settings: "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4",
};

export function icon(path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, "path");
  for (const [key, value] of [["viewBox", "0 0 24 24"], ["aria-hidden", "true"], ["class", "icon"]]) svg.setAttribute(key, value);
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** A button of a style such as `button-quiet`, with or without an icon. */
export const control = (style, path, label, action) => button(`button.${style}`, action, path && icon(path), make("span", label));

/** A button that shows its icon alone. */
export const tool = (path, label, action) => button("button.session-tool", action, icon(path), make("span.hidden-text", label));
