// Reads what a session shows of its exercises. Techniques that may not be handed out have no session.
import { dataOf, placeOf } from "../addresses.js";

export async function loadEntries(entries) {
  const loaded = (await Promise.all(entries.map(load))).filter(({ session }) => session);
  if (!loaded.length) throw new Error("no exercise to do");
  await Promise.all(loaded.flatMap(({ session }) => [session.start, ...session.holds.map((held) => held.figure)]).map(fetchPicture));
  return loaded;
}

async function load({ slug, dose, note }) {
  const response = await fetch(dataOf(slug));
  if (!response.ok) throw new Error(response.statusText);
  const exercise = await response.json();
  return { ...exercise, note, dose: dose || exercise.dose || { text: "", sides: "none" } };
}

// So that a picture is there when its turn comes. One that is missing must not keep the session from starting.
async function fetchPicture(figure) {
  if (!figure || !figure.url) return;
  const image = new Image();
  image.src = placeOf(figure.url);
  await image.decode().catch(() => {});
}
