// Everything that the mouse and the finger do on the picture.

import { choose, chooseLine, clearChoice, giveUpPath, openCommunity } from "./actions.js";
import { goTo } from "./camera.js";
import { shapeOf, strokeOf } from "./communities.js";
import { byId, make, replaceChildren, said } from "./elements.js";
import { isSmall } from "./opening.js";
import { network } from "./picture.js";
import { seen, state } from "./state.js";
import { tell } from "./status.js";
import { counted, kindText, lineText, period, plain, shortened } from "./words.js";

/**
 * Lines are thin: a click within nine pixels of one counts, at any zoom.
 * @param {XY} point
 */
function lineNear(point) {
  const at = network.DOMtoCanvas(point);
  const reach = 9 / network.body.view.scale;
  let best = null;
  let least = reach;
  for (const line of seen.lines) {
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

/** @param {any} event @returns {Shape | null} */
function shapeAt(event) {
  const number = network.getNodeAt(event.pointer.DOM);
  return number === undefined ? null : shapeOf(number);
}

/** @param {Bundle} bundle */
function bundleText({ subject, object, statements }) {
  const [from, to] = [subject, object].map((shape) => shortened(plain(shape.label), 50));
  return `${counted(statements.length, "statement")} between ${from} and ${to}. Open a community to read them.`;
}

/** @param {any} event */
function onClick(event) {
  const shape = shapeAt(event);
  // On a small screen what is chosen fills the picture.
  const move = isSmall();
  if (shape && "members" in shape) {
    onBlur();
    return openCommunity(shape);
  }
  if (shape) return choose(shape, { move });
  const line = lineNear(event.pointer.DOM);
  if (line) return "isBundle" in line ? tell(bundleText(line)) : chooseLine(line, { move });
  giveUpPath();
  if (state.entity || state.line || state.path) clearChoice();
}

/** @param {any} event */
function onDoubleClick(event) {
  const shape = shapeAt(event);
  if (shape && !("members" in shape)) goTo(shape, Math.max(1.1, network.getScale()));
}

/** @param {Shape | null} shape @param {Stroke | null} line @param {any} event */
function onHover(shape, line, event) {
  state.hover = { shape, line };
  byId("picture").classList.add("pointing");
  const tip = byId("tip");
  replaceChildren(tip, shape ? shapeTip(shape) : line ? lineTip(line) : []);
  tip.hidden = false;
  const stage = byId("stage").getBoundingClientRect();
  const { x, y } = event.pointer.DOM;
  tip.style.left = `${Math.min(x + 14, stage.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${y + tip.offsetHeight + 30 > stage.height ? y - tip.offsetHeight - 10 : y + 18}px`;
  network.redraw();
}

/** @param {Shape} shape */
function shapeTip(shape) {
  const name = make("b", null, said(shortened(shape.label, 90)));
  if ("members" in shape) return [name, make("span", null, `Community of ${counted(shape.members.length, "entity", "entities")} · click to open`)];
  return [name, make("span", null, [kindText(shape), period(shape)].filter(Boolean).join(" · ")),
    make("span", null, counted(shape.statements.length + shape.facts.length, "statement"))];
}

/** @param {Stroke} line */
function lineTip(line) {
  if ("isBundle" in line) return [make("span", null, bundleText(line))];
  return [make("b", null, said(shortened(line.subject.label, 50)), ` — ${lineText(line)} → `, said(shortened(line.object.label, 50))),
    make("span", null, `${counted(line.statements.length, "statement")} · click to read`)];
}

function onBlur() {
  state.hover = null;
  byId("picture").classList.remove("pointing");
  byId("tip").hidden = true;
  network.redraw();
}

export function startPointer() {
  network.on("click", onClick);
  network.on("doubleClick", onDoubleClick);
  network.on("hoverNode", (event) => onHover(shapeOf(event.node), null, event));
  network.on("hoverEdge", (event) => onHover(null, strokeOf(event.edge), event));
  network.on("blurNode", onBlur);
  network.on("blurEdge", onBlur);
  network.on("dragStart", onBlur);
  byId("picture").addEventListener("mouseleave", onBlur);
  network.on("dragEnd", (event) => {
    for (const id of event.nodes) {
      const at = network.getPosition(id);
      Object.assign(shapeOf(id), at);
    }
  });
}
