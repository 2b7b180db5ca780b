// The legend on the left: each entry is a filter with its count, and counts follow the other filters.

import { closeCommunities, onlyOf, refilter } from "./actions.js";
import { fit } from "./camera.js";
import { model, WORDS } from "./data.js";
import { button, byId, make, replaceChildren, said } from "./elements.js";
import { countBy } from "./lists.js";
import { setAside } from "./opening.js";
import { listenTo } from "./signals.js";
import { sign } from "./signs.js";
import { countsOf, FACET_NAMES, FACETS, kindCounts, state } from "./state.js";
import { timeFilter } from "./time.js";
import { counted, grouped, pluralOf } from "./words.js";

const MOST_ENTRIES = 10;
// What the entries on the page stand for, so that their counts can be brought up to date.
/** @type {{ name: FilterName, key: string, number: HTMLElement, item: HTMLElement }[]} */
const entries = [];

/**
 * @param {FilterName} name
 * @param {string} key
 * @param {string} text
 * @param {number} count
 * @param {Child} picture
 */
function filterEntry(name, key, text, count, picture) {
  const off = state.hidden[name];
  const box = make("input", { type: "checkbox" });
  box.checked = !off.has(key);
  box.addEventListener("change", () => {
    if (box.checked) off.delete(key);
    else off.add(key);
    refilter();
  });
  const number = make("span", { class: "count" }, grouped(count));
  const item = make("li", null,
    make("label", null, box, picture, said(text, { class: "what" }), number),
    button("only", () => onlyOf(name, key), { class: "only", "aria-label": `Only ${text}` }));
  entries.push({ name, key, number, item });
  return item;
}

export function updateCounts() {
  /** @type {Record<string, Map<string, number>>} */
  const counts = { kind: kindCounts() };
  for (const name of FACET_NAMES) counts[name] = countsOf(name);
  for (const { name, key, number, item } of entries) {
    const count = counts[name].get(key) || 0;
    number.textContent = grouped(count);
    item.classList.toggle("none", !count);
  }
}

/**
 * @param {FilterName} name
 * @param {string} title
 * @param {(key: string, count: number) => HTMLElement} entryOf
 * @param {boolean} [open]
 */
function filterGroup(name, title, entryOf, open = true) {
  const counts = name === "kind" ? countBy(model.entities, (entity) => entity.kind) : countBy(model.statements, FACETS[name].keyOf);
  const kinds = Object.keys(WORDS.kinds);
  const countOf = (/** @type {string} */ key) => counts.get(key) || 0;
  const place = (/** @type {string} */ key) => (kinds.includes(key) ? kinds.indexOf(key) : kinds.length);
  const keys = [...counts.keys()].sort((a, b) =>
    (name === "kind" ? place(a) - place(b) : countOf(b) - countOf(a)) || (a < b ? -1 : 1));
  if (keys.length < (name === "kind" ? 1 : 2)) return null;
  const list = make("ul", null, keys.slice(0, MOST_ENTRIES).map((key) => entryOf(key, countOf(key))));
  const rest = keys.slice(MOST_ENTRIES);
  const showRest = () => {
    more.remove();
    list.append(...rest.map((key) => entryOf(key, countOf(key))));
    updateCounts();
  };
  const more = button(`${rest.length} more`, showRest, { class: "link more-entries" });
  const off = state.hidden[name];
  const every = button("all", () => { off.clear(); fillFilters(); refilter(); }, { class: "link", "aria-label": `All: ${title}` });
  const none = button("none", () => { keys.forEach((key) => off.add(key)); fillFilters(); refilter(); }, { class: "link", "aria-label": `None: ${title}` });
  return make("details", { class: "group", open: open || off.size > 0, data: { name } },
    make("summary", null, make("h2", null, title), make("span", { class: "count" }, String(keys.length))),
    list, rest.length ? more : null, keys.length > 3 ? make("p", { class: "every" }, every, none) : null);
}

/** @param {string} kind @param {number} count */
function kindEntry(kind, count) {
  return filterEntry("kind", kind, pluralOf(kind) || "Other", count, sign(kind, 20));
}

/** @param {FacetName} name @param {boolean} [open] */
function facetGroup(name, open = false) {
  const { title, nameOf } = FACETS[name];
  return filterGroup(name, title, (key, count) => filterEntry(name, key, nameOf(key), count, null), open);
}

function confidenceFilter() {
  const range = make("input", { type: "range", min: 0, max: 1, step: 0.05, id: "confidence" });
  range.value = String(state.confidence);
  const shown = make("output", { for: "confidence" });
  const write = () => { shown.textContent = state.confidence ? `at least ${state.confidence.toFixed(2)}` : "any"; };
  write();
  range.addEventListener("input", () => {
    state.confidence = Number(range.value);
    write();
    refilter({ again: true });
  });
  return make("div", { class: "group slider" }, make("label", { for: "confidence" }, "Confidence of the reader"), shown, range);
}

function asideEntry() {
  if (!setAside.length) return null;
  const box = make("input", { type: "checkbox" });
  box.checked = state.all;
  box.addEventListener("change", () => {
    state.all = box.checked;
    refilter();
    fit();
  });
  return make("div", { class: "group aside" }, make("label", null, box, make("span", { class: "what" }, "All that is set aside"),
    make("span", { class: "count" }, grouped(setAside.length))),
  state.opened.size ? make("p", { class: "every" }, `${counted(state.opened.size, "community", "communities")} open `, button("close", closeCommunities, { class: "link", "aria-label": "Close the communities" })) : null);
}

function lineKey() {
  const entry = (/** @type {string} */ name, /** @type {string} */ text) => make("li", null, make("i", { class: `stroke ${name}`, "aria-hidden": "true" }), text);
  return make("div", { class: "group key" }, make("h2", null, "Lines"), make("ul", null,
    entry("plain", "a text says so"),
    model.hasClaims ? entry("claim", "gives a figure or a word for it") : null,
    entry("thick", "several statements"),
    entry("denied", "a text denies it"),
    entry("hedged", "said with a reserve")));
}

export function fillFilters() {
  entries.length = 0;
  const open = new Set([...byId("filters").querySelectorAll(/** @type {"details"} */ ("details[open]"))].map((group) => group.dataset.name));
  replaceChildren(byId("filters"),
    button("×", toggleFilters, { class: "close drawer", "aria-label": "Close the filters" }),
    filterGroup("kind", "Legend", kindEntry),
    asideEntry(),
    lineKey(),
    facetGroup("polarity", true),
    facetGroup("certainty", open.has("certainty")),
    facetGroup("source", open.has("source")),
    facetGroup("speaker", open.has("speaker")),
    facetGroup("document", open.has("document")),
    timeFilter("events", "Dates of events"),
    timeFilter("documents", "Dates of documents"),
    facetGroup("relation", open.has("relation")),
    confidenceFilter());
}

export function toggleFilters() {
  const open = document.body.classList.toggle("filtering");
  byId("open-filters").setAttribute("aria-expanded", String(open));
}

export function startFilters() {
  listenTo("filtered", updateCounts);
  listenTo("legend", () => {
    fillFilters();
    updateCounts();
  });
}
