// The screen on which time runs.
import { session as words } from "../words.js";
import { depict, fill, make, refill } from "../elements.js";
import { control, icon, paths } from "./controls.js";
import { clockText, nextPhrase, phrase, place, switchesSides } from "./phrasing.js";

export function makeStage(entries, actions) {
  const where = make("p.session-place");
  const kind = make("p.session-kind");
  const side = make("p.session-side");
  const timer = make("p.session-timer", { role: "timer", "aria-live": "off" });
  const more = control("session-more", "", words.more, actions.more);
  more.append(make("span.hidden-text", ` ${words.moreTime}`));
  const sentence = make("p.session-sentence");
  const note = make("p.session-note");
  const next = make("span");
  const left = make("span");
  const image = make("img");
  const picture = make("div.session-picture", image);
  const now = make("div.session-now", where, make("div.session-heading", kind, side, more), timer, sentence, note);
  const bar = make("div");
  const progress = make("div.session-progress", {
    role: "progressbar", "aria-label": words.progress, "aria-valuemin": 0, "aria-valuemax": 100,
  }, bar);
  const main = control("button.session-main", paths.pause, words.pause, actions.main);
  const controls = make("div.session-controls",
    control("session-turn", paths.back, words.back, actions.back), main, control("session-turn", paths.skip, words.skip, actions.skip),
    control("session-stop", "", words.stopHint, actions.stop));
  const body = make("div.session-body", picture, now);
  const element = make("div.session-stage", progress, body, make("p.session-next", next, left), controls);
  let shown = {};

  function showSegment({ segment, index }) {
    const segments = actions.segments();
    const said = phrase(entries, segments, index);
    const isRest = segment.kind === "rest";
    kind.textContent = segment.kind === "move" && switchesSides(segments, index) ? words.switched : said.title;
    side.hidden = !segment.side || isRest;
    side.textContent = words.side[segment.side];
    sentence.textContent = said.sentence;
    note.textContent = said.note;
    next.textContent = nextPhrase(entries, segments, index);
    more.hidden = !isRest && segment.kind !== "ready" && segment.kind !== "move";
    element.dataset.kind = segment.kind;
    const { figure } = segment;
    picture.hidden = !figure || !figure.url;
    if (!picture.hidden) depict(image, figure);
    // A region that scrolls must be in reach of the keyboard.
    body.scrollTop = 0;
    body.tabIndex = body.scrollHeight > body.clientHeight ? 0 : -1;
  }

  function showMain({ segment, isPaused }) {
    const [path, name] = isPaused ? [paths.play, words.resume] : segment.waits ? [paths.check, words.done] : [paths.pause, words.pause];
    refill(main, icon(path), make("span", name));
    where.textContent = isPaused ? words.paused : place(entries, segment);
    where.hidden = !where.textContent;
    element.classList.toggle("is-paused", isPaused);
  }

  return {
    element, main,
    update(view) {
      const { index, segment, share, isPaused } = view;
      if (index !== shown.index) showSegment(view);
      if (index !== shown.index || isPaused !== shown.isPaused) showMain(view);
      // Seconds alone are read from further away.
      timer.textContent = segment.waits ? `${segment.repetition} / ${segment.repetitions}` : clockText(view.left).replace(/^0:0?/, "");
      left.textContent = fill(words.timeLeft, { time: clockText(view.totalLeft) });
      progress.setAttribute("aria-valuenow", Math.round(share * 100));
      bar.style.width = `${share * 100}%`;
      shown = view;
    },
  };
}
