// Where things are. Data names places by the site's public address, which is not always where it is being read.

/** The site's root, as this page reaches it. */
export const root = document.documentElement.dataset.root || "/";

/** The whole address of a path below the root. */
export const addressOf = (path) => new URL(root + path, location).href;

/** The address here of a place that data names. */
export const placeOf = (url) => new URL(url, location).pathname;

/** The data of an exercise. */
export const dataOf = (slug) => addressOf(`api/v1/exercises/${slug}.json`);
