// A programme as the file that `limber handout --selection` takes.

/** The fonts of handouts have no emoji, and a handout with a missing character is refused. */
const emoji = / ?[\u{10000}-\u{10ffff}\ufe0e\ufe0f\u200d]+/gu;

/**
 * The text of the file, and whether it holds every character. `items` are the entries that may be handed out, each with the changes that
 * are in force. JSON's quotes are YAML's.
 */
export function selectionFile({ name, note, weeks }, items) {
  let text = "";
  let isWhole = true;
  const line = (start, value) => { text += `${start}: ${value}\n`; };
  const say = (start, words) => {
    const printable = words.replace(emoji, "").trim();
    if (printable) line(start, JSON.stringify(printable));
    if (printable !== words) isWhole = false;
  };
  say("title", name);
  text += "exercises:\n";
  for (const { slug, changes, note } of items) {
    say("  - exercise", slug);
    if (Object.keys(changes).length) line("    dose", dose(changes));
    say("    note", note);
  }
  say("note", note);
  if (weeks) line("weeks", weeks);
  return { text, isWhole };
}

function dose(changes) {
  const figures = [];
  const phases = [];
  for (const [field, figure] of Object.entries(changes)) {
    const [, phase] = field.split(".");
    (phase ? phases : figures).push(`${phase || field}: ${JSON.stringify(figure)}`);
  }
  if (phases.length) figures.unshift(`hold: {${phases.join(", ")}}`);
  return `{${figures.join(", ")}}`;
}
