// The drawing by vis-network. It keeps the camera and draws shapes and lines; labels are ours.
// Colours and visibility are set on vis-network's own objects, which is what makes them fast; the
// library is pinned to one version for that reason.

import { communities, isLine } from "./communities.js";
import { model, OPTIONS } from "./data.js";
import { byId } from "./elements.js";
import { aroundOf, seen, state } from "./state.js";
import { lookOf } from "./words.js";

/** @type {VisNetwork} */
export let network;
/** @type {Record<string, string>} */
export const colours = {};
const MANY_LINES = 3000;
const LEAST_RADIUS = 1.8;
const MOST_PULL = 1.6;
export const MOST_FIT = 1.4;
export const MOST_NEAR = 1;
export const EDGE = 14;
export const LABEL_ROOM = 34;
export const STATUS_ROOM = 30;
const CROWD = 1200;
const COMMUNITY_OPACITY = 0.7;
const BUNDLE_OPACITY = 0.22;
let isCrowded = false;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "muted", "line", "denied", "claim", "accent", "border", "label"]) {
    colours[name] = style.getPropertyValue(`--${name}`).trim();
  }
}

/** @param {Shape} shape */
function visNode({ number, x, y, size, shape, kind }) {
  return { id: number, x, y, size, shape, color: { background: lookOf(kind).colour, border: colours.border } };
}

/** @param {Stroke} line */
function visEdge(line) {
  /** @type {Record<string, any>} */
  const edge = {
    id: line.number,
    from: line.subject.number,
    to: line.object.number,
    width: lineWidth(line),
    color: { color: lineColour(line), opacity: 1 },
    arrows: { to: { enabled: isLine(line), scaleFactor: line.claim ? Math.max(0.05, 0.5 - 0.12 * lineWidth(line)) : 0.5, type: line.claim ? "circle" : "arrow" } },
    dashes: line.denied ? [7, 5] : line.hedged ? [2, 4] : false,
  };
  if (line.subject === line.object) {
    edge.selfReference = { size: line.subject.size * 0.8 + 10 + 7 * line.bend, angle: Math.PI / 4 };
  } else if (line.bend) {
    edge.smooth = { enabled: true, type: line.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(line.bend) };
  }
  return edge;
}

/** @param {Stroke} line */
function lineWidth(line) {
  return Math.min(1.1 + 0.8 * Math.log2(line.statements.length), 5);
}

/** @param {Stroke} line */
function lineColour(line) {
  return line.denied ? colours.denied : line.claim ? colours.claim : colours.line;
}

export function startPicture() {
  readColours();
  const options = { ...OPTIONS, interaction: { ...OPTIONS.interaction, hover: model.lines.length <= MANY_LINES || communities.length > 0 } };
  network = new vis.Network(byId("picture"), {
    nodes: [],
    edges: [],
  }, options);
  holdDrawing();
  drawMissing();
  settle();
  network.on("beforeDrawing", drawHalo);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readColours();
    for (const node of Object.values(network.body.nodes)) node.options.color.border = colours.border;
    paint();
  });
}

// Each step of the start would be drawn by itself, only to be drawn over by the next.
function holdDrawing() {
  const { renderer } = network;
  renderer._redraw = () => { renderer.redrawRequested = false; };
}

/**
 * vis-network's own drawing, given back.
 * @returns {(hidden?: boolean) => void}
 */
export function releaseDrawing() {
  const { renderer } = network;
  delete (/** @type {any} */ (renderer)._redraw);
  return renderer._redraw.bind(renderer);
}

// vis-network is given a shape or a line when it is first to be seen: each costs time and memory.
/** @type {Shape[]} */
const givenShapes = [];
/** @type {Stroke[]} */
const givenLines = [];

function drawMissing() {
  const shapes = seen.shapes.filter((shape) => !shape.isDrawn);
  for (const shape of shapes) shape.isDrawn = true;
  givenShapes.push(...shapes);
  network.body.data.nodes.add(shapes.map(visNode));
  const lines = seen.lines.filter((line) => !line.isDrawn);
  for (const line of lines) line.isDrawn = true;
  givenLines.push(...lines);
  network.body.data.edges.add(lines.map(visEdge));
}

// Entities stand elsewhere in the opening picture than among all. The picture is pulled to the
// proportions of the screen once, so that it leaves no empty margin.
let settled = "";

