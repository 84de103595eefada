// The data of exercises, fetched when they are needed and once for each page.
import { dataOf, root } from "../addresses.js";

const loads = new Map();

/** Resolves to `{ data }` of an exercise that may stand in a programme, or to `{ problem }`: unknown, refused or unreachable. */
export function load(slug) {
  if (!loads.has(slug)) {
    const loading = read(slug);
    loads.set(slug, loading);
    loading.then(({ problem }) => problem === "unreachable" && loads.delete(slug));
  }
  return loads.get(slug);
}

async function read(slug) {
  try {
    const response = await fetch(dataOf(slug));
    if (response.ok) {
      const data = await response.json();
      return data.mayBeHandedOut && data.doseChange ? { data } : { problem: "refused", title: data.title };
    }
    return { problem: response.status === 404 ? "unknown" : "unreachable" };
  } catch (error) {
    return { problem: "unreachable" };
  }
}

export const pageOfMyProgramme = `${root}my-programme/`;
