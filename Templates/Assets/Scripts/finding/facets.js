// The questions of a form by which exercises are narrowed down, each a fieldset with answers to choose.
export function facetsOf(form) {
  return [...form.querySelectorAll("[data-facet]")].map((fieldset) => {
    const inputs = [...fieldset.querySelectorAll("input")];
    const isLimit = inputs.some((input) => input.type === "radio");
    return { name: fieldset.dataset.facet, inputs, isLimit, needsAll: "needsAll" in fieldset.dataset };
  });
}

// What is chosen: the inputs, without those that stand for any answer.
export const chosenOf = (facet) => facet.inputs.filter((input) => input.checked && input.value);

// Whether an exercise with these answers fits what is chosen for one question: it must be within the limit, need nothing else, or have one
// of the answers.
export function fits(facet, answers, values) {
  if (!values.length) return true;
  if (facet.isLimit) return answers.some((answer) => values.some((value) => +answer <= +value));
  return facet.needsAll ? answers.every((answer) => values.includes(answer)) : answers.some((answer) => values.includes(answer));
}

// The items, objects from a question's name to answers, that fit all that is chosen; `except` may leave one question out of account.
export function fitting(items, facets, except) {
  const asked = facets.filter((facet) => facet !== except).map((facet) => [facet, chosenOf(facet).map((input) => input.value)]);
  return items.filter((item) => asked.every(([facet, values]) => fits(facet, item[facet.name] || [], values)));
}

// How many of the items each answer would leave, chosen beside what is chosen for other questions; for what is needed, beside that too.
export function countsOf(items, facets) {
  const counts = new Map();
  for (const facet of facets) {
    const others = fitting(items, facets, facet);
    const chosen = facet.needsAll ? chosenOf(facet).map((input) => input.value) : [];
    for (const input of facet.inputs) {
      const fit = others.filter(({ [facet.name]: answers = [] }) => {
        if (!input.value) return true;
        return (facet.isLimit || answers.includes(input.value)) && fits(facet, answers, [...chosen, input.value]);
      });
      counts.set(input, fit.length);
    }
  }
  return counts;
}

export const nameOf = (input) => input.parentElement.querySelector(".choice-name").textContent;

// Shows which answers are chosen; how many in all.
export function showChosen(form, facets) {
  for (const { inputs } of facets) {
    for (const input of inputs) input.parentElement.classList.toggle("choice-chosen", input.checked);
  }
  const count = facets.flatMap(chosenOf).length;
  form.querySelector(".facets-count").textContent = count || "";
  form.querySelector("[type=reset]").hidden = !count;
  return count;
}

// What is chosen, as the address says it.
export function readAddress(facets) {
  const address = new URLSearchParams(location.search);
  for (const { name, inputs } of facets) {
    const values = address.getAll(name);
    for (const input of inputs) input.checked = values.includes(input.value) || (!input.value && !inputs.some((other) => values.includes(other.value)));
  }
}

export function writeAddress(form) {
  const address = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) address.append(name, value);
  const query = String(address);
  history.replaceState(history.state, "", location.pathname + (query && "?" + query) + location.hash);
}
