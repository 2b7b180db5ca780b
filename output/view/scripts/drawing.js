// The picture as it stands on the screen, as simple parts: what is saved shows what is seen.

import { model, WORDS } from "./data.js";
import { byId } from "./elements.js";
import { leaders, written } from "./ink.js";
import { colours, network } from "./picture.js";
import { isFiltered, seen, state } from "./state.js";
import { dateText, lookOf, plain, shortened } from "./words.js";

const LEGEND_ROOM = 92;
const TITLE_ROOM = 58;

/**
 * Lines, shapes, leaders and labels in points of the screen, then the title above and the legend below.
 * @returns {{ width: number, height: number, inside: Point, parts: Part[], frame: Part[] }}
 */
export function partsOfDrawing() {
  const room = byId("picture").getBoundingClientRect();
  const { scale, translation } = network.body.view;
  /** @type {(point: XY) => Point} */
  const at = ({ x, y }) => [x * scale + translation.x, y * scale + translation.y + TITLE_ROOM];
  /** @type {Part[]} */
  const parts = [
    ...seen.lines.filter((line) => line.isDrawn && network.body.edges[line.number].connected).map((line) => linePart(line, at, scale)),
    ...seen.shapes.map((entity) => shapePart(entity, at(entity), scale)),
    ...leaders.map((points) => /** @type {LinePart} */ ({ sort: "line", points: points.map(([x, y]) => /** @type {Point} */ ([x, y + TITLE_ROOM])), colour: colours.muted, alpha: 1, width: 0.8, dash: [1, 3], tip: "" })),
    ...written.map((one) => ({ ...one, y: one.y + TITLE_ROOM })),
  ];
  return {
    width: room.width,
    height: room.height + TITLE_ROOM + LEGEND_ROOM,
    inside: [TITLE_ROOM, room.height],
    parts,
    frame: [...titleParts(), ...legendParts(room.height + TITLE_ROOM)],
  };
}

/** @param {Stroke} line @param {(point: XY) => Point} at @param {number} scale @returns {LinePart} */
function linePart(line, at, scale) {
  const edge = network.body.edges[line.number];
  const via = edge.edgeType.getViaNode();
  const steps = line.bend || line.subject === line.object ? 24 : 12;
  /** @type {Point[]} */
  const points = Array.from({ length: steps + 1 }, (_, step) => at(edge.edgeType.getPoint(step / steps, via)));
  const { color, width, arrows } = edge.options;
  const head = (15 * arrows.to.scaleFactor + 3 * width) * 0.9 * scale;
  return { sort: "line", points: withTip(points, line.claim ? 0 : head), colour: color.color, alpha: color.opacity, width: width * scale, dash: line.denied ? [7, 5] : line.hedged ? [2, 4] : [], tip: line.claim ? "dot" : "arrow" };
}

/**
 * vis-network ends a line where its arrowhead begins, which is so long.
 * @param {Point[]} points
 * @param {number} length
 * @returns {Point[]}
 */
function withTip(points, length) {
  const [[a, b], [x, y]] = points.slice(-2);
  const far = Math.hypot(x - a, y - b) || 1;
  return [...points, [x + ((x - a) / far) * length, y + ((y - b) / far) * length]];
}

/** @param {Shape} entity @param {Point} place @param {number} scale @returns {ShapePart} */
function shapePart(entity, [x, y], scale) {
  const { size, opacity, borderWidth } = network.body.nodes[entity.number].options;
  return { sort: "shape", shape: entity.shape, x, y, r: size * scale, colour: lookOf(entity.kind).colour, border: colours.border, width: borderWidth * scale, alpha: opacity ?? 1 };
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {number} weight
 * @param {string} colour
 * @param {CanvasTextAlign} [align]
 * @returns {TextPart}
 */
function textPart(text, x, y, size, weight, colour, align = "left") {
  return { sort: "text", text, x, y, size, weight, colour, align };
}

/** @returns {Part[]} */
function titleParts() {
  const chosen = state.path && state.path.to ? `${state.path.from.label} → ${state.path.to.label}` : state.entity ? state.entity.label : state.line ? state.line.subject.label : "";
  const day = dateText(new Date().toISOString().slice(0, 10));
  const about = [chosen && shortened(plain(chosen), 80), byId("summary").textContent, isFiltered() ? "filtered" : "", `saved ${day}`].filter(Boolean).join(" · ");
  return [textPart(shortened(plain(document.title), 80), 18, 12, 18, 700, colours.ink), textPart(about, 18, 36, 12, 400, colours.muted)];
}

/** @param {number} top @returns {Part[]} */
function legendParts(top) {
  /** @type {Part[]} */
  const parts = [{ sort: "line", points: [[0, top], [10000, top]], colour: colours.line, alpha: 0.5, width: 1, dash: [], tip: "" }];
  let x = 18;
  for (const kind of Object.keys(WORDS.kinds).filter((one) => model.entities.some((entity) => entity.shown && entity.kind === one))) {
    const look = lookOf(kind);
    parts.push({ sort: "shape", shape: look.shape, x: x + 8, y: top + 22, r: 7, colour: look.colour, border: colours.border, width: 1.2, alpha: 1 },
      textPart(look.plural, x + 22, top + 15, 12, 400, colours.ink));
    x += 42 + look.plural.length * 6.6;
  }
  x = 18;
  /** @type {[string, string, number[], string][]} */
  const kinds = [["a text says so", colours.line, [], "arrow"], ["gives a figure or a word for it", colours.claim, [], "dot"], ["a text denies it", colours.denied, [7, 5], "arrow"], ["said with a reserve", colours.line, [2, 4], "arrow"]];
  for (const [text, colour, dash, tip] of kinds) {
    parts.push({ sort: "line", points: [[x, top + 52], [x + 34, top + 52]], colour, alpha: 1, width: 1.6, dash, tip }, textPart(text, x + 44, top + 45, 12, 400, colours.ink));
    x += 66 + text.length * 6.4;
  }
  return [...parts, textPart("Made with Vouchgraph. The picture tells what sources say, not what is true.", 18, top + 70, 11, 400, colours.muted)];
}

/**
 * The two corners of an arrowhead, and its tip.
 * @param {Point[]} points
 * @param {number} width
 * @returns {Point[]}
 */
export function arrowHead(points, width) {
  const [x, y] = points[points.length - 1];
  const [a, b] = points.findLast(([c, d]) => Math.hypot(c - x, d - y) > 3) || points[0];
  const angle = Math.atan2(y - b, x - a);
  const size = 6 + width;
  return [1, -1].map((side) => /** @type {Point} */ ([x - size * Math.cos(angle + side * 0.42), y - size * Math.sin(angle + side * 0.42)])).concat([[x, y]]);
}
