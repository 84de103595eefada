// Finding exercises: by the filters of their list, and by searching.
import { startFilters } from "./filters.js";
import { startSearch } from "./search.js";

export const start = (element) => (element.dataset.feature === "search" ? startSearch : startFilters)(element);
