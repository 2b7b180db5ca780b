// How things are called on the page.

import { WORDS } from "./data.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

/** @template Value @param {Record<string, Value>} table @param {string} key @returns {Value | undefined} */
export function own(table, key) {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}

/** @param {string} kind @returns {Look} */
export function lookOf(kind) {
  return own(WORDS.kinds, kind) || WORDS.kinds[""];
}

/** @param {string} kind */
export function pluralOf(kind) {
  const look = own(WORDS.kinds, kind);
  return look ? look.plural : kind;
}

/**
 * "locatedIn" as "located in", "WarCrime" as "War crime".
 * @param {string} name
 */
export function spaced(name) {
  return name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);
}

/** @param {string} predicate */
export function relationOut(predicate) {
  const names = own(WORDS.relations, predicate);
  return names ? names[0] : spaced(shortened(predicate, 60));
}

/** @param {string} predicate */
export function relationIn(predicate) {
  const names = own(WORDS.relations, predicate);
  return names ? names[1] : `${spaced(shortened(predicate, 60))} (as object)`;
}

/**
 * What a line says: its relation, or the figures and words that a voice gives for an event. Who
 * counts the dead must never read as who killed them, so that a claim begins with a verb of saying.
 * @param {Line} line
 */
export function lineText(line) {
  if (!line.claim) return (line.denied ? "denied: " : "") + relationOut(line.predicate);
  const claims = claimTexts(line.statements);
  const rest = claims.length > 2 ? ` + ${claims.length - 2}` : "";
  return `${line.denied ? "denies" : line.hedged ? "says with a reserve" : "says"}: ${shortened(claims.slice(0, 2).join(" · "), 60)}${rest}`;
}

/**
 * "613 killed", "63 children killed", "War crime": each once, counts of all people first.
 * @param {Statement[]} statements
 */
function claimTexts(statements) {
  const size = (/** @type {Statement} */ s) => (s.group === "Everyone" ? 2 : 1) * (Number(s.value) || 0);
  const group = (/** @type {Statement} */ s) => (s.group === "Everyone" ? "" : groupText(s.group));
  const text = (/** @type {Statement} */ s) => (s.predicate === "characterizedAs" ? valueText(s)
    : [valueText(s), group(s), relationOut(s.predicate)].filter(Boolean).join(" "));
  const inOrder = [...statements].sort((a, b) => byRelation(a.predicate, b.predicate) || size(b) - size(a));
  return [...new Set(inOrder.map(text))];
}

/** @param {Entity} entity */
export function kindText(entity) {
  const name = own(WORDS.kinds, entity.kind) ? WORDS.kinds[entity.kind].name : entity.kind;
  return entity.named ? name : `${name} · not named in the texts`;
}

/**
 * Who is counted: "people in all", "medical workers", or a group by its name in the text.
 * @param {string} group
 */
export function groupText(group) {
  const text = own(WORDS.groups, group);
  if (text !== undefined) return text;
  return /^([A-Z][a-z]+)+$/.test(group) ? spaced(group).toLowerCase() : group;
}

/**
 * Relations in the order of words.json: what happened to people first, dates and ties after it.
 * @param {string} predicate
 */
function relationPlace(predicate) {
  const place = Object.keys(WORDS.relations).indexOf(predicate);
  return place < 0 ? Infinity : place;
}

/** @param {string} one @param {string} other */
export function byRelation(one, other) {
  const [a, b] = [relationPlace(one), relationPlace(other)];
  return a === b ? 0 : a - b;
}

/** @param {string} iso */
export function dateText(iso) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!found) return iso;
  const [, year, month, day] = found;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], String(Number(year))].filter(Boolean).join(" ");
}

/** @param {Entity} entity */
export function period(entity) {
  const { begin, end } = entity;
  if (!begin || !end || begin === end) return dateText(begin || end);
  // What both ends share is written once: "11 – 16 March 2009".
  const [first, last] = [dateText(begin).split(" "), dateText(end).split(" ")];
  if (first.length === last.length) {
    while (first.length > 1 && first.at(-1) === last[first.length - 1]) first.pop();
  }
  return `${first.join(" ")} – ${dateText(end)}`;
}

/** @param {string} bound */
function boundText(bound) {
  const text = own(WORDS.bounds, bound);
  return text === undefined ? spaced(bound).toLowerCase() : text;
}

/**
 * The value of a fact as people write it: "at least 613", "26 February 1992", "War crime".
 * @param {Statement} fact
 */
export function valueText(fact) {
  if (fact.predicate === "begin" || fact.predicate === "end") return dateText(fact.value);
  if (fact.predicate === "says") return `“${fact.value}”`;
  const number = /^\d{4,}$/.test(fact.value) ? grouped(Number(fact.value)) : fact.value;
  const value = fact.predicate === "characterizedAs" ? spaced(fact.value) : number;
  return [fact.bound ? boundText(fact.bound) : "", value].filter(Boolean).join(" ");
}

/**
 * "12,345". The browser's own way of writing numbers takes as long at its first use as a drawing.
 * @param {number} count
 */
export function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * Canvas text has no isolation, so that marks that turn the writing direction are left out.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "").replace(/\s+/g, " ").trim();
}

/** @param {string} text @param {number} letters */
export function shortened(text, letters) {
  const characters = Array.from(text);
  return characters.length > letters ? `${characters.slice(0, letters - 1).join("").trimEnd()}…` : text;
}
