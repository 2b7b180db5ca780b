// Saves what is visible as a picture, a drawing or a table.

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

function savePng() {
  const canvas = network.canvas.frame.canvas;
  const copy = make("canvas", { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download(blob, "png"));
}

function svgElement(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}

function svgLine(line) {
  const edge = network.body.edges[line.number];
  const via = edge.edgeType.getViaNode();
  const steps = line.bend || line.subject === line.object ? 24 : 1;
  const points = Array.from({ length: steps + 1 }, (_, i) => edge.edgeType.getPoint(i / steps, via));
  return svgElement("polyline", {
    points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" "),
    fill: "none",
    stroke: lineColour(line),
    "stroke-width": lineWidth(line).toFixed(1),
    ...(line.denied ? { "stroke-dasharray": "7 5" } : line.hedged ? { "stroke-dasharray": "2 4" } : {}),
  });
}

function saveSvg() {
  const entities = model.entities.filter((entity) => entity.shown);
  if (!entities.length) return tell("Nothing is shown, so there is nothing to save.");
  const bound = (of, pick) => entities.map(of).reduce((a, b) => pick(a, b));
  const left = bound((e) => e.x, Math.min) - 110;
  const top = bound((e) => e.y, Math.min) - 60;
  const width = bound((e) => e.x, Math.max) + 110 - left;
  const height = bound((e) => e.y, Math.max) + 80 - top;
  const svg = svgElement("svg", { xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "system-ui, sans-serif" });
  svg.append(svgElement("rect", { x: left, y: top, width, height, fill: colours.paper }));
  svg.append(...model.lines.filter((line) => line.shown).map(svgLine));
  for (const entity of entities) {
    const shape = shapeElement(entity.shape, entity.x, entity.y, entity.size);
    shape.setAttribute("fill", lookOf(entity.kind).colour);
    shape.setAttribute("stroke", colours.border);
    svg.append(shape);
    wrappedLabel(entity).forEach((text, place) => svg.append(svgElement("text", {
      x: entity.x, y: entity.y + entity.size + 14 + 14 * place, "text-anchor": "middle", "font-size": 12, fill: colours.label,
    }, text)));
  }
  download(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), "svg");
}

// A cell that begins like a formula would be run by a spreadsheet; the quote keeps it text.
function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replace(/"/g, '""')}"`;
}

function saveCsv() {
  const columns = ["subject", "relation", "object", "group", "bound", "polarity", "certainty", "confidence", "speaker", "document", "sentence number", "sentence", "statement"];
  const rows = model.statements.filter((statement) => statement.shown).map((s) => [
    s.subject.label, s.predicate, s.object ? s.object.label : s.value, s.group, s.bound,
    s.denied ? "Denied" : "Affirmed", s.hedged ? "Hedged" : "Certain", s.confidence,
    s.speaker, s.sentence.document.title, s.sentence.index + 1, s.sentence.words, s.iri,
  ]);
  const text = [columns, ...rows].map((row) => row.map((value) => cell(String(value))).join(",")).join("\r\n");
  download(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }), "csv");
}
