// Runs a session in its frame: follows the clock, and does what the reader presses.
import { session as words } from "../words.js";
import { fill } from "../text.js";
import { button, paths } from "./element.js";
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
  let first = "left";
  let clock = null;
  let seen = null;
  let timer = 0;
  let letSleep = () => {};
  let spentBefore = 0;
  let ranSince = 0;

  const now = () => performance.now();
  const plan = () => planOf(entries, { readySeconds, transitionSeconds, first, move: preferences.move });
  const stage = makeStage(entries, {
    segments: () => clock.segments,
    main: () => (seen.isPaused ? resume() : seen.segment.waits ? move(engine.skip) : pause()),
    back: () => move(engine.back),
    skip,
    more: () => move((value, time) => engine.extend(value, extraSeconds, time)),
    stop: () => finish(stoppedPage, words.stopped.title),
  });
  const tools = [
    button("session-tool", paths.steps, words.steps, () => interrupt(words.steps, (back) => stepsPage(entries[seen.segment.entry], back)), { isIconOnly: true }),
    button("session-tool", paths.settings, words.settings, () => interrupt(words.settings, (back) => settingsPage(preferences, back)), { isIconOnly: true }),
    button("session-tool", paths.close, words.end, () => leave(), { isIconOnly: true }),
  ];

  function begin() {
    wakeSound();
    clock = engine.start(plan(), now());
    ranSince = now();
    letSleep = keepAwake();
    document.addEventListener("visibilitychange", tick);
    showStage();
    notice(["begin"]);
  }

  function showStage() {
    seen = engine.view(clock, now());
    frame.entitle(entries[seen.segment.entry].title);
    frame.show(stage.element, stage.main, tools);
    stage.update(seen);
    frame.leave = leave;
    frame.onKey(press);
    wait();
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
    notice(signalsBetween(before, seen));
    wait();
  }

  function notice([signal]) {
    if (!signal) return;
    if (preferences.beep) beep(signal);
    if (signal === "count") return;
    if (preferences.flash) flash();
    say(signal === "halfway" ? words.halfway : announcement(entries, clock.segments, seen.index));
  }

  function say(text) {
    frame.announce(text);
    // How to move into the position is said to its end.
    if (preferences.voice) speak(text, { waits: Boolean(clock) && seen.segment.kind === "hold" });
  }

  function flash() {
    frame.dialog.classList.add("is-flashing");
    setTimeout(() => frame.dialog.classList.remove("is-flashing"), flashMilliseconds);
  }

  function move(action) {
    clock = action(clock, now());
    tick();
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
    say(announcement(entries, clock.segments, seen.index));
  }

  // Pauses for another screen, and goes on from there as before.
  function interrupt(name, makePage) {
    const wasRunning = !seen.isPaused;
    if (wasRunning) pause();
    if (seen.isDone) return;
    const back = () => {
      showStage();
      if (wasRunning) resume();
    };
    const { element, focus } = makePage(back);
    frame.entitle(name);
    frame.onKey(() => false);
    frame.leave = back;
    frame.show(element, focus);
  }

  function leave() {
    interrupt(words.leave.title, (back) => leavePage(back, frame.close));
  }

  function finish(makePage, name) {
    clearTimeout(timer);
    const index = Math.min(clock.index, clock.segments.length);
    const isDone = index === clock.segments.length;
    const held = clock.segments[index] && clock.segments[index].kind === "hold" ? index + 1 : index;
    const wayOut = wayOutBefore(entries, clock.segments, held);
    const spent = spentBefore + (clock.pausedAt === null ? now() - ranSince : 0);
    const { element, focus } = makePage({ entries, partly, spent, wayOut, onClose: frame.close });
    end();
    frame.entitle(name);
    frame.onKey(() => false);
    frame.leave = frame.close;
    frame.show(element, focus);
    if (isDone && preferences.beep) beep("done");
    if (isDone && preferences.flash) flash();
    say([name + ".", wayOut].filter(Boolean).join(" "));
  }

  function end() {
    clearTimeout(timer);
    clock = null;
    hush();
    letSleep();
    document.removeEventListener("visibilitychange", tick);
  }

  // Keys that stand for buttons. The space bar presses the button that has the focus, as everywhere.
  function press(event) {
    if (event.key === "ArrowRight") skip();
    else if (event.key === "ArrowLeft") move(engine.back);
    else if (event.key === " " && !(event.target instanceof HTMLButtonElement)) stage.main.click();
    else return false;
    return true;
  }

  frame.onClose(() => {
    end();
    closeSound();
  });
  const time = () => [
    minutes(secondsOf(plan())), entries.length > 1 ? fill(words.exercises, { count: entries.length }) : "",
  ].filter(Boolean).join(words.place.separator);
  const { element, focus } = introPage({
    entries, preferences, asksSide: leavesFirstSideOpen(entries), time, onSide: (side) => { first = side; }, onBegin: begin,
  });
  frame.entitle(title);
  frame.show(element, focus, [button("session-tool", paths.close, words.close, frame.close, { isIconOnly: true })]);
}
