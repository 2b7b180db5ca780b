// Makes elements. Data reaches the page as text only: nothing here reads markup.

export const SVG = "http://www.w3.org/2000/svg";

/** @template {string} Id @param {Id} id @returns {PartOf<Id>} */
export function byId(id) {
  return /** @type {PartOf<Id>} */ (document.getElementById(id));
}

/** @param {Child[]} children @returns {(Node | string)[]} */
function flat(children) {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return flat(child);
    if (child === null || child === undefined || child === false || child === "") return [];
    return [typeof child === "number" ? String(child) : child];
  });
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Options | null} [options]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, options, ...children) {
  const element = document.createElement(tag);
  const { class: name, on, data, ...attributes } = options || {};
  if (name) element.className = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  for (const [key, listener] of Object.entries(on || {})) element.addEventListener(key, listener);
  for (const [key, value] of Object.entries(data || {})) element.dataset[key] = value;
  element.append(...flat(children));
  return element;
}

/**
 * Text of the sources. The element keeps marks of writing direction from reaching what follows.
 * @param {string | number} text
 * @param {Options} [options]
 */
export function said(text, options) {
  return make("bdi", options, String(text));
}

/** @param {Element} element @param {...Child} children */
export function replaceChildren(element, ...children) {
  element.replaceChildren(...flat(children));
}

/** @param {Child} text @param {(event: any) => void} onclick @param {Options} [options] */
export function button(text, onclick, options) {
  return make("button", { type: "button", ...options, on: { click: onclick } }, text);
}

/**
 * The outline of a shape around 0, 0, as vis-network draws it.
 * @param {string} shape
 * @param {number} r
 * @returns {Point[] | null}
 */
export function outline(shape, r) {
  const corners = (/** @type {number} */ count, /** @type {number} */ turn, /** @type {(corner: number) => number} */ of) =>
    Array.from({ length: count }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / count;
      return /** @type {Point} */ ([of(i) * Math.cos(angle), of(i) * Math.sin(angle)]);
    });
  const up = -Math.PI / 2;
  if (shape === "square") return [[-r, -r], [r, -r], [r, r], [-r, r]];
  if (shape === "diamond") return corners(4, up, () => r);
  if (shape === "hexagon") return corners(6, 0, () => r);
  if (shape === "triangle") return corners(3, up, () => r * 1.15).map(([x, y]) => [x, y + 0.275 * r * 1.15]);
  if (shape === "triangleDown") return corners(3, -up, () => r * 1.15).map(([x, y]) => [x, y - 0.275 * r * 1.15]);
  if (shape === "star") {
    const s = r * 0.82;
    return corners(10, up, (i) => (i % 2 ? s * 0.5 : s * 1.3)).map(([x, y]) => [x, y + 0.1 * s]);
  }
  return null;
}

/** @param {string} shape @param {number} x @param {number} y @param {number} r */
export function shapeElement(shape, x, y, r) {
  const points = outline(shape, r);
  const element = document.createElementNS(SVG, points ? "polygon" : "circle");
  if (points) {
    element.setAttribute("points", points.map(([a, b]) => `${(x + a).toFixed(1)},${(y + b).toFixed(1)}`).join(" "));
  } else {
    element.setAttribute("cx", x.toFixed(1));
    element.setAttribute("cy", y.toFixed(1));
    element.setAttribute("r", r.toFixed(1));
  }
  return element;
}

/** @param {string} id @returns {any} */
export function readData(id) {
  return JSON.parse(byId(id).textContent);
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} attributes
 * @param {string} [text]
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svgElement(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}
