// Labels on the drawing: the most linked entities first, and none over another.

import { communities, isLine } from "./communities.js";
import { byId } from "./elements.js";
import { makeGrid } from "./grid.js";
import { drawLeader, FACE, leaders, write, written } from "./ink.js";
import { noteOf } from "./notes.js";
import { colours, network } from "./picture.js";
import { aroundOf, seen, state } from "./state.js";
import { lineText, plain, shortened } from "./words.js";

const MOST_LABELS = communities.length ? 80 : 140;
const FEW_LABELS = 60;
const NOTE_HEIGHT = 13;
// The names drawn in this frame that may have notes.
/** @type {{ shape: Shape, x: number, y: number }[]} */
const labelled = [];
/** @type {Map<Shape, string[]>} */
const wrapped = new Map();

/**
 * A label in one line or two, of at most about 18 letters each.
 * @param {Shape} entity
 */
function wrappedLabel(entity) {
  const known = wrapped.get(entity) || wrap(plain(entity.label) || "…");
  wrapped.set(entity, known);
  return known;
}

/** @param {string} text */
function wrap(text) {
  if (Array.from(text).length <= 20) return [text];
  const [first, ...others] = text.split(" ");
  let line = first;
  while (others.length && (line + others[0]).length < 18) line += ` ${others.shift()}`;
  if (!others.length) return [shortened(line, 24)];
  return [shortened(line, 22), shortened(others.join(" "), 20)];
}

/** @returns {Shape[]} */
function labelOrder() {
  /** @type {Shape[]} */
  const first = [];
  if (state.entity) first.push(state.entity, ...[...aroundOf(state.entity, state.steps)].sort((a, b) => a.rank - b.rank));
  if (state.path) first.push(...state.path.entities);
  if (state.line) first.push(state.line.subject, state.line.object);
  if (state.hover && state.hover.shape) first.push(state.hover.shape);
  // With something chosen, only what belongs to it is named.
  if (!state.entity && !state.line && !(state.path && state.path.to)) first.push(...seen.shapes);
  return [...new Set(first)].filter((entity) => entity.shown);
}

/** @param {CanvasRenderingContext2D} context */
export function drawLabels(context) {
  written.length = 0;
  leaders.length = 0;
  const ratio = network.canvas.pixelRatio;
  const { scale, translation } = network.body.view;
  const room = { width: context.canvas.width / ratio, height: context.canvas.height / ratio };
  /** @type {OnScreen} */
  const onScreen = (x, y) => [x * scale + translation.x, y * scale + translation.y];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  const grid = makeGrid(room);
  takeShapes(grid, onScreen, scale, room);
  // Who denies or accuses is told in words at any rate; the labels of shapes keep off those.
  const told = relationOrder(scale);
  const isFirst = (/** @type {Line} */ line) => line.denied || line.predicate === "accuses";
  if (told.length <= MOST_LABELS) told.filter(isFirst).forEach((line) => drawRelation(context, grid, line, onScreen));
  let drawn = 0;
  const order = labelOrder();
  const hasRoom = order.length <= FEW_LABELS;
  const unnamed = [];
  for (const entity of order) {
    if (drawn >= MOST_LABELS) break;
    const [x, y] = onScreen(entity.x, entity.y);
    if (x < -60 || y < -30 || x > room.width + 60 || y > room.height + 30) continue;
    if (drawLabel(context, grid, entity, x, y, entity.size * scale, hasRoom)) drawn += 1;
    else unnamed.push({ entity, x, y, r: entity.size * scale });
  }
  const left = hasRoom ? unnamed.filter((one) => !drawFarLabel(context, grid, one)) : unnamed;
  byId("picture").dataset.unnamed = String(left.length);
  for (const one of labelled.splice(0)) drawNote(context, grid, one);
  for (const line of told) if (told.length > MOST_LABELS || !isFirst(line)) drawRelation(context, grid, line, onScreen);
  context.restore();
}

/**
 * Labels keep off the shapes too, as long as those can be told apart.
 * @param {Grid} grid
 * @param {OnScreen} onScreen
 * @param {number} scale
 * @param {Room} room
 */
