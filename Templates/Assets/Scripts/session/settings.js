// The reader's switches: voice, beep, flash, and how long to move.
import { session as words } from "../words.js";
import { fill, make } from "../elements.js";
import { hasVoice, onVoices } from "./voice.js";
import { keepPreferences, moves, signals } from "./preferences.js";

export function switches(preferences) {
  const boxes = signals.map((name) => {
    const box = make("input", { type: "checkbox", checked: preferences[name] });
    box.onchange = () => change(preferences, name, box.checked);
    return box;
  });
  const note = make("p.session-note", words.setting.noVoice);
  const [voice] = boxes;
  const follow = () => {
    note.hidden = hasVoice();
    voice.disabled = !hasVoice();
    voice.checked = hasVoice() && preferences.voice;
  };
  follow();
  onVoices(follow);
  const rows = signals.map((name, index) => make("label.session-switch", make("span", words.setting[name]), boxes[index]));
  return [make("fieldset.session-switches", make("legend", words.sound), rows, note), make("p.session-note", words.setting.kept)];
}

export function moveChoice(preferences, onChange) {
  const options = moves.map((seconds) => make("option", { value: seconds }, fill(words.setting.seconds, { seconds })));
  const select = make("select", options);
  select.value = preferences.move;
  select.onchange = () => {
    change(preferences, "move", Number(select.value));
    onChange();
  };
  return make("label.session-choice", make("span", words.setting.move), select);
}

export function sideChoice(onChange) {
  const radios = ["left", "right"].map((side) => make("label",
    make("input", { type: "radio", name: "session-side", value: side, checked: side === "left", onchange: () => onChange(side) }), words.side[side]));
  return make("fieldset.session-sides", make("legend", words.firstSide), radios);
}

function change(preferences, name, value) {
  preferences[name] = value;
  keepPreferences(preferences);
}
