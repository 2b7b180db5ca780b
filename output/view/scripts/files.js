// Saves what is visible as a picture, a drawing or a table.

import { standIn } from "./communities.js";
import { model } from "./data.js";
import { arrowHead, partsOfDrawing } from "./drawing.js";
import { make, outline, shapeElement, SVG, svgElement } from "./elements.js";
import { write } from "./ink.js";
import { colours } from "./picture.js";
import { seen } from "./state.js";
import { tell } from "./status.js";
import { lineText, plain } from "./words.js";

/** @param {Blob} blob @param {string} ending */
function download(blob, ending) {
  const name = document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "network";
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: `${name}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  tell(`Saved ${name}.${ending}.`);
}

const FONT = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const SHARPNESS = 3;

// Three times as sharp as the screen, so that it can be printed.
export function savePng() {
  const { width, height, inside, parts, frame } = partsOfDrawing();
  const copy = make("canvas", { width: Math.round(width * SHARPNESS), height: Math.round(height * SHARPNESS) });
  const context = copy.getContext("2d");
  if (!context) return;
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(0, inside[0], width, inside[1]);
  context.clip();
  parts.forEach((part) => PAINTERS[part.sort](context, part));
  context.restore();
  frame.forEach((part) => PAINTERS[part.sort](context, part));
  copy.toBlob((blob) => blob && download(blob, "png"));
}

/** @type {{ [Sort in Part["sort"]]: (context: CanvasRenderingContext2D, part: any) => void }} */
const PAINTERS = {
  line(context, { points, colour, alpha, width, dash, tip }) {
    Object.assign(context, { globalAlpha: alpha, strokeStyle: colour, fillStyle: colour, lineWidth: width });
    context.setLineDash(dash);
    context.stroke(new Path2D(pathOf(points)));
    context.setLineDash([]);
    if (tip === "dot") context.fill(new Path2D(circleOf(points.at(-1), 2.5 + width / 2)));
    if (tip === "arrow") context.fill(new Path2D(`${pathOf(arrowHead(points, width))} Z`));
    context.globalAlpha = 1;
  },
  shape(context, { shape, x, y, r, colour, border, width, alpha }) {
    const corners = outline(shape, r);
    const path = new Path2D(corners ? `${pathOf(corners.map(([a, b]) => [x + a, y + b]))} Z` : circleOf([x, y], r));
    Object.assign(context, { globalAlpha: alpha, fillStyle: colour, strokeStyle: border, lineWidth: width });
    context.fill(path);
    context.stroke(path);
    context.globalAlpha = 1;
  },
  text(context, { text, x, y, size, weight, colour, align }) {
    Object.assign(context, { font: `${weight} ${size}px ${FONT}`, textAlign: align, textBaseline: "top", lineJoin: "round" });
    write(context, text, x, y, colour, 3.5, true);
  },
};

/** @param {Point[]} points */
function pathOf(points) {
  return points.map(([x, y], place) => `${place ? "L" : "M"} ${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
}

/** @param {Point} place @param {number} r */
function circleOf([x, y], r) {
  const [left, right, turn] = [x - r, x + r, r].map((value) => value.toFixed(1));
  return `M ${left} ${y.toFixed(1)} A ${turn} ${turn} 0 1 0 ${right} ${y.toFixed(1)} A ${turn} ${turn} 0 1 0 ${left} ${y.toFixed(1)} Z`;
}

/** @type {{ [Sort in Part["sort"]]: (part: any) => SVGElement }} */
const AS_SVG = {
  line({ points, colour, alpha, width, dash, tip }) {
    const group = svgElement("g", { opacity: alpha });
    group.append(svgElement("path", { d: pathOf(points), fill: "none", stroke: colour, "stroke-width": width.toFixed(2), ...(dash.length ? { "stroke-dasharray": dash.join(" ") } : {}) }));
    if (tip === "dot") group.append(svgElement("path", { d: circleOf(points.at(-1), 2.5 + width / 2), fill: colour }));
    if (tip === "arrow") group.append(svgElement("path", { d: `${pathOf(arrowHead(points, width))} Z`, fill: colour }));
    return group;
  },
  shape({ shape, x, y, r, colour, border, width, alpha }) {
    const element = shapeElement(shape, x, y, r);
    for (const [key, value] of Object.entries({ fill: colour, stroke: border, "stroke-width": width.toFixed(2), opacity: alpha })) element.setAttribute(key, value);
    return element;
  },
  text({ text, x, y, size, weight, colour, align }) {
    const anchor = align === "center" ? "middle" : "start";
    const halo = { stroke: colours.paper, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" };
    return svgElement("text", { x: x.toFixed(1), y: (y + size * 0.86).toFixed(1), "text-anchor": anchor, "font-size": size, "font-weight": weight, fill: colour, ...halo }, plain(text));
  },
};

export function saveSvg() {
  if (!seen.shapes.length) return tell("Nothing is shown, so there is nothing to save.");
  const { width, height, inside, parts, frame } = partsOfDrawing();
  const svg = svgElement("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, "font-family": FONT });
  const clip = svgElement("clipPath", { id: "stage" });
  clip.append(svgElement("rect", { x: 0, y: inside[0], width, height: inside[1] }));
  const picture = svgElement("g", { "clip-path": "url(#stage)" });
  picture.append(...parts.map((part) => AS_SVG[part.sort](part)));
  svg.append(svgElement("title", {}, plain(document.title)), clip, svgElement("rect", { width, height, fill: colours.paper }), picture, ...frame.map((part) => AS_SVG[part.sort](part)));
  download(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), "svg");
}

/**
 * A cell that begins like a formula would be run by a spreadsheet; the quote keeps it text.
 * @param {string} value
 */
function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replace(/"/g, '""')}"`;
}

/** @param {string | number} text */
function escaped(text) {
  // eslint-disable-next-line no-control-regex -- XML may hold none of these
  return String(text).replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}

// What is drawn as GraphML, for Gephi, Cytoscape or yEd.
export function saveGraphml() {
  const keys = { node: ["label", "kind", "begin", "end"], edge: ["relation", "polarity", "speakers", "statements"] };
  const declared = Object.entries(keys).flatMap(([of, names]) => names.map((name) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="string"/>`));
  const data = (/** @type {Record<string, string | number>} */ values) => Object.entries(values).map(([key, value]) => `<data key="${key}">${escaped(value)}</data>`).join("");
  const nodes = model.entities.filter(standIn).map((e) => `<node id="${escaped(e.iri)}">${data({ label: e.label, kind: e.kind, begin: e.begin, end: e.end })}</node>`);
  const edges = model.lines.filter((line) => line.statements.some((s) => s.shown)).map((line) => `<edge source="${escaped(line.subject.iri)}" target="${escaped(line.object.iri)}">${data({
    relation: lineText(line), polarity: line.denied ? "Denied" : "Affirmed", speakers: [...new Set(line.statements.map((s) => s.speaker))].join("; "), statements: line.statements.length })}</edge>`);
  const text = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', ...declared, '<graph edgedefault="directed">', ...nodes, ...edges, "</graph>", "</graphml>", ""].join("\n");
  download(new Blob([text], { type: "application/graphml+xml" }), "graphml");
}

export function saveCsv() {
  const columns = ["subject", "relation", "object", "group", "bound", "polarity", "certainty", "confidence", "speaker", "document", "document date", "document IRI", "event begin", "event end", "page", "sentence number", "sentence", "statement"];
  const rows = model.statements.filter((statement) => statement.shown).map((s) => [
    s.subject.label, s.predicate, s.object ? s.object.label : s.value, s.group, s.bound,
    s.denied ? "Denied" : "Affirmed", s.hedged ? "Hedged" : "Certain", s.confidence,
    s.speaker, s.sentence.document.title, s.sentence.document.date, s.sentence.document.iri, s.subject.begin, s.subject.end,
    s.sentence.page || "", s.sentence.index + 1, s.sentence.words, s.iri,
  ]);
  const text = [columns, ...rows].map((row) => row.map((value) => cell(String(value))).join(",")).join("\r\n");
  download(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }), "csv");
}
