// Runs a session in its frame: follows the clock, and does what the reader presses.
import { session as words } from "../words.js";
import { fill, oneLine } from "../elements.js";
import { paths, tool } from "./controls.js";
import * as engine from "./engine.js";
import { signalsBetween } from "./signals.js";
import { leavesFirstSideOpen, planOf } from "./plan.js";
import { secondsOf } from "../dose/timeline.js";
import { announcement, minutes, wayOutBefore } from "./phrasing.js";
import { loadPreferences } from "./preferences.js";
import { beep, closeSound, wakeSound } from "./beep.js";
import { hush, speak } from "./voice.js";
import { keepAwake } from "./wake.js";
import { donePage, introPage, leavePage, settingsPage, stepsPage, stoppedPage } from "./pages.js";
import { makeStage } from "./stage.js";

const extraSeconds = 10;
const flashMilliseconds = 600;

export function runSession(frame, { title, entries, readySeconds, transitionSeconds }) {
  const preferences = loadPreferences();
  const partly = new Set();
  const flashing = frame.dialog.classList;
  let first = "left";
  let clock = null;
  let seen = null;
  let timer = 0;
  let letSleep = () => {};
  let spentBefore = 0;
  let ranSince = 0;

  const now = () => performance.now();
  const plan = () => planOf(entries, { readySeconds, transitionSeconds, first, move: preferences.move });
  const said = () => announcement(entries, clock.segments, seen.index);
  const stage = makeStage(entries, {
    segments: () => clock.segments,
    main: () => (seen.isPaused ? resume() : seen.segment.waits ? move(engine.skip) : pause()),
    back,
    skip,
    more: () => move((value, time) => engine.extend(value, extraSeconds, time)),
    stop: () => finish(stoppedPage, words.stopped.title),
  });
  const tools = [
    tool(paths.steps, words.steps, () => interrupt(words.steps, (goOn) => stepsPage(entries[seen.segment.entry], goOn))),
    tool(paths.settings, words.settings, () => interrupt(words.settings, (goOn) => settingsPage(preferences, goOn))),
    tool(paths.close, words.end, leave),
  ];

  function begin() {
    wakeSound();
    clock = engine.start(plan(), now());
    ranSince = now();
    letSleep = keepAwake();
    document.addEventListener("visibilitychange", tick);
    showStage();
    notice("begin");
  }

  function showStage() {
    seen = engine.view(clock, now());
    showScreen(entries[seen.segment.entry].title, [stage.element, stage.main], leave, press, tools);
    stage.update(seen);
    wait();
  }

  // `onEscape` is what the Escape key does there, `onKey` what others do.
  function showScreen(name, [element, focus], onEscape, onKey = () => false, tools) {
    frame.entitle(name);
    frame.leave = onEscape;
    frame.press = onKey;
    frame.show(element, focus, tools);
  }

  // Looks at the clock when the next whole second begins. A late look shows the same as a punctual one.
  function wait() {
    clearTimeout(timer);
    if (!seen.isPaused && !seen.isDone && !seen.segment.waits) timer = setTimeout(tick, Math.max(30, seen.left % 1000 || 1000));
  }

  function tick() {
    if (clock === null || !stage.element.isConnected) return;
    clock = engine.settle(clock, now());
    const before = seen;
    seen = engine.view(clock, now());
    if (seen.isDone) return finish(donePage, words.finished.title);
    stage.update(seen);
    if (before.segment.entry !== seen.segment.entry) frame.entitle(entries[seen.segment.entry].title);
    notice(signalsBetween(before, seen)[0]);
    wait();
  }

  function notice(signal) {
    if (!signal) return;
    if (preferences.beep) beep(signal);
    if (signal === "count") return;
    if (preferences.flash) flash();
    say(signal === "halfway" ? words.halfway : said());
  }

  function say(text) {
    frame.announce(text);
    // How to move into the position is said to its end.
    if (preferences.voice) speak(text, clock && seen.segment.kind === "hold");
  }

  function flash() {
    flashing.add("is-flashing");
    setTimeout(() => flashing.remove("is-flashing"), flashMilliseconds);
  }

  function move(action) {
    clock = action(clock, now());
    tick();
  }

  function back() {
    move(engine.back);
  }

  function skip() {
    const { kind, entry } = seen.segment;
    if (kind !== "ready" && kind !== "rest") partly.add(entry);
    move(engine.skip);
  }

  function pause() {
    tick();
    if (seen.isDone || seen.isPaused) return;
    clock = engine.pause(clock, now());
    spentBefore += now() - ranSince;
    hush();
    tick();
    frame.announce(words.paused);
  }

  function resume() {
    clock = engine.resume(clock, now());
    ranSince = now();
    tick();
    say(said());
  }

  // Pauses for another screen, and goes on from there as before.
  function interrupt(name, makePage) {
    const wasRunning = !seen.isPaused;
    if (wasRunning) pause();
    if (seen.isDone) return;
    const goOn = () => {
      showStage();
      if (wasRunning) resume();
    };
    showScreen(name, makePage(goOn), goOn);
  }

  function leave() {
    interrupt(words.leave.title, (goOn) => leavePage(goOn, frame.close));
  }

  function finish(makePage, name) {
    const { segments, index, pausedAt } = clock;
    const isDone = index === segments.length;
    const held = !isDone && segments[index].kind === "hold" ? index + 1 : index;
    const wayOut = wayOutBefore(entries, segments, held);
    const spent = spentBefore + (pausedAt === null ? now() - ranSince : 0);
    end();
    showScreen(name, makePage({ entries, partly, spent, wayOut, onClose: frame.close }), frame.close);
    if (isDone && preferences.beep) beep("done");
    if (isDone && preferences.flash) flash();
    say(oneLine(`${name}.`, wayOut));
  }

  function end() {
    clearTimeout(timer);
    clock = null;
    hush();
    letSleep();
    document.removeEventListener("visibilitychange", tick);
  }

  // Keys that stand for buttons. The space bar presses the button that has the focus, as everywhere.
  function press({ key, target }) {
    if (key === "ArrowRight") skip();
    else if (key === "ArrowLeft") back();
    else if (key === " " && !(target instanceof HTMLButtonElement)) stage.main.click();
    else return false;
    return true;
  }

  frame.cleanUp = () => {
    end();
    closeSound();
  };
  const time = () => {
    const length = minutes(secondsOf(plan()));
    return entries.length > 1 ? length + words.place.separator + fill(words.exercises, { count: entries.length }) : length;
  };
  const intro = introPage({
    entries, preferences, asksSide: leavesFirstSideOpen(entries), time, onSide: (side) => { first = side; }, onBegin: begin,
  });
  showScreen(title, intro, frame.close, undefined, [tool(paths.close, words.close, frame.close)]);
}
