// Where a network is too large to draw each entity, those that hang together stand as one shape
// until it is opened.

import { model } from "./data.js";
import { countBy, groupBy } from "./lists.js";

/** @type {Community[]} */
export const communities = [...groupBy(model.entities.filter((entity) => entity.community >= 0), (entity) => entity.community)]
  .sort(([one], [other]) => one - other).map(([number, members]) => communityOf(number, members));

/** @param {number} number @param {Entity[]} members @returns {Community} */
function communityOf(number, members) {
  const first = members.reduce((best, one) => (one.rank < best.rank ? one : best));
  const [kind] = [...countBy(members, (one) => one.kind)].reduce((best, one) => (one[1] > best[1] ? one : best));
  const [x, y, size] = [model.circles.x[number], model.circles.y[number], model.circles.size[number]];
  return {
    number: model.entities.length + number,
    members, first, kind, x, y, size,
    label: `${first.label} + ${members.length - 1}`,
    shape: "dot",
    rank: number + 12,
    places: { opening: [x, y], all: [x, y] },
    left: 0,
    shown: false,
    isDrawn: false,
  };
}

/** @param {number} number @returns {Shape} */
export function shapeOf(number) {
  return model.entities[number] || communities[number - model.entities.length];
}

/**
 * The community that stands for an entity.
 * @param {Entity} entity
 * @returns {Community | undefined}
 */
export function communityAround(entity) {
  return communities[entity.community];
}

// Each pair of shapes that lines were ever drawn between for what is inside of them.
/** @type {Map<string, Bundle>} */
const known = new Map();
/** @type {Bundle[]} */
const numbered = [];

/** @param {number} number @returns {Line | Bundle} */
export function strokeOf(number) {
  return model.lines[number] || numbered[number - model.lines.length];
}

/** @param {Line | Bundle} stroke @returns {stroke is Line} */
export function isLine(stroke) {
  return !("isBundle" in stroke);
}

/**
 * What is drawn of an entity: itself, or the community that stands for it.
 * @param {Entity} entity
 * @returns {Shape | null}
 */
export function standIn(entity) {
  if (entity.shown) return entity;
  const community = communityAround(entity);
  return community && community.shown ? community : null;
}

/**
 * One line for all that lead from what is in one community to another, or to an entity, those that
 * stand for most statements first.
 * @param {number} most
 * @returns {Bundle[]}
 */
export function bundles(most) {
  for (const bundle of numbered) Object.assign(bundle, { shown: false, statements: [] });
  /** @type {Set<Bundle>} */
  const found = new Set();
  for (const line of model.lines) {
    if (line.shown) continue;
    const [from, to] = [standIn(line.subject), standIn(line.object)];
    const said = from && to && from !== to ? line.statements.filter((statement) => statement.passes) : [];
    if (!from || !to || !said.length) continue;
    const bundle = bundleOf(from, to);
    bundle.statements.push(...said);
    found.add(bundle);
  }
  const strongest = [...found].sort((a, b) => b.statements.length - a.statements.length || a.number - b.number).slice(0, most);
  for (const bundle of strongest) bundle.shown = true;
  return strongest;
}

/** @param {Shape} from @param {Shape} to @returns {Bundle} */
function bundleOf(from, to) {
  const [subject, object] = from.number < to.number ? [from, to] : [to, from];
  const key = `${subject.number} ${object.number}`;
  const before = known.get(key);
  if (before) return before;
  /** @type {Bundle} */
  const bundle = { number: model.lines.length + numbered.length, isBundle: true, subject, object, statements: [], bend: 0, denied: false, hedged: false, claim: false, shown: false, isDrawn: false, width: 0 };
  known.set(key, bundle);
  numbered.push(bundle);
  return bundle;
}
