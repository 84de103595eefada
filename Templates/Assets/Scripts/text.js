// Fills the `{names}` of a phrase.
export function fill(phrase, values) {
  return phrase.replace(/\{([A-Za-z]+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
