// Everything that the mouse can do, by keys.

import { choose, chooseLine, clearChoice, closeSheet, giveUpPath, toggleTable } from "./actions.js";
import { fit, goTo, inView, zoom } from "./camera.js";
import { model } from "./data.js";
import { byId } from "./elements.js";
import { toggleFilters } from "./filters.js";
import { nearOf } from "./model.js";
import { state } from "./state.js";
import { tell } from "./status.js";
import { own, plain, shortened } from "./words.js";

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Of some things the one that lies most nearly in a direction.
 * @param {XY} from
 * @param {Iterable<Entity>} others
 * @param {Point} place
 */
function towards(from, others, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const other of others) {
    if (!other.shown || other === from) continue;
    const [x, y] = [other.x - from.x, other.y - from.y];
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
  const { entity, line } = state;
  if (line) {
    const middle = { x: (line.subject.x + line.object.x) / 2, y: (line.subject.y + line.object.y) / 2 };
    const end = towards(middle, [line.subject, line.object], direction);
    if (end) choose(end);
    return;
  }
  if (!entity) {
    const first = model.ranked.find((one) => one.shown);
    if (first) choose(first, { move: true });
    return;
  }
  // Where nothing tied to it lies on that side, the way leads to what is not.
  const next = towards(entity, nearOf(entity), direction) || towards(entity, model.entities, direction);
  if (next) {
    choose(next);
    if (!inView(next)) goTo(next);
  } else tell(`Nothing is shown on that side of ${shortened(plain(entity.label), 60)}.`);
}

/** @type {Entity | null} */
let walked = null;

/** From a thing to its first line, and from there to the next around it. */
function onNextLine() {
  const { line } = state;
  if (state.entity) walked = state.entity;
  else if (line && line.subject !== walked && line.object !== walked) walked = line.subject;
  const lines = walked ? walked.lines.filter((one) => one.shown) : [];
  if (!lines.length || !(state.entity || line)) return tell("Choose a shape first: L leads along its lines.");
  chooseLine(lines[line ? (lines.indexOf(line) + 1) % lines.length : 0]);
}

/** @param {KeyboardEvent} event */
export function onStageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = {
    "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), "0": () => fit(), l: onNextLine, L: onNextLine,
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
