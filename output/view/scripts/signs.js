// The sign of a kind: its shape in its colour.

import { shapeElement, SVG } from "./elements.js";
import { lookOf } from "./words.js";

/**
 * The sign of a kind: its shape and colour.
 * @param {string} kind
 * @param {number} [size]
 */
export function sign(kind, size = 18) {
  const look = lookOf(kind);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-11 -11 22 22");
  svg.setAttribute("width", String(size));
  svg.setAttribute("height", String(size));
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "sign");
  const shape = shapeElement(look.shape, 0, 0, look.shape === "square" ? 7.5 : 8.5);
  shape.setAttribute("fill", look.colour);
  svg.append(shape);
  return svg;
}
