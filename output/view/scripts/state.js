// What is chosen and what the filters let through. Everything on the page reads `shown`.

import { bundles, communities, communityAround, standIn } from "./communities.js";
import { model } from "./data.js";
import { countBy } from "./lists.js";
import { NOTHING } from "./model.js";
import { pluralOf, relationOut } from "./words.js";

export const NO_ONE = "No one named";
/** @type {Record<string, string>} */
const POLARITIES = { said: "said", denied: "denied" };
/** @type {Record<string, string>} */
const CERTAINTIES = { certain: "without a reserve", hedged: "with a reserve" };

// A filter for each property of a statement. `keyOf` gives one key or several.
/** @type {Record<FacetName, Facet>} */
export const FACETS = {
  polarity: { title: "Said or denied", keyOf: (s) => (s.denied ? "denied" : "said"), nameOf: (key) => POLARITIES[key] },
  certainty: { title: "Reserve", keyOf: (s) => (s.hedged ? "hedged" : "certain"), nameOf: (key) => CERTAINTIES[key] },
  source: { title: "Kind of source", keyOf: (s) => s.source, nameOf: (key) => pluralOf(key) },
  speaker: { title: "Who says it", keyOf: (s) => s.speaker || NO_ONE, nameOf: (key) => key },
  document: { title: "Documents", keyOf: (s) => s.sentence.document.title, nameOf: (key) => key || "Untitled" },
  relation: { title: "Relations", keyOf: (s) => s.predicate, nameOf: (key) => relationOut(key) },
};

/** @type {FilterName[]} */
export const FILTERS = ["kind", "polarity", "certainty", "source", "speaker", "document", "relation"];

/** @type {FacetName[]} */
export const FACET_NAMES = ["polarity", "certainty", "source", "speaker", "document", "relation"];

/** @type {Which[]} */
export const WHICH = ["events", "documents"];

/** @type {State} */
export const state = {
  entity: null,
  line: null,
  hover: null,
  // From one thing to another: { from, to, lines, entities }; without `to` while it is asked for.
  path: null,
  steps: 1,
  // Nothing is drawn but what lies around the chosen thing.
  alone: false,
  // What lies over the picture: { name: "table" | "compare" | "read", entity, document, sentence }.
  sheet: null,
  hidden: { kind: new Set(), polarity: new Set(), certainty: new Set(), source: new Set(), speaker: new Set(), document: new Set(), relation: new Set() },
  confidence: 0,
  all: false,
  // Those in closed communities that were asked for by name.
  wanted: new Set(),
  opened: new Set(),
  // What filters leave, where that is little.
  left: null,
  // The first and last day let through, as texts that sort by time; null for any.
  dates: { events: null, documents: null },
  undated: { events: true, documents: true },
};

// What stands on the picture now: shapes in the order in which they are named, and lines.
/** @type {{ shapes: Shape[], lines: Stroke[] }} */
export const seen = { shapes: [], lines: [] };

// More shapes than these cannot be told apart on one screen, and slow it down.
export const MOST_SHAPES = 2500;

// Of the lines between communities, those that stand for most statements are drawn.
const MOST_BUNDLES = 2500;

// What filters leave is drawn whole where it is little: who asks for denials wants all of them.
const MOST_LEFT = 60;

/** @param {Entity} entity */
export function isAside(entity) {
  if (state.wanted.has(entity) || (state.left && state.left.has(entity))) return false;
  if (!state.all) return entity.aside;
  if (!communities.length) return entity.rank >= MOST_SHAPES;
  const community = communityAround(entity);
  return !(community && state.opened.has(community));
}

/**
 * A day, month or year lies in a span of time where the two touch.
 * @param {string} begin
 * @param {string} end
 * @param {[string, string]} place
 */
function touches(begin, end, [low, high]) {
  /** @param {string} text */
  const length = (text) => Math.min(text.length, 10);
  return begin.slice(0, length(high)) <= high && `${end}-99-99`.slice(0, 10) >= low.slice(0, 10);
}

/** @param {string} begin @param {string} end @param {Which} which */
function isInTime(begin, end, which) {
  if (!begin && !end) return state.undated[which];
  const span = state.dates[which];
  return !span || touches(begin || end, end || begin, span);
}

/**
 * The filters of properties that hide anything now.
 * @returns {FacetName[]}
 */
function hidingFacets() {
  return FACET_NAMES.filter((name) => state.hidden[name].size);
}

/**
 * The names of the filters that keep a statement out.
 * @param {Statement} statement
 * @param {FacetName[]} hiding
 * @returns {string[]}
 */
function keptOutBy(statement, hiding) {
  /** @type {string[]} */
  const out = [];
  for (const name of hiding) if (state.hidden[name].has(FACETS[name].keyOf(statement))) out.push(name);
  if (statement.confidence < state.confidence) out.push("confidence");
  const { date } = statement.sentence.document;
  if (!isInTime(date, date, "documents")) out.push("documents");
  const event = statement.subject.kind === "Event" ? statement.subject : null;
  if (event && !isInTime(event.begin, event.end, "events")) out.push("events");
  const { subject, object } = statement;
  if (state.hidden.kind.has(subject.kind) || (object && state.hidden.kind.has(object.kind))) out.push("kind");
  return out;
}

