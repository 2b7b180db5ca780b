// What the page opens on. Where there is no room for all, it is the main events and what is tied to
// them; the legend and the status line say how much is set aside and bring it back.

import { model } from "./data.js";
import { nearOf } from "./model.js";

// So many shapes have room for their labels on a phone.
const MOST_ON_A_PHONE = 16;

export function isSmall() {
  return typeof matchMedia === "function" && matchMedia("(max-width: 760px)").matches;
}

/**
 * The first of some entities and those that hang together with it, the most told of first.
 * @param {Entity[]} ranked
 * @param {number} most
 * @returns {Set<Entity>}
 */
export function foremost(ranked, most) {
  const left = new Set(ranked);
  /** @type {Set<Entity>} */
  const found = new Set();
  /** @type {Set<Entity>} */
  const edge = new Set();
  while (left.size && found.size < most) {
    const next = ranked.find((one) => left.has(one) && edge.has(one)) || [...left][0];
    left.delete(next);
    found.add(next);
    for (const other of nearOf(next)) edge.add(other);
  }
  return found;
}

if (isSmall()) {
  const ranked = model.ranked.filter((entity) => !entity.aside && entity.lines.length);
  const kept = foremost(ranked, MOST_ON_A_PHONE);
  for (const entity of model.entities) entity.aside ||= !kept.has(entity);
}

export const setAside = model.entities.filter((entity) => entity.aside);
