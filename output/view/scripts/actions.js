// What people do on the page: each changes the state, draws it, and tells the other parts of it.

import { remember } from "./address.js";
import { fit, goAround } from "./camera.js";
import { byId } from "./elements.js";
import { nearOf } from "./model.js";
import { shortestPath } from "./path.js";
import { MOST_NEAR, paint } from "./picture.js";
import { announce } from "./signals.js";
import { applyFilters, isAside, isFiltered, keysOf, MOST_SHAPES, seen, state } from "./state.js";
import { tell, tellCounts } from "./status.js";
import { counted, kindText, lineText, plain, shortened } from "./words.js";

/** @param {Entity} entity @param {{ move?: boolean, focus?: boolean }} [options] */
export function choose(entity, { move = false, focus = false } = {}) {
  if (state.path && !state.path.to && state.path.from !== entity) return showPath(state.path.from, entity);
  Object.assign(state, { entity, line: null, path: null });
  if (isAside(entity)) bringBack(entity);
  if (state.alone) applyFilters();
  paint();
  if (move) goAround(entity);
  announce("panel", { focus });
  const count = entity.statements.length + entity.facts.length;
  const hint = entity.shown ? "" : " The filters hide it in the drawing.";
  tell(`${shortened(plain(entity.label), 80)}, ${kindText(entity)}: ${counted(count, "statement")}, ` +
    `linked to ${counted(nearOf(entity).size, "shape")}${hiddenNear(entity)}.${hint}`);
  remember();
}

/** @param {Entity} entity */
function hiddenNear(entity) {
  const hidden = [...nearOf(entity)].filter((other) => !other.shown).length;
  return hidden ? ` (${hidden} not drawn now)` : "";
}

/** @param {Line} line @param {{ move?: boolean, focus?: boolean }} [options] */
export function chooseLine(line, { move = false, focus = false } = {}) {
  Object.assign(state, { entity: null, line, path: null, alone: false });
  if (isAside(line.subject) || isAside(line.object)) bringBack(line.subject, line.object);
  paint();
  if (move) fit([line.subject, line.object], false, MOST_NEAR);
  announce("panel", { focus });
  tell(`${shortened(plain(line.subject.label), 60)}: ${lineText(line)}: ` +
    `${shortened(plain(line.object.label), 60)}. ${counted(line.statements.length, "statement")}.`);
  remember();
}

export function clearChoice() {
  Object.assign(state, { entity: null, line: null, path: null });
  if (state.alone) {
    state.alone = false;
    applyFilters();
  }
  paint();
  announce("panel");
  tellCounts();
  remember();
}

/**
 * Draws the members of a community in place of its shape; where there is no room for them beside
 * what was opened before, that is closed again.
 * @param {Community} community
 */
export function openCommunity(community) {
  state.all = true;
  state.opened.add(community);
  applyFilters();
  for (const earlier of [...state.opened]) {
    if (seen.shapes.length <= MOST_SHAPES || earlier === community) break;
    state.opened.delete(earlier);
    applyFilters();
  }
  paint();
  fit(community.members.filter((one) => one.shown), false, MOST_NEAR);
  announce("legend");
  announce("panel", { keep: true });
  tell(`Opened ${shortened(plain(community.label), 60)}: ${counted(community.members.filter((one) => one.shown).length, "shape")}. The browser's back closes it.`);
  remember();
}

export function closeCommunities() {
  state.opened.clear();
  announce("legend");
  refilter();
  fit();
}

/** @param {...Entity} entities */
export function bringBack(...entities) {
  state.all = true;
  applyFilters();
  for (const entity of entities.filter(isAside)) {
    // Of a thing that thousands are tied to, as many are drawn as there is room for.
    const near = [...nearOf(entity)].sort((a, b) => a.rank - b.rank).slice(0, Math.max(0, MOST_SHAPES - seen.shapes.length - 1));
    for (const one of [entity, ...near]) state.wanted.add(one);
    applyFilters();
  }
  announce("legend");
}

/** @param {Entity} from */
export function askForPath(from) {
  state.path = { from, to: null, lines: [], entities: [from] };
  tell(`Where should the path from ${shortened(plain(from.label), 60)} lead? Click a shape or search for one; Esc gives up.`);
  byId("find").focus();
}

export function giveUpPath() {
  if (state.path && !state.path.to) state.path = null;
}

/** @param {Entity} from @param {Entity} to */
export function showPath(from, to) {
  const lines = shortestPath(from, to);
  if (!lines) {
    state.path = null;
    choose(to, { move: true });
    return tell(`No way leads from ${shortened(plain(from.label), 60)} to ${shortened(plain(to.label), 60)}${isFiltered() ? " with these filters" : ""}.`);
  }
  const entities = [from];
  for (const line of lines) entities.push(line.subject === entities.at(-1) ? line.object : line.subject);
  Object.assign(state, { path: { from, to, lines, entities }, entity: null, line: null, alone: false });
  if (entities.some(isAside)) bringBack(...entities);
  applyFilters();
  paint();
  fit(entities, false, MOST_NEAR);
  announce("panel", { focus: true });
  tell(`${counted(lines.length, "step")} from ${shortened(plain(from.label), 60)} to ${shortened(plain(to.label), 60)}.`);
  remember();
}

/** @param {{ again?: boolean }} [options] */
export function refilter({ again = false } = {}) {
  const was = state.left;
  applyFilters();
  paint();
  if (state.left || was) fit();
  tellCounts();
  announce("filtered");
  remember({ again });
}

/**
 * Only one of a filter's keys; once more, and all are back.
 * @param {FilterName} name
 * @param {string} key
 */
export function onlyOf(name, key) {
  const off = state.hidden[name];
  const keys = [...new Set(keysOf(name))];
  const alone = !off.has(key) && off.size === keys.length - 1;
  off.clear();
  if (!alone) keys.filter((other) => other !== key).forEach((other) => off.add(other));
  announce("legend");
  refilter();
}

/** @param {Sheet} sheet @param {{ focus?: boolean }} [options] */
function openSheet(sheet, { focus = true } = {}) {
  state.sheet = sheet;
  announce("sheet");
  if (focus) byId("sheet").focus();
  remember();
}

export function showDrawing() {
  if (!state.sheet) return;
  state.sheet = null;
  announce("sheet");
}

export function closeSheet() {
  showDrawing();
  byId("picture").focus();
  remember();
}

export function toggleTable() {
  if (state.sheet && state.sheet.name === "table") closeSheet();
  else openSheet({ name: "table" });
}

/** @param {Entity} entity */
export function compare(entity) {
  openSheet({ name: "compare", entity });
}

/** @param {TextDocument} document @param {Sentence | null} [sentence] */
export function read(document, sentence = null) {
  openSheet({ name: "read", document, sentence });
}
