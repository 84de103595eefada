// What the search looks through; loaded when it is used.
import { vocabulary } from "../words.js";
import { prepare } from "./ranking.js";

const once = (load) => {
  let result;
  return () => (result = result || load().catch((error) => {
    result = undefined;
    throw error;
  }));
};

// The exercises of the site's data, ready to be ranked, with their answers to the filters.
export const exercisesAt = (address) => once(async () => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const { exercises } = await answer.json();
  return exercises.map((entry) => {
    const place = [vocabulary.position[entry.position], ...entry.regions.map((region) => vocabulary.region[region])];
    const text = [entry.summary, ...place, ...entry.equipment.map((item) => vocabulary.equipment[item])].join(" ");
    return prepare({ ...entry, answers: entry.mayBeHandedOut ? answersOf(entry) : {} }, [entry.title, ...entry.aliases], text);
  });
});

const answersOf = (entry) => ({
  position: [entry.position],
  region: entry.regions,
  equipment: entry.equipment.length ? entry.equipment : ["nothing"],
  level: [entry.level],
  minutes: [entry.minutes],
  place: [entry.onTheFloor ? "on-the-floor" : "off-the-floor"],
});

const atATime = 20;
const atMost = 100;

// The full text of all pages, by Pagefind; finds nothing where the site has no index or the browser cannot read it.
export function fullTextAt(address) {
  if (!address) return async () => [];
  const index = once(async () => {
    const pagefind = await import(address);
    await pagefind.options({ excerptLength: 24 });
    return pagefind;
  });
  return async (query, isWanted) => {
    const wanted = [];
    try {
      const { results } = await (await index()).search(query);
      // What a page is, only its own file says. Pagefind's filters would, but its index of them has other bytes in every build.
      for (let start = 0; start < Math.min(results.length, atMost) && wanted.length < atATime; start += atATime) {
        const pages = await Promise.all(results.slice(start, start + atATime).map((result) => result.data()));
        wanted.push(...pages.filter(isWanted));
      }
    } catch (error) {
      // The names are searched all the same.
    }
    return wanted;
  };
}
