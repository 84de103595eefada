// The data of exercises, fetched when they are needed and once for each page.
export const root = document.documentElement.dataset.root || "/";
const loads = new Map();

/** Resolves to `{ data }` of an exercise that may stand in a programme, or to `{ problem }`: unknown, refused or unreachable. */
export function load(slug) {
  if (!loads.has(slug)) {
    const loading = read(slug);
    loads.set(slug, loading);
    loading.then((found) => found.problem === "unreachable" && loads.delete(slug));
  }
  return loads.get(slug);
}

async function read(slug) {
  try {
    const response = await fetch(`${root}api/v1/exercises/${slug}.json`);
    if (response.status === 404) return { problem: "unknown" };
    if (!response.ok) return { problem: "unreachable" };
    const data = await response.json();
    return data.mayBeHandedOut && data.doseChange ? { data } : { problem: "refused", title: data.title };
  } catch (error) {
    return { problem: "unreachable" };
  }
}

/** Data names places by the site's public address, which is not always where it is being read. */
export function placeOf(url) {
  return new URL(url, location.href).pathname;
}

export const pageOfMyProgramme = `${root}my-programme/`;
