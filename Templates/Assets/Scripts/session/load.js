// Reads what a session shows of its exercises. Techniques that may not be handed out have no session.

export async function loadEntries(entries) {
  const loaded = (await Promise.all(entries.map(load))).filter(Boolean);
  if (!loaded.length) throw new Error("no exercise to do");
  await Promise.all(loaded.flatMap(({ session }) => [session.start, ...session.holds.map((held) => held.figure)]).map(fetchPicture));
  return loaded;
}

async function load({ slug, dose, note }) {
  const response = await fetch(`${document.documentElement.dataset.root}api/v1/exercises/${slug}.json`);
  if (!response.ok) throw new Error(response.statusText);
  const exercise = await response.json();
  const { title, avoidIf, breathing, session } = exercise;
  return session ? { slug, title, avoidIf, breathing, session, note, dose: dose || exercise.dose || { text: "", sides: "none" } } : undefined;
}

// So that a picture is there when its turn comes. One that is missing must not keep the session from starting.
function fetchPicture(figure) {
  if (!figure || !figure.url) return undefined;
  const image = new Image();
  image.src = pictureAddress(figure);
  return image.decode().catch(() => {});
}

// Data names pictures by the site's public address, which is not always where it is being read.
export function pictureAddress(figure) {
  return new URL(figure.url, location.href).pathname;
}
