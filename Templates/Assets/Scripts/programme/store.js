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
  let text = null;
  try {
    text = localStorage.getItem(key);
    if (text === null) return emptyProgramme;
    const data = parsed(text);
    const programme = data.version === version ? clean(data.programme) : emptyProgramme;
    if (data.version === version && JSON.stringify(programme) === JSON.stringify(data.programme)) return programme;
    putAside(text);
    keep(programme);
    return programme;
  } catch (error) {
    // There is no room to put it aside, or nothing may be read: then what is there stays as it is.
    unkept = emptyProgramme;
    return unkept;
  }
}

/** Keeps a programme; false where the browser does not. */
export function keep(programme) {
  const sound = clean(programme);
  if (!unkept) {
    try {
      localStorage.setItem(key, JSON.stringify({ version, programme: sound }));
      return true;
    } catch (error) {
      // Storage is full or blocked.
    }
  }
  unkept = sound;
  return false;
}

/** Changes what is kept now, so that no tab undoes another's work; false where the browser keeps nothing. */
export function update(change) {
  return keep(change(kept()));
}

export function isKept() {
  return !unkept;
}

/** Tells when another tab has changed it. */
export function follow(changed) {
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) changed();
  });
}

/** The texts that were put aside. */
export function aside() {
  const texts = [];
  try {
    for (let text, number = 1; (text = localStorage.getItem(asideKey(number))) !== null; number += 1) texts.push(text);
  } catch (error) {
    // Nothing may be read, so nothing was put aside.
  }
  return texts;
}

export function forgetAside() {
  aside().forEach((_, index) => localStorage.removeItem(asideKey(index + 1)));
}

function putAside(text) {
  localStorage.setItem(asideKey(aside().length + 1), text);
}

function parsed(text) {
  try {
    return Object(JSON.parse(text));
  } catch (error) {
    return {};
  }
}
