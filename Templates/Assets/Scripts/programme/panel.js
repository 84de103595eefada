// What holds for the whole programme: its name and note, how long it takes, and the ways to do it, take it along and clear it.
import { programme as words } from "../words.js";
import { fill } from "../text.js";
import { setText } from "./element.js";
import { fragment } from "./link.js";
import { lengthOf, rangeOf, usualWeeks } from "./programme.js";
import { selectionFile } from "./selection.js";

/** `work` is the part of the page around it all, `part` its parts; `show` puts what is kept now into them. */
export function panelOf(work, part, usual, { change, clear, session }) {
  let programme;
  let items = [];
  const texts = ["name", "note"].map((key) => textField(key));
  const numbers = [numberField("ready", usual.ready), numberField("transition", usual.transition), numberField("weeks", usualWeeks)];
  const on = (name, act) => part[name].addEventListener("click", act);
  on("session", session);
  on("print", () => print());
  on("copy", copy);
  on("save", save);
  on("clear", () => confirm(true));
  on("no", () => {
    confirm(false);
    part.clear.focus();
  });
  on("yes", () => {
    confirm(false);
    clear();
  });
  part.link.addEventListener("focus", () => part.link.select());

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
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(new Blob([selectionFile(programme, items)], { type: "application/yaml" }));
    anchor.download = "my-programme.yaml";
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 60000);
    say(words.link.saved);
  }

  function say(text) {
    part.copied.textContent = text;
  }

  function textField(key) {
    const input = work.querySelector(`#${key}`);
    input.maxLength = lengthOf(key);
    input.addEventListener("change", () => change((now) => ({ ...now, [key]: input.value })));
    return { show: () => document.activeElement !== input && (input.value = programme[key]) };
  }

  function numberField(key, standard) {
    const input = work.querySelector(`#${key}`);
    const error = input.nextElementSibling;
    [input.min, input.max] = rangeOf(key);
    input.required = true;
    input.addEventListener("change", () => {
      const isSound = input.validity.valid;
      input.setAttribute("aria-invalid", String(!isSound));
      setText(error, !isSound && fill(words.problem.number, { min: input.min, max: input.max }));
      if (isSound) change((now) => ({ ...now, [key]: Number(input.value) }));
    });
    return {
      show() {
        if (document.activeElement !== input && error.hidden) input.value = programme[key] === undefined ? standard : programme[key];
      },
    };
  }

  return {
    focus: () => work.querySelector("#name").focus(),
    show(now, usable, total) {
      // What was said spoke of the programme as it was.
      if (JSON.stringify(now) !== JSON.stringify(programme)) {
        say("");
        part.link.hidden = true;
      }
      programme = now;
      items = usable;
      for (const field of [...texts, ...numbers]) field.show();
      part.total.textContent = total;
      for (const name of ["session", "print", "copy", "save"]) part[name].disabled = !usable.length;
    },
  };
}
