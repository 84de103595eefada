// The screen on which time runs.
import { session as words } from "../words.js";
import { fill } from "../text.js";
import { button, icon, make, paths } from "./element.js";
import { pictureAddress } from "./load.js";
import { clockText, nextPhrase, phrase, place, switchesSides } from "./phrasing.js";

export function makeStage(entries, actions) {
  const where = make("p.session-place");
  const kind = make("p.session-kind");
  const side = make("p.session-side");
  const timer = make("p.session-timer", { role: "timer", "aria-live": "off" });
  const more = button("session-more", "", words.more, actions.more);
  more.append(make("span.hidden-text", {}, ` ${words.moreTime}`));
  const sentence = make("p.session-sentence");
  const note = make("p.session-note");
  const next = make("span");
  const left = make("span");
  const image = make("img", { alt: "" });
  const picture = make("div.session-picture", {}, image);
  const now = make("div.session-now", {}, where, make("div.session-heading", {}, kind, side, more), timer, sentence, note);
  const bar = make("div");
  const progress = make("div.session-progress", {
    role: "progressbar", "aria-label": words.progress, "aria-valuemin": "0", "aria-valuemax": "100",
  }, bar);
  const main = button("button.session-main", paths.pause, words.pause, () => actions.main());
  const controls = make("div.session-controls", {},
    button("session-turn", paths.back, words.back, actions.back), main, button("session-turn", paths.skip, words.skip, actions.skip),
    button("session-stop", "", words.stopHint, actions.stop));
  const body = make("div.session-body", {}, picture, now);
  const element = make("div.session-stage", {}, progress, body, make("p.session-next", {}, next, left), controls);
  let shown = {};

  function showSegment(view) {
    const { segment, index } = view;
    const { title, sentence: text, note: small } = phrase(entries, actions.segments(), index);
    const isSwitch = segment.kind === "move" && switchesSides(actions.segments(), index);
    kind.textContent = isSwitch ? words.switched : title;
    side.hidden = !segment.side || segment.kind === "rest";
    side.textContent = segment.side ? words.side[segment.side] : "";
    sentence.textContent = text;
    note.textContent = small;
    next.textContent = nextPhrase(entries, actions.segments(), index);
    more.hidden = segment.kind !== "ready" && segment.kind !== "move" && segment.kind !== "rest";
    element.dataset.kind = segment.kind;
    const { figure } = segment;
    picture.hidden = !figure || !figure.url;
    if (!picture.hidden) {
      image.src = pictureAddress(figure);
      image.alt = figure.description;
      image.width = figure.width || 300;
      image.height = figure.height || 300;
    }
    // A region that scrolls must be in reach of the keyboard.
    body.scrollTop = 0;
    body.tabIndex = body.scrollHeight > body.clientHeight ? 0 : -1;
  }

  function showMain(view) {
    const name = view.isPaused ? "resume" : view.segment.waits ? "done" : "pause";
    const path = { resume: paths.play, done: paths.check, pause: paths.pause }[name];
    main.replaceChildren(icon(path), make("span", {}, words[name]));
    where.textContent = view.isPaused ? words.paused : place(entries, view.segment);
    where.hidden = !where.textContent;
    element.classList.toggle("is-paused", view.isPaused);
  }

  return {
    element, main,
    update(view) {
      if (view.index !== shown.index) showSegment(view);
      if (view.index !== shown.index || view.isPaused !== shown.isPaused) showMain(view);
      const { segment } = view;
      timer.textContent = segment.waits ? `${segment.repetition} / ${segment.repetitions}` : shortClock(view.left);
      left.textContent = fill(words.timeLeft, { time: clockText(view.totalLeft) });
      const percent = Math.round(view.share * 100);
      progress.setAttribute("aria-valuenow", String(percent));
      bar.style.setProperty("width", `${view.share * 100}%`);
      shown = view;
    },
  };
}

// Seconds alone are read from further away.
function shortClock(milliseconds) {
  const text = clockText(milliseconds);
  return text.startsWith("0:") ? String(Number(text.slice(2))) : text;
}
