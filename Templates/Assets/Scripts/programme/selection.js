// A programme as the file that `limber handout --selection` takes.

/** `items` are the entries that may be handed out, each with the changes that are in force. */
export function selectionFile(programme, items) {
  const lines = [];
  if (programme.name) lines.push(`title: ${quoted(programme.name)}`);
  lines.push("exercises:");
  for (const { slug, changes, note } of items) {
    lines.push(`  - exercise: ${quoted(slug)}`);
    if (Object.keys(changes).length) lines.push(`    dose: ${dose(changes)}`);
    if (note) lines.push(`    note: ${quoted(note)}`);
  }
  if (programme.note) lines.push(`note: ${quoted(programme.note)}`);
  if (programme.weeks) lines.push(`weeks: ${programme.weeks}`);
  return lines.join("\n") + "\n";
}

/** JSON's quotes are YAML's. The fonts of handouts have no emoji, and a handout with a missing character is refused. */
function quoted(text) {
  return JSON.stringify(text.replace(/[\u{10000}-\u{10ffff}\ufe0e\ufe0f\u200d]/gu, "").trim());
}

function dose(changes) {
  const figures = [];
  const phases = [];
  for (const [field, figure] of Object.entries(changes)) {
    const phase = field.startsWith("hold.") && field.slice("hold.".length);
    (phase ? phases : figures).push(`${phase || field}: ${quoted(figure)}`);
  }
  if (phases.length) figures.unshift(`hold: {${phases.join(", ")}}`);
  return `{${figures.join(", ")}}`;
}
