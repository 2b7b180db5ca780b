// Where the picture is looked at from.

import { byId } from "./elements.js";
import { EDGE, extent, LABEL_ROOM, MOST_FIT, MOST_NEAR, network, STATUS_ROOM } from "./picture.js";
import { aroundOf, seen, state } from "./state.js";

// Tens of thousands of shapes take up so much room.
const FARTHEST = 0.004;

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @param {XY} position @param {number} scale @param {boolean} [still] */
function moveTo(position, scale, still = false) {
  network.moveTo({ position, scale, animation: still || calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
}

/**
 * Shows all of the given entities with room for their labels.
 * @param {Shape[]} [entities]
 * @param {boolean} [still]
 * @param {number} [most]
 */
export function fit(entities = seen.shapes, still = false, most = MOST_FIT) {
  if (!entities.length) return;
  const room = byId("picture").getBoundingClientRect();
  // Labels keep their size at every zoom: how far they reach out depends on the zoom that is sought.
  let scale = 1;
  let [across, down] = [extent([0]), extent([0])];
  for (let round = 0; round < 6; round++) {
    across = reach(entities, (entity) => [entity.x, entity.size + 4 / scale]);
    down = reach(entities, (entity) => [entity.y, entity.size + LABEL_ROOM / scale]);
    scale = Math.min((room.width - 2 * EDGE) / across.size, (room.height - 2 * EDGE - STATUS_ROOM) / down.size, most);
    scale = Math.max(scale, FARTHEST);
  }
  moveTo({ x: (across.low + across.high) / 2, y: (down.low + down.high) / 2 + STATUS_ROOM / 2 / scale }, scale, still);
}

/** @param {Shape[]} entities @param {(entity: Shape) => Point} sides */
function reach(entities, sides) {
  return extent(entities.map(sides).flatMap(([middle, half]) => [middle - half, middle + half]));
}

/**
 * Shows an entity and what is tied to it, or the entity alone where that would be a crowd.
 * @param {Entity} entity
 */
export function goAround(entity) {
  const around = [...aroundOf(entity, state.steps)];
  if (around.length > 120) return goTo(entity);
  fit(around.filter((other) => other.shown || other === entity), false, MOST_NEAR);
}

/** @param {Shape} entity @param {number} [scale] */
export function goTo(entity, scale = Math.max(0.9, network.getScale())) {
  moveTo({ x: entity.x, y: entity.y }, scale);
}

/** @param {Entity} entity */
export function inView(entity) {
  const { x, y } = network.canvasToDOM({ x: entity.x, y: entity.y });
  const room = byId("picture").getBoundingClientRect();
  return x > 30 && y > 30 && x < room.width - 30 && y < room.height - 40;
}

/** @param {number} factor */
export function zoom(factor) {
  moveTo(network.getViewPosition(), Math.min(6, Math.max(FARTHEST, network.getScale() * factor)));
}
