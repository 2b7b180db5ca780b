// How the parts of the page hear of a change without knowing who made it.

/** @type {Record<Signal, ((detail: Detail) => void)[]>} */
const listeners = { panel: [], legend: [], filtered: [], sheet: [] };

/** @param {Signal} name @param {(detail: Detail) => void} act */
export function listenTo(name, act) {
  listeners[name].push(act);
}

/**
 * "panel": something else was chosen; "legend": filters were set elsewhere than in the legend;
 * "filtered": other statements pass; "sheet": something else lies over the picture.
 * @param {Signal} name
 * @param {Detail} [detail]
 */
export function announce(name, detail = {}) {
  for (const act of listeners[name]) act(detail);
}
