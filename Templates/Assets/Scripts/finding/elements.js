// Makes and fills elements.
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export function refill(parent, children) {
  parent.textContent = "";
  parent.append(...children);
}
