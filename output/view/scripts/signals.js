// How the parts of the page hear of a change without knowing who made it.

const listeners = { panel: [], legend: [], filtered: [], sheet: [] };

export function listenTo(name, act) {
  listeners[name].push(act);
}

// "panel": something else was chosen; "legend": filters were set elsewhere than in the legend;
// "filtered": other statements pass; "sheet": something else lies over the picture.
export function announce(name, detail = {}) {
  for (const act of listeners[name]) act(detail);
}
