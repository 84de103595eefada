// Short tones. The browser allows sound only after the reader has pressed something, so the first tone waits for that.
let context;

const tones = {
  begin: [[880, 0, 0.22]],
  halfway: [[660, 0, 0.14]],
  count: [[520, 0, 0.08]],
  done: [[660, 0, 0.18], [880, 0.2, 0.32]],
};

export function wakeSound() {
  const Context = window.AudioContext || window.webkitAudioContext;
  if (!context && Context) context = new Context();
  if (context && context.state === "suspended") context.resume();
}

export function beep(signal) {
  if (!context) return;
  for (const [frequency, delay, length] of tones[signal]) {
    const at = context.currentTime + delay;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    // A soft start and end, so that nothing clicks.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.25, at + 0.015);
    volume.gain.linearRampToValueAtTime(0, at + length);
    tone.connect(volume);
    volume.connect(context.destination);
    tone.start(at);
    tone.stop(at + length);
  }
}

export function closeSound() {
  if (context) context.close();
  context = undefined;
}
