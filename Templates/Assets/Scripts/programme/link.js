// A programme as the fragment of a link. Browsers send no fragment to a server.
import { clean } from "./programme.js";

const prefix = "#programme=";
const version = 1;
/** Chat and mail programs cut longer links. */
const longest = 8000;

/** The fragment that holds all of a programme; nothing when it would be too long. */
export function fragment(programme) {
  const { name, note, ready, transition, weeks } = programme;
  const entries = programme.entries.map(({ slug, changes, note }) => [slug, changes, note]);
  const bytes = new TextEncoder().encode(JSON.stringify({ v: version, n: name, t: note, r: ready, b: transition, w: weeks, e: entries }));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const text = prefix + btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return text.length > longest ? null : text;
}

/**
 * What a fragment holds: nothing when it is no programme's, `{ problem }` when it cannot be read, else `{ programme, isWhole }`. It may
 * come from anybody.
 */
export function shared(hash) {
  if (!hash.startsWith(prefix)) return null;
  if (hash.length > longest) return { problem: "tooLong" };
  let data;
  try {
    const binary = atob(hash.slice(prefix.length).replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    data = Object(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    return { problem: "broken" };
  }
  if (Number.isInteger(data.v) && data.v > version) return { problem: "newer" };
  if (data.v !== version || !Array.isArray(data.e)) return { problem: "broken" };
  const entries = data.e.map((item) => {
    const [slug, changes, note] = Array.isArray(item) ? item : [];
    return { slug, changes, note, origin: "shared" };
  });
  const programme = clean({ name: data.n, note: data.t, ready: data.r, transition: data.b, weeks: data.w, entries });
  return programme.entries.length ? { programme, isWhole: programme.entries.length === entries.length } : { problem: "broken" };
}
