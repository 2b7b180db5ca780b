// What is written on the picture, and how.

import { colours } from "./picture.js";

export const FACE = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

// What stands on the picture in words, so that it can be saved as it is seen.
/** @type {TextPart[]} */
export const written = [];
/** @type {[Point, Point][]} */
export const leaders = [];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 * @param {number} halo
 * @param {boolean} [isCopy]
 */
export function write(context, text, x, y, colour, halo, isCopy = false) {
  const [, weight, size] = /^(\S+) ([\d.]+)px/.exec(context.font) || [null, "400", "12"];
  if (!isCopy) written.push({ sort: "text", text, x, y, colour, weight: weight === "normal" ? "400" : weight, size: Number(size), align: context.textAlign });
  context.lineWidth = halo;
  context.strokeStyle = colours.paper;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * A thin line from a shape to its name.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} place
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
export function drawLeader(context, [left, top, right, bottom], x, y, r) {
  const [tx, ty] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))];
  const far = Math.hypot(tx - x, ty - y) || 1;
  /** @type {Point} */
  const from = [x + ((tx - x) / far) * r, y + ((ty - y) / far) * r];
  leaders.push([from, [tx, ty]]);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(tx, ty);
  context.lineWidth = 0.8;
  context.strokeStyle = colours.muted;
  // Dotted, so that nobody takes it for a statement.
  context.setLineDash([1, 3]);
  context.stroke();
  context.setLineDash([]);
}
