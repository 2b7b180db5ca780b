// Makes elements. Data reaches the page as text only: nothing here reads markup.

export const SVG = "http://www.w3.org/2000/svg";

export function byId(id) {
  return document.getElementById(id);
}

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
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// Text of the sources. The element keeps marks of writing direction from reaching what follows.
export function said(text, options) {
  return make("bdi", options, String(text));
}

export function replaceChildren(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
}

export function button(text, onclick, options) {
  return make("button", { type: "button", ...options, on: { click: onclick } }, text);
}

// The outline of a shape around 0, 0, as vis-network draws it.
export function outline(shape, r) {
  const corners = (count, turn, of) =>
    Array.from({ length: count }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / count;
      return [of(i) * Math.cos(angle), of(i) * Math.sin(angle)];
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

export function readData(id) {
  return JSON.parse(byId(id).textContent);
}

export function svgElement(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}
