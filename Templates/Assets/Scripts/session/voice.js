// Speaks with a voice of the device itself. A voice that needs a server would tell it what the reader does.
const speech = window.speechSynthesis;

function localVoice() {
  const language = document.documentElement.lang.slice(0, 2);
  return speech && speech.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

export const hasVoice = () => Boolean(localVoice());

// Voices may be known only later.
export function onVoices(action) {
  if (speech && speech.addEventListener) speech.addEventListener("voiceschanged", action);
}

// What waits is said after what is being said; the rest cuts it short.
export function speak(text, waits) {
  const voice = localVoice();
  if (!voice) return;
  if (!waits) hush();
  speech.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 }));
}

export function hush() {
  if (speech) speech.cancel();
}
