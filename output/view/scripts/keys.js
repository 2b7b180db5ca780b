// Everything that the mouse can do, by keys.

import { choose, clearChoice, closeSheet, giveUpPath, toggleTable } from "./actions.js";
import { fit, goTo, inView, zoom } from "./camera.js";
import { model } from "./data.js";
import { byId } from "./elements.js";
import { toggleFilters } from "./filters.js";
import { state } from "./state.js";
import { tell } from "./status.js";
import { own, plain, shortened } from "./words.js";

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The neighbour that lies most nearly in a direction.
 * @param {Entity} entity
 * @param {Point} place
 */
function neighbour(entity, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const other of entity.near) {
    if (!other.shown || other === entity) continue;
    const [x, y] = [other.x - entity.x, other.y - entity.y];
    const along = x * dx + y * dy;
    if (along <= 0) continue;
    const cost = Math.hypot(x, y) * (1 + 2 * (1 - along / Math.hypot(x, y)));
    if (cost < least) {
      least = cost;
      best = other;
    }
  }
  return best;
}

/** @param {Point} direction */
function onArrow(direction) {
  if (!state.entity) {
    const first = model.ranked.find((entity) => entity.shown);
    if (first) choose(first, { move: true });
    return;
  }
  const next = neighbour(state.entity, direction);
  if (next) {
    choose(next);
    if (!inView(next)) goTo(next);
  } else tell(`${shortened(plain(state.entity.label), 60)} has no neighbour on that side.`);
}

/** @param {KeyboardEvent} event */
export function onStageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = {
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), "0": () => fit(),
    Enter: () => (state.entity || state.line ? byId("panel").focus() : onArrow([1, 0])),
  };
  const act = own(ARROWS, event.key) ? () => onArrow(ARROWS[event.key]) : own(actions, event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

/** @param {KeyboardEvent} event */
export function onPageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /** @type {Element} */ (event.target).matches("input, textarea, select")) return;
  if (event.key === "/") {
    event.preventDefault();
    byId("find").focus();
  } else if (event.key === "t" || event.key === "T") toggleTable();
  else if (event.key === "Escape") escape();
}

function escape() {
  if (byId("save").open) byId("save").open = false;
  else if (document.body.classList.contains("filtering")) toggleFilters();
  else if (state.sheet) return closeSheet();
  else if (state.path && !state.path.to) giveUpPath();
  else if (state.entity || state.line || state.path) clearChoice();
  byId("picture").focus();
}
