// What holds for the whole programme: its name and note, how long it takes, and the ways to do it, take it along and clear it.
import { programme as words } from "../words.js";
import { fill, make, setTexts } from "../elements.js";
import { fragment } from "./link.js";
import { lengths, ranges, usualWeeks } from "./programme.js";
import { selectionFile } from "./selection.js";
import { isSame } from "./store.js";

/** `work` is the part of the page around it all, `part` its parts; `show` puts what is kept now into them. */
export function panelOf(work, part, usual, { change, clear, session }) {
  let programme;
  let items = [];
  const numbers = { ...usual, weeks: usualWeeks };
  const fields = [...["name", "note"].map(textField), ...Object.keys(numbers).map(numberField)];
  const say = (text) => { part.copied.textContent = text; };
  part.session.onclick = session;
  part.print.onclick = () => print();
  part.copy.onclick = copy;
  part.save.onclick = save;
  part.clear.onclick = () => confirm(true);
  part.no.onclick = () => {
    confirm(false);
    part.clear.focus();
  };
  part.yes.onclick = () => {
    confirm(false);
    clear();
  };
  part.link.onfocus = () => part.link.select();

  function confirm(isAsked) {
    part.confirm.hidden = !isAsked;
    part.clear.hidden = isAsked;
    if (isAsked) part.no.focus();
  }

  async function copy() {
    const hash = fragment(programme);
    part.link.hidden = true;
    if (!hash) return say(words.link.tooLongToMake);
    part.link.value = location.origin + location.pathname + hash;
    try {
      await navigator.clipboard.writeText(part.link.value);
      say(words.link.copied);
    } catch (error) {
      // No clipboard: the reader copies it by hand.
      part.link.hidden = false;
      part.link.focus();
      say(words.link.byHand);
    }
  }

  function save() {
    const { text, isWhole } = selectionFile(programme, items);
    const href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    make("a", { href, download: "my-programme.yaml" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
    say(isWhole ? words.link.saved : words.link.savedPlain);
  }

  function field(key, read, write) {
    const input = work.querySelector(`#${key}`);
    input.onchange = () => read(input);
    return () => document.activeElement !== input && write(input);
  }

  function textField(key) {
    return field(key, ({ value }) => change((now) => ({ ...now, [key]: value })), (input) => {
      input.maxLength = lengths[key];
      input.value = programme[key];
    });
  }

  function numberField(key) {
    const [min, max] = ranges[key];
    let isSound = true;
    const read = (input) => {
      isSound = input.validity.valid;
      input.setAttribute("aria-invalid", !isSound);
      setTexts({ error: input.nextElementSibling }, { error: !isSound && fill(words.problem.number, { min, max }) });
      if (isSound) change((now) => ({ ...now, [key]: Number(input.value) }));
    };
    return field(key, read, (input) => {
      Object.assign(input, { min, max, required: true });
      if (isSound) input.value = programme[key] ?? numbers[key];
    });
  }

  return {
    focus: () => work.querySelector("#name").focus(),
    show(now, usable, total) {
      // What was said spoke of the programme as it was.
      if (!isSame(now, programme)) {
        say("");
        part.link.hidden = true;
      }
      programme = now;
      items = usable;
      for (const showField of fields) showField();
      part.total.textContent = total;
      for (const name of ["session", "print", "copy", "save"]) part[name].disabled = !usable.length;
    },
  };
}
