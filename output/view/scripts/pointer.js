// Everything that the mouse and the finger do on the picture.

import { choose, chooseLine, clearChoice, giveUpPath } from "./actions.js";
import { goTo } from "./camera.js";
import { model } from "./data.js";
import { byId, make, replaceChildren, said } from "./elements.js";
import { network } from "./picture.js";
import { state } from "./state.js";
import { counted, kindText, lineText, period, shortened } from "./words.js";

/**
 * Lines are thin: a click within nine pixels of one counts, at any zoom.
 * @param {XY} point
 */
function lineNear(point) {
  const at = network.DOMtoCanvas(point);
  const reach = 9 / network.body.view.scale;
  let best = null;
  let least = reach;
  for (const line of model.lines) {
    if (!line.shown) continue;
    const edge = network.body.edges[line.number];
    if (!edge || !edge.connected) continue;
    const distance = edge.edgeType.getDistanceToEdge(edge.from.x, edge.from.y, edge.to.x, edge.to.y, at.x, at.y);
    if (distance < least) {
      least = distance;
      best = line;
    }
  }
  return best;
}

/** @param {any} event */
function onClick(event) {
  const node = network.getNodeAt(event.pointer.DOM);
  // On a small screen what is chosen fills the picture.
  const move = isSmall();
  if (node !== undefined) return choose(model.entities[node], { move });
  const line = lineNear(event.pointer.DOM);
  if (line) return chooseLine(line, { move });
  giveUpPath();
  if (state.entity || state.line || state.path) clearChoice();
}

/** @param {any} event */
function onDoubleClick(event) {
  const node = network.getNodeAt(event.pointer.DOM);
  if (node !== undefined) goTo(model.entities[node], Math.max(1.1, network.getScale()));
}

/** @param {Entity | null} entity @param {Line | null} line @param {any} event */
function onHover(entity, line, event) {
  state.hover = { entity, line };
  byId("picture").classList.add("pointing");
  const tip = byId("tip");
  const lines = entity
    ? [make("b", null, said(shortened(entity.label, 90))), make("span", null, [kindText(entity), period(entity)].filter(Boolean).join(" · ")),
      make("span", null, counted(entity.statements.length + entity.facts.length, "statement"))]
    : !line ? [] : [make("b", null, said(shortened(line.subject.label, 50)), ` — ${lineText(line)} → `, said(shortened(line.object.label, 50))),
      make("span", null, `${counted(line.statements.length, "statement")} · click to read`)];
  replaceChildren(tip, lines);
  tip.hidden = false;
  const stage = byId("stage").getBoundingClientRect();
  const { x, y } = event.pointer.DOM;
  tip.style.left = `${Math.min(x + 14, stage.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${y + tip.offsetHeight + 30 > stage.height ? y - tip.offsetHeight - 10 : y + 18}px`;
  network.redraw();
}

function onBlur() {
  state.hover = null;
  byId("picture").classList.remove("pointing");
  byId("tip").hidden = true;
  network.redraw();
}

function isSmall() {
  return matchMedia("(max-width: 760px)").matches;
}

export function startPointer() {
  network.on("click", onClick);
  network.on("doubleClick", onDoubleClick);
  network.on("hoverNode", (event) => onHover(model.entities[event.node], null, event));
  network.on("hoverEdge", (event) => onHover(null, model.lines[event.edge], event));
  network.on("blurNode", onBlur);
  network.on("blurEdge", onBlur);
  network.on("dragStart", onBlur);
  byId("picture").addEventListener("mouseleave", onBlur);
  network.on("dragEnd", (event) => {
    for (const id of event.nodes) {
      const at = network.getPosition(id);
      Object.assign(model.entities[id], at);
    }
  });
}