function settle() {
  const wanted = state.all || state.left ? "all" : "opening";
  if (settled === wanted) return;
  settled = wanted;
  const drawn = model.entities.filter((entity) => wanted === "all" || !entity.aside);
  const pull = pulled(drawn.map((entity) => entity.places[wanted]));
  for (const shape of [...model.entities, ...communities]) {
    const [x, y] = shape.places[wanted];
    shape.x = x * pull.x;
    shape.y = y * pull.y;
    if (shape.isDrawn) Object.assign(network.body.nodes[shape.number], { x: shape.x, y: shape.y });
  }
}

/** @param {Point[]} places */
function pulled(places) {
  const room = byId("picture").getBoundingClientRect();
  const [width, height] = [0, 1].map((axis) => extent(places.map((place) => place[axis])).size);
  if (!width || !height || !room.height) return { x: 1, y: 1 };
  const ratio = Math.min(MOST_PULL, Math.max(1 / MOST_PULL, (room.width - 120) / (room.height - 126) / (width / height)));
  return ratio > 1 ? { x: ratio, y: 1 } : { x: 1, y: 1 / ratio };
}

/** @param {number[]} values */
export function extent(values) {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { low, high, size: high - low };
}

// Everything that the choice and the filters change: what is hidden, faded or in the accent colour.
export function paint() {
  const { entity, line } = state;
  const path = state.path && state.path.to ? state.path : null;
  const ends = path ? new Set(path.entities) : line ? new Set([line.subject, line.object]) : entity ? aroundOf(entity, state.steps) : null;
  /** @type {Set<Shape> | null} */
  const bright = ends;
  const lit = (/** @type {Shape} */ other) => !bright || bright.has(other);
  const isChosen = (/** @type {Stroke} */ other) => (path ? path.lines.some((one) => one === other) : line ? other === line
    : entity ? (state.steps > 1 && bright ? bright.has(other.subject) && bright.has(other.object) : other.subject === entity || other.object === entity) : false);
  settle();
  drawMissing();
  isCrowded = seen.lines.length > CROWD;
  for (const other of givenShapes) {
    const options = network.body.nodes[other.number].options;
    options.hidden = !other.shown;
    options.opacity = !lit(other) ? 0.16 : "members" in other ? COMMUNITY_OPACITY : 1;
  }
  for (const other of givenLines) {
    const options = network.body.edges[other.number].options;
    const chosen = isChosen(other);
    options.hidden = !other.shown;
    options.color.color = chosen && !other.denied ? colours.accent : lineColour(other);
    options.color.opacity = chosen ? 1 : ends ? 0.08 : !isLine(other) ? BUNDLE_OPACITY : isCrowded ? 0.4 : 1;
    other.width = lineWidth(other) + (chosen ? (line ? 2 : 0.6) : 0);
  }
  keptScale = 0;
  network._updateVisibleIndices();
  network.redraw();
}

// Lines and shapes stay visible when the whole network is far away.
let keptScale = 0;

/** @param {number} scale */
function keepVisible(scale) {
  if (scale === keptScale) return;
  keptScale = scale;
  const growth = Math.max(1, (isCrowded ? 0.5 : 0.8) / scale);
  for (const line of givenLines) network.body.edges[line.number].options.width = line.width * growth;
  for (const shape of givenShapes) {
    const size = Math.max(shape.size, (LEAST_RADIUS + ("members" in shape ? 0 : shape.size * 0.05)) / scale);
    const node = network.body.nodes[shape.number];
    // A dark border must not drown the colour of a small shape.
    node.options.borderWidth = Math.max(0.5, Math.min(1.6, (size * scale) / 5));
    if (node.options.size === size) continue;
    node.options.size = size;
    node.shape.refreshNeeded = true;
  }
}

/** @param {CanvasRenderingContext2D} context */
function drawHalo(context) {
  const { scale } = network.body.view;
  keepVisible(scale);
  const round = state.path ? [state.path.from, state.path.to] : state.line ? [state.line.subject, state.line.object] : state.entity ? [state.entity] : [];
  for (const entity of round) {
    if (!entity || !entity.shown) continue;
    context.beginPath();
    context.arc(entity.x, entity.y, network.body.nodes[entity.number].options.size * 1.15 + 7 / scale, 0, 2 * Math.PI);
    context.globalAlpha = 0.22;
    context.fillStyle = colours.accent;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 2 / scale;
    context.strokeStyle = colours.accent;
    context.stroke();
  }
}