function takeShapes(grid, onScreen, scale, room) {
  for (const entity of seen.shapes) {
    const r = entity.size * scale * 0.85;
    if (r < 2.5) continue;
    const [x, y] = onScreen(entity.x, entity.y);
    if (x < 0 || y < 0 || x > room.width || y > room.height) continue;
    grid.take([x - r, y - r, x + r, y + r], entity);
  }
}

/** @param {Shape} entity @returns {[string, number]} */
function fontOf(entity) {
  const isChosen = entity === state.entity || (state.hover && entity === state.hover.shape);
  const size = isChosen ? 14 : entity.rank < 12 ? 13.5 : 12;
  const weight = isChosen || entity.kind === "Event" ? 650 : entity.rank < 12 ? 600 : 450;
  return [`${weight} ${size}px ${FACE}`, size];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Grid} grid
 * @param {Shape} entity
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {boolean} hasRoom
 */
function drawLabel(context, grid, entity, x, y, r, hasRoom) {
  const [font, size] = fontOf(entity);
  const lines = wrappedLabel(entity);
  context.font = font;
  const width = lines.reduce((most, line) => Math.max(most, context.measureText(line).width), 0);
  const height = lines.length * (size + 2);
  /** @type {Point[]} */
  const places = [
    [x, y + r + 3],
    [x, y - r - 3 - height],
    [x + r + 4 + width / 2, y - height / 2],
    [x - r - 4 - width / 2, y - height / 2],
    ...[1, -1].flatMap((side) => /** @type {Point[]} */ ([[x + side * (r + width / 2), y + r * 0.6 + 2], [x + side * (r + width / 2), y - r * 0.6 - 2 - height]])),
  ];
  const must = entity === state.entity || (state.hover && state.hover.shape === entity);
  const { room } = grid;
  const isInside = (/** @type {Box} */ [left, top, right, bottom]) => left > 0 && top > 0 && right < room.width && bottom < room.height;
  /** @type {(place: Point) => Box} */
  const boxAt = ([left, top]) => [left - width / 2 - 2, top - 1, left + width / 2 + 2, top + height + 1];
  // A few shapes may have theirs a little farther off, so that none stays without.
  if (hasRoom) places.push(...places.map(([left, top]) => /** @type {Point} */ ([left + 12 * Math.sign(Math.round(left - x)), top + (top > y ? 13 : -13)])));
  // Near the edge of the picture a label moves inwards.
  const inner = (/** @type {number} */ low, /** @type {number} */ middle, /** @type {number} */ high) => Math.max(low, Math.min(middle, high));
  for (const candidate of places.slice(0, 2)) candidate[0] = inner(width / 2 + 4, candidate[0], room.width - width / 2 - 4);
  // The most linked entities are named even where other shapes stand in the way.
  const inside = places.filter((candidate) => isInside(boxAt(candidate)));
  const place = inside.find((candidate) => grid.isFree(boxAt(candidate), entity)) ||
    (must || entity.rank < 25 ? inside.find((candidate) => grid.isFree(boxAt(candidate), entity, "labels")) : null) ||
    (must ? places[0] : null);
  if (!place) return false;
  grid.take(boxAt(place), null);
  lines.forEach((line, number) => write(context, line, place[0], place[1] + number * (size + 2), colours.label, 3.5));
  // A name above its shape has its note above it.
  labelled.push({ shape: entity, x: place[0], y: place[1] + height < y ? place[1] - NOTE_HEIGHT : place[1] + height });
  return true;
}

/**
 * The note of a name, where there is room for it.
 * @param {CanvasRenderingContext2D} context
 * @param {Grid} grid
 * @param {{ shape: Shape, x: number, y: number }} options
 */
function drawNote(context, grid, { shape, x, y }) {
  const text = noteOf(shape);
  if (!text) return;
  context.font = `400 10.5px ${FACE}`;
  const half = context.measureText(text).width / 2 + 2;
  /** @type {Box} */
  const box = [x - half, y + 1, x + half, y + NOTE_HEIGHT];
  if (box[0] < 2 || box[1] < 2 || box[2] > grid.room.width - 2 || box[3] > grid.room.height - 2 || !grid.isFree(box, null)) return;
  grid.take(box, null);
  write(context, text, x, y + 1, colours.muted, 3.5);
}

