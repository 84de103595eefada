// The reader's switches: voice, beep, flash, and how long to move.
import { session as words } from "../words.js";
import { fill } from "../text.js";
import { make } from "./element.js";
import { hasVoice, onVoices } from "./voice.js";
import { keepPreferences, moves } from "./preferences.js";

export function switches(preferences) {
  const rows = ["voice", "beep", "flash"].map((name) => {
    const box = make("input", { type: "checkbox", checked: preferences[name] });
    box.addEventListener("change", () => change(preferences, name, box.checked));
    return { name, box, row: make("label.session-switch", {}, make("span", {}, words.setting[name]), box) };
  });
  const note = make("p.session-note", {}, words.setting.noVoice);
  const { box } = rows[0];
  const follow = () => {
    note.hidden = hasVoice();
    box.disabled = !hasVoice();
    box.checked = hasVoice() && preferences.voice;
  };
  follow();
  onVoices(follow);
  return make("fieldset.session-switches", {}, make("legend", {}, words.sound), rows.map(({ row }) => row), note);
}

export function moveChoice(preferences, onChange) {
  const options = moves.map((seconds) => make("option", { value: String(seconds) }, fill(words.setting.seconds, { seconds })));
  const select = make("select", {}, options);
  select.value = String(preferences.move);
  select.addEventListener("change", () => {
    change(preferences, "move", Number(select.value));
    onChange();
  });
  return make("label.session-choice", {}, make("span", {}, words.setting.move), select);
}

export function sideChoice(onChange) {
  const radios = ["left", "right"].map((side) => {
    const radio = make("input", { type: "radio", name: "session-side", value: side, checked: side === "left" });
    radio.addEventListener("change", () => onChange(side));
    return make("label", {}, radio, words.side[side]);
  });
  return make("fieldset.session-sides", {}, make("legend", {}, words.firstSide), radios);
}

function change(preferences, name, value) {
  preferences[name] = value;
  keepPreferences(preferences);
}
