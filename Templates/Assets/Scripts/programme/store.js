// Keeps the programme on this device and nowhere else. What cannot be read, damaged or from a newer version, is never thrown away: it is
// put aside under a name of its own.
import { clean, emptyProgramme } from "./programme.js";

const key = "my-programme";
const asideKey = (number) => `${key}-aside-${number}`;
const version = 1;
/** What holds where the browser keeps nothing: for as long as the page is open. */
let unkept = null;

/** What is kept now, by this or by another tab. */
export function kept() {
  if (unkept) return unkept;
  try {
    const text = localStorage.getItem(key);
    if (text === null) return emptyProgramme;
    const data = parsed(text);
    const programme = data.version === version ? clean(data.programme) : emptyProgramme;
    if (data.version === version && isSame(programme, data.programme)) return programme;
    localStorage.setItem(asideKey(aside().length + 1), text);
    keep(programme);
    return programme;
  } catch (error) {
    // There is no room to put it aside, or nothing may be read: then what is there stays as it is.
    return (unkept = emptyProgramme);
  }
}

/**
 * Changes what is kept now, so that no tab undoes another's work. Gives a function that takes the change back and says so; it does
 * nothing once something else has changed.
 */
export function update(change) {
  const before = kept();
  keep(change(before));
  const after = kept();
  return () => {
    const isStill = isSame(kept(), after);
    if (isStill) keep(before);
    return isStill;
  };
}

function keep(programme) {
  const sound = clean(programme);
  if (!unkept) {
    try {
      return localStorage.setItem(key, JSON.stringify({ version, programme: sound }));
    } catch (error) {
      // Storage is full or blocked.
    }
  }
  unkept = sound;
}

export const isKept = () => !unkept;

/** Whether two programmes are the same. */
export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Tells when another tab has changed it. */
export function follow(changed) {
  addEventListener("storage", (event) => (event.key === key || event.key === null) && changed());
}

/** The texts that were put aside. */
export function aside() {
  const texts = [];
  try {
    for (let text; (text = localStorage.getItem(asideKey(texts.length + 1))) !== null;) texts.push(text);
  } catch (error) {
    // Nothing may be read, so nothing was put aside.
  }
  return texts;
}

export function forgetAside() {
  aside().forEach((_, index) => localStorage.removeItem(asideKey(index + 1)));
}

function parsed(text) {
  try {
    return Object(JSON.parse(text));
  } catch (error) {
    return {};
  }
}