/**
 * A label that has no room beside its shape stands where there is some, and a thin line ties the two.
 * @param {CanvasRenderingContext2D} context
 * @param {Grid} grid
 * @param {{ entity: Shape, x: number, y: number, r: number }} options
 */
function drawFarLabel(context, grid, { entity, x, y, r }) {
  const size = 11.5;
  const lines = wrappedLabel(entity);
  context.font = `450 ${size}px ${FACE}`;
  const half = lines.reduce((most, line) => Math.max(most, context.measureText(line).width), 0) / 2 + 2;
  const high = (lines.length * (size + 2)) / 2 + 1;
  for (let far = r + 16; far < r + 190; far += 12) {
    for (let turn = 0; turn < 24; turn++) {
      const angle = Math.PI / 2 + (turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * (Math.PI / 12);
      const [cx, cy] = [x + (far + half * Math.abs(Math.cos(angle)) * 0.9) * Math.cos(angle), y + (far + high) * Math.sin(angle)];
      /** @type {Box} */
      const box = [cx - half, cy - high, cx + half, cy + high];
      if (box[0] < 2 || box[1] < 2 || box[2] > grid.room.width - 2 || box[3] > grid.room.height - 2 || !grid.isFree(box, null)) continue;
      grid.take(box, null);
      drawLeader(context, box, x, y, r);
      lines.forEach((line, number) => write(context, line, cx, cy - high + 1 + number * (size + 2), colours.label, 3.5));
      return true;
    }
  }
  return false;
}

/**
 * Which lines are named: the chosen one, those of the chosen entity, and all of a small network.
 * @param {number} scale
 */
function relationOrder(scale) {
  const lines = [];
  if (state.line) lines.push(state.line);
  if (state.hover && state.hover.line && isLine(state.hover.line)) lines.push(state.hover.line);
  if (state.entity) lines.push(...state.entity.lines);
  if (state.path) lines.push(...state.path.lines);
  if (!state.line && !state.entity && !(state.path && state.path.to)) lines.push(...namedAtRest(scale));
  return [...new Set(lines)].filter((line) => line.shown).slice(0, 120);
}

/**
 * With nothing chosen: first what must not be told by the form of a line alone (who denies or
 * accuses) and the figures and words of the voices, then relations where there is room.
 * @param {number} scale
 */
function namedAtRest(scale) {
  const shown = seen.lines.filter(isLine);
  const weight = (/** @type {Line} */ line) => (line.denied ? 0 : line.predicate === "accuses" ? 1 : 2);
  const spoken = shown.filter((line) => line.claim || weight(line) < 2).sort((a, b) => weight(a) - weight(b));
  return [...(shown.length > 150 ? [] : spoken), ...(scale > (shown.length > 60 ? 1.15 : 0.65) ? shown.slice(0, 400) : [])];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Grid} grid
 * @param {Line} line
 * @param {OnScreen} onScreen
 */
function drawRelation(context, grid, line, onScreen) {
  const edge = network.body.edges[line.number];
  // vis-network draws shapes before it has been given their lines.
  if (!edge || !edge.connected) return;
  const via = edge.edgeType.getViaNode();
  const text = shortened(plain(lineText(line)), 60);
  const must = line === state.line || (state.hover && state.hover.line === line);
  context.font = `${must ? 600 : 400} 11px ${FACE}`;
  const half = context.measureText(text).width / 2 + 3;
  const places = [0.5, 0.38, 0.62, 0.26, 0.74, 0.84].map((share) => {
    const point = edge.edgeType.getPoint(share, via);
    return onScreen(point.x, point.y);
  });
  /** @type {(place: Point) => Box} */
  const boxAt = ([x, y]) => [x - half, y - 8, x + half, y + 8];
  const place = places.find((candidate) => grid.isFree(boxAt(candidate), null)) || (must ? places[0] : null);
  if (!place) return;
  grid.take(boxAt(place), null);
  const [x, y] = place;
  write(context, text, x, y - 6, line.denied ? colours.denied : must ? colours.accent : line.claim ? colours.claim : colours.muted, 4);
}
