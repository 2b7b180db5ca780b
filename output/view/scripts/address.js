// The state of the page in its address, after the #: a link shows what you see, and the browser's
// back and forward undo and redo.

import { copyText } from "./clipboard.js";
import { communities } from "./communities.js";
import { model } from "./data.js";
import { buckets } from "./days.js";
import { countBy } from "./lists.js";
import { applyFilters, clearFilters, FILTERS, keysOf, state, WHICH } from "./state.js";
import { plain, shortened } from "./words.js";

const DIVIDER = "\u001f";
// Longer lists of names become a mark for each name of the sorted list, six to a letter.
const LONGEST_LIST = 120;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @param {string} iri */
function localName(iri) {
  return iri.split(/[/#]/).at(-1) || "";
}

const localCounts = countBy(model.entities, (entity) => localName(entity.iri));

/** @param {Entity} entity */
function nameOf(entity) {
  const local = localName(entity.iri);
  return local && localCounts.get(local) === 1 ? local : entity.iri;
}

/** @param {string | null} name @returns {Entity | null} */
function byName(name) {
  return name === null ? null : model.entities.find((entity) => entity.iri === name || localName(entity.iri) === name) || null;
}

/** @param {string[]} keys @param {Set<string>} off */
function packed(keys, off) {
  let text = "";
  for (let place = 0; place < keys.length; place += 6) {
    const six = keys.slice(place, place + 6).reduce((sum, key, bit) => sum + (off.has(key) ? 1 << bit : 0), 0);
    text += DIGITS[six];
  }
  return text;
}

/** @param {string[]} keys @param {string} text */
function unpacked(keys, text) {
  return keys.filter((_, place) => (DIGITS.indexOf(text[Math.floor(place / 6)]) >> place % 6) & 1);
}

/** @param {FilterName} name */
function sortedKeys(name) {
  return [...new Set(keysOf(name))].sort();
}

/** @param {URLSearchParams} parts */
function writeHidden(parts) {
  for (const name of FILTERS) {
    const off = state.hidden[name];
    if (!off.size) continue;
    const keys = sortedKeys(name);
    const on = keys.filter((key) => !off.has(key));
    const [sign, few] = on.length && on.length < off.size ? ["only", on] : ["no", [...off]];
    const text = few.join(DIVIDER);
    if (text.length <= LONGEST_LIST) parts.set(`${sign}-${name}`, text);
    else parts.set(`bits-${name}`, packed(keys, off));
  }
}

/** @param {URLSearchParams} parts */
function readHidden(parts) {
  for (const name of FILTERS) {
    const off = state.hidden[name];
    const [no, only, bits] = ["no", "only", "bits"].map((sign) => parts.get(`${sign}-${name}`));
    if (no !== null) no.split(DIVIDER).forEach((key) => off.add(key));
    if (only !== null) sortedKeys(name).filter((key) => !only.split(DIVIDER).includes(key)).forEach((key) => off.add(key));
    if (bits !== null) unpacked(sortedKeys(name), bits).forEach((key) => off.add(key));
  }
}

/** @param {TextDocument} document */
function documentKey(document) {
  return localName(document.iri) || String(document.number);
}

/** @param {URLSearchParams} parts */
function writeSheet(parts) {
  const { sheet } = state;
  if (!sheet) return;
  parts.set("view", sheet.name);
  if (sheet.name === "compare") parts.set("of", nameOf(sheet.entity));
  if (sheet.name === "read") parts.set("of", documentKey(sheet.document));
  if (sheet.name === "read" && sheet.sentence) parts.set("at", String(sheet.sentence.index));
}

/** @param {URLSearchParams} parts */
function readSheet(parts) {
  const name = parts.get("view");
  const of = parts.get("of");
  state.sheet = null;
  if (name === "table") state.sheet = { name };
  const entity = name === "compare" ? byName(of) : null;
  if (entity) state.sheet = { name: "compare", entity };
  const document = name === "read" ? model.documents.find((one) => documentKey(one) === of) : null;
  if (document) state.sheet = { name: "read", document, sentence: document.sentences.find((one) => String(one.index) === parts.get("at")) || null };
}

function stateText() {
  const parts = new URLSearchParams();
  if (state.entity) parts.set("id", nameOf(state.entity));
  if (state.line) parts.set("statement", localName(state.line.statements[0].iri) || String(state.line.number));
  if (state.path && state.path.to) {
    parts.set("from", nameOf(state.path.from));
    parts.set("to", nameOf(state.path.to));
  }
  if (state.steps > 1) parts.set("steps", String(state.steps));
  if (state.alone) parts.set("alone", "yes");
  writeHidden(parts);
  if (state.confidence) parts.set("confidence", String(state.confidence));
  if (state.all) parts.set("aside", "shown");
  if (state.opened.size) parts.set("open", [...state.opened].map((one) => communities.indexOf(one)).join("."));
  for (const [which, span] of Object.entries(state.dates)) if (span) parts.set(which, span.join("~"));
  for (const [which, shown] of Object.entries(state.undated)) if (!shown) parts.set(`undated-${which}`, "no");
  writeSheet(parts);
  return parts.toString();
}

export let remembered = location.hash.slice(1);

/**
 * Each step is one that the browser's back takes away; `again` goes on with the last one, as a
 * slider does that is being dragged.
 * @param {{ again?: boolean }} [options]
 */
export function remember({ again = false } = {}) {
  const text = stateText();
  if (text === remembered) return;
  remembered = text;
  const address = text ? `#${text}` : location.pathname + location.search;
  try {
    if (again) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  } catch {
    // Some viewers of files forbid it; the page works without.
  }
}

export function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  remembered = location.hash.slice(1);
  clearFilters();
  readHidden(parts);
  state.confidence = Math.min(1, Math.max(0, Number(parts.get("confidence")) || 0));
  state.all = parts.get("aside") === "shown";
  for (const number of (parts.get("open") || "").split(".")) if (number && communities[Number(number)]) state.opened.add(communities[Number(number)]);
  for (const which of WHICH) {
    const [low, high, ...more] = (parts.get(which) || "").split("~");
    if (high && !more.length && low <= high && buckets.includes(low) && buckets.includes(high)) state.dates[which] = [low, high];
    state.undated[which] = parts.get(`undated-${which}`) !== "no";
  }
  state.steps = parts.get("steps") === "2" ? 2 : 1;
  const id = parts.get("id");
  const key = parts.get("statement");
  state.entity = byName(id);
  state.alone = parts.get("alone") === "yes" && Boolean(state.entity);
  state.line = key === null ? null
    : model.lines.find((line) => line.statements.some((s) => localName(s.iri) === key) || String(line.number) === key) || null;
  const [from, to] = [byName(parts.get("from")), byName(parts.get("to"))];
  state.path = from && to ? { from, to, lines: [], entities: [] } : null;
  readSheet(parts);
  applyFilters();
  return id !== null && !state.entity ? `Nothing here is called ${shortened(plain(id), 60)}.` : "";
}

export function copyLink() {
  remember();
  return copyText(location.href, "The link to what you see is copied.");
}
