// A programme of the library as the reader's own.
import { addressOf } from "../addresses.js";
import { changesBetween } from "../dose/changes.js";
import { load } from "./exercises.js";
import { clean } from "./programme.js";

/** Throws when it does not load whole. */
export async function programmeOf(slug) {
  const { programmes } = await (await fetch(addressOf("api/v1/programmes.json"))).json();
  const { title: name, readySeconds: ready, transitionSeconds: transition, exercises } = programmes.find((programme) => programme.slug === slug);
  const entries = [];
  for (const { slug, dose, note } of exercises) {
    const { data, problem } = await load(slug);
    if (problem === "unreachable") throw new Error(problem);
    if (data) entries.push({ slug, changes: changesBetween(data, dose), origin: "programme", note });
  }
  return clean({ name, ready, transition, entries });
}