/**
 * Something that passes is said of it or by it, or nothing ever was.
 * @param {Entity} entity
 */
function hasSomething(entity) {
  const { statements, facts, lines } = entity;
  const passes = (/** @type {Statement} */ s) => s.passes;
  if (statements.some(passes) || facts.some(passes)) return true;
  const claims = lines.filter((line) => line.claim && line.subject === entity);
  return claims.length ? claims.some((line) => line.statements.some(passes)) : !statements.length && !facts.length;
}

/** @param {Entity} entity */
function entityPasses(entity) {
  if (state.hidden.kind.has(entity.kind)) return false;
  if (entity.titles.length && entity.titles.every((title) => state.hidden.document.has(title))) return false;
  return entity.kind !== "Event" || isInTime(entity.begin, entity.end, "events");
}

// Sets `out` and `passes` on all statements (whether or not they are drawn), and `shown` on all
// entities, statements and lines. An entity whose statements are all filtered out goes with them;
// one that never had any stays.
export function applyFilters() {
  markStatements();
  const around = state.alone && state.entity ? aroundOf(state.entity, state.steps) : null;
  for (const community of communities) community.left = 0;
  for (const entity of model.entities) markEntity(entity, around);
  for (const community of communities) community.shown = state.all && !around && !state.left && community.left > 0;
  for (const statement of model.statements) {
    statement.shown = statement.passes && Boolean(standIn(statement.subject)) && (!statement.object || Boolean(standIn(statement.object)));
  }
  for (const line of model.lines) {
    line.shown = line.subject.shown && line.object.shown && line.statements.some((statement) => statement.shown);
  }
  seen.shapes = [...communities, ...model.ranked].filter((shape) => shape.shown);
  seen.lines = [...model.lines.filter((line) => line.shown), ...(communities.some((one) => one.shown) ? bundles(MOST_BUNDLES) : [])];
}

function markStatements() {
  const isOpen = !isFiltered();
  const hiding = hidingFacets();
  for (const statement of model.statements) {
    statement.out = isOpen ? NOTHING : keptOutBy(statement, hiding);
    statement.passes = !statement.out.length;
  }
  const left = isOpen ? null : new Set(passing(model.statements).flatMap((s) => (s.object ? [s.subject, s.object] : [s.subject, ...(s.line ? [s.line.subject] : [])])));
  state.left = left && left.size <= MOST_LEFT ? left : null;
}

/**
 * Shown by itself, or counted with the community that stands for it.
 * @param {Entity} entity
 * @param {Set<Entity> | null} around
 */
function markEntity(entity, around) {
  const passes = entityPasses(entity) && hasSomething(entity);
  const isIn = !isAside(entity);
  entity.shown = passes && isIn && (!around || around.has(entity));
  const community = passes && !isIn ? communityAround(entity) : undefined;
  if (community) community.left += 1;
}

/**
 * An entity with all that so many steps lead to, along lines that pass the filters.
 * @param {Entity} entity
 * @param {number} steps
 * @returns {Set<Entity>}
 */
export function aroundOf(entity, steps) {
  const found = new Set([entity]);
  let edge = [entity];
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const one of edge) {
      for (const line of one.lines) {
        const other = line.subject === one ? line.object : line.subject;
        if (found.has(other) || !line.statements.some((s) => s.passes)) continue;
        found.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

/**
 * How many statements each key of a filter would let through, given all the other filters.
 * @param {FacetName} name
 */
export function countsOf(name) {
  const counts = new Map();
  const { keyOf } = FACETS[name];
  for (const statement of model.statements) {
    const { out } = statement;
    if (out.length > 1 || (out.length === 1 && out[0] !== name)) continue;
    const key = keyOf(statement);
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return counts;
}

// How many entities of each kind the other filters leave.
export function kindCounts() {
  /** @param {Statement} s */
  const left = (s) => !s.out.length || (s.out.length === 1 && s.out[0] === "kind");
  return countBy(model.entities.filter((entity) => {
    const all = [...entity.statements, ...entity.facts];
    return (!all.length || all.some(left)) && (entity.kind !== "Event" || isInTime(entity.begin, entity.end, "events"));
  }), (entity) => entity.kind);
}

/**
 * The texts say nothing of an entity or a line that the filters do not let through.
 * @param {Statement[]} statements
 */
export function passing(statements) {
  return statements.filter((statement) => statement.passes);
}

export function isFiltered() {
  return Object.values(state.hidden).some((set) => set.size) || state.confidence > 0 ||
    Object.values(state.dates).some(Boolean) || !state.undated.events || !state.undated.documents;
}

/** @param {FilterName} name */
export function keysOf(name) {
  return name === "kind" ? model.entities.map((entity) => entity.kind) : model.statements.map(FACETS[name].keyOf);
}

export function clearFilters() {
  Object.values(state.hidden).forEach((set) => set.clear());
  state.confidence = 0;
  state.all = false;
  state.wanted.clear();
  state.opened.clear();
  state.alone = false;
  state.dates = { events: null, documents: null };
  state.undated = { events: true, documents: true };
}
