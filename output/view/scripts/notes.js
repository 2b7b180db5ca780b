// What stands small beside a name on the picture: what the texts say of a thing that no line can show.

import { passing } from "./state.js";
import { period, shortened, valueText } from "./words.js";

/**
 * The date of an event; the post of a person; how often somebody speaks and denies in the texts.
 * @param {Shape} shape
 */
export function noteOf(shape) {
  if ("members" in shape) return "";
  const facts = passing(shape.facts);
  const count = (/** @type {string} */ predicate) => facts.filter((fact) => fact.predicate === predicate).length;
  const times = (/** @type {string} */ verb, /** @type {number} */ number) => number && `${verb} ${number} ×`;
  const post = facts.find((fact) => fact.predicate === "post");
  return [shape.kind === "Event" && period(shape), post && shortened(valueText(post), 24), times("speaks", count("says")), times("denies", count("denies"))].filter(Boolean).join(" · ");
}
