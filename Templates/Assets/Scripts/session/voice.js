// Speaks with a voice of the device itself. A voice that needs a server would tell it what the reader does.
const speech = window.speechSynthesis;

function localVoice() {
  const language = document.documentElement.lang || "en";
  const isRight = (voice) => voice.localService && voice.lang.replace("_", "-").toLowerCase().startsWith(language.toLowerCase().slice(0, 2));
  return speech ? speech.getVoices().find(isRight) : undefined;
}

export function hasVoice() {
  return Boolean(localVoice());
}

// Voices may be known only later.
export function onVoices(action) {
  if (!speech || !speech.addEventListener) return () => {};
  speech.addEventListener("voiceschanged", action);
  return () => speech.removeEventListener("voiceschanged", action);
}

// What waits is said after what is being said; the rest cuts it short.
export function speak(text, { waits = false } = {}) {
  const voice = localVoice();
  if (!voice) return;
  if (!waits) hush();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.95;
  speech.speak(words);
}

export function hush() {
  if (speech) speech.cancel();
}
