// Search: names in any spelling, and then figures, speakers, documents and sentences.

import { choose, chooseLine, giveUpPath, onlyOf, read, showDrawing } from "./actions.js";
import { model } from "./data.js";
import { byId, make, replaceChildren, said } from "./elements.js";
import { folded, initials, mayMean, wordsOf } from "./fuzzy.js";
import { countBy, groupBy } from "./lists.js";
import { speakersOf } from "./rows.js";
import { sign } from "./signs.js";
import { NO_ONE, state } from "./state.js";
import { tell } from "./status.js";
import { counted, dateText, groupText, kindText, period, plain, relationOut, shortened, valueText } from "./words.js";

/** @type {{ hits: Hit[], at: number }} */
const search = { hits: [], at: -1 };
const MOST_HITS = 12;
const MOST_OF_ONE = 4;
// Where so few names fit as they are typed, names that may be meant are looked for too.
const FEW_HITS = 3;

// Made at the first search.
/** @type {{ entity: Entity, names: { name: string, text: string }[] }[] | null} */
let straws = null;

function haystack() {
  straws ||= model.entities.map((entity) => {
    const names = [entity.label, ...entity.others].map((name) => ({ name, text: folded(name) }));
    return { entity, names };
  });
  return straws;
}

// Each word of the names with the names that hold it, and the initials of names of several words.
/** @type {{ words: Map<string, Name[]>, initials: Map<string, Name[]> }} */
const vocabulary = { words: new Map(), initials: new Map() };

function fillVocabulary() {
  if (vocabulary.words.size) return;
  const add = (/** @type {Map<string, Name[]>} */ index, /** @type {string} */ word, /** @type {Name} */ name) => {
    const names = index.get(word);
    if (names) names.push(name);
    else index.set(word, [name]);
  };
  for (const { entity, names } of haystack()) {
    names.forEach(({ name, text }, place) => {
      const words = wordsOf(text);
      const found = { entity, name: place ? name : "" };
      for (const word of words) if (!/^\d/.test(word)) add(vocabulary.words, word, found);
      if (words.length > 1) add(vocabulary.initials, initials(words), found);
    });
  }
}

/**
 * A whole name first, then beginnings, then words, then anything; of two, the shorter name.
 * @param {string} text
 * @param {string} wanted
 */
function score(text, wanted) {
  const share = wanted.length / Math.max(text.length, 1);
  if (text === wanted) return 5;
  if (text.startsWith(wanted)) return 3 + share;
  if (text.includes(` ${wanted}`)) return 2 + share;
  return text.includes(wanted) ? 1 + share / 2 : 0;
}

/** @param {string} wanted @returns {Found[]} */
function findEntities(wanted) {
  const hits = [];
  for (const { entity, names } of haystack()) {
    let best = 0;
    let name = "";
    names.forEach(({ name: original, text }, place) => {
      const value = score(text, wanted) - (place && 0.5);
      if (value > best) [best, name] = [value, place ? original : ""];
    });
    // A person of a name is meant sooner than what that person took part in.
    if (best > 0) hits.push({ entity, best: best + (entity.kind === "Event" ? 0 : 0.35) + (entity.named ? 0.2 : 0), name });
  }
  return hits.sort(byScore);
}

/** @param {Found} a @param {Found} b */
function byScore(a, b) {
  return b.best - a.best || a.entity.rank - b.entity.rank;
}

/**
 * Names whose words may be meant by all that was typed.
 * @param {string} wanted
 * @param {Set<Entity>} known
 * @returns {Found[]}
 */
function findMeant(wanted, known) {
  fillVocabulary();
  const typed = wordsOf(wanted);
  if (!typed.length) return [];
  const found = typed.map((one) => {
    const names = new Map();
    if (typed.length === 1) for (const name of vocabulary.initials.get(one) || []) names.set(name.entity, name.name);
    if (one.length < 3) return names;
    for (const [word, some] of vocabulary.words) {
      if (mayMean(one, word)) for (const { entity, name } of some) if (!names.has(entity)) names.set(entity, name);
    }
    return names;
  });
  const [first, ...others] = found;
  return [...first].filter(([entity]) => !known.has(entity) && others.every((names) => names.has(entity)))
    .map(([entity, name]) => ({ entity, best: 0.9, name })).sort(byScore);
}

/** @param {string} wanted @returns {Hit[]} */
function findFigures(wanted) {
  const digits = wanted.replace(/[,.\s]/g, "");
  if (!/^\d+$/.test(digits)) return [];
  const same = groupBy(model.statements.filter((s) => !s.object && s.value === digits), (s) => `${s.subject.number} ${s.predicate} ${s.group} ${s.bound}`);
  return [...same.values()].map((found) => ({
    what: `${valueText(found[0])} ${[groupText(found[0].group), relationOut(found[0].predicate)].filter(Boolean).join(" · ")}`,
    about: `Figure · ${shortened(plain(found[0].subject.label), 50)} · ${speakersOf(found)}`,
    take: () => (found[0].line ? chooseLine(found[0].line, { move: true, focus: true }) : choose(found[0].subject, { move: true, focus: true })),
  }));
}

/** @param {string} wanted @returns {Hit[]} */
function findSpeakers(wanted) {
  return [...countBy(model.statements, (s) => s.speaker || NO_ONE)].filter(([name]) => score(folded(name), wanted) > 0 || initials(wordsOf(folded(name))) === wanted)
    .map(([name, count]) => ({ what: name, about: `Speaker · ${counted(count, "statement")} · shows only these`, take: () => { if (state.hidden.speaker.size) state.hidden.speaker.clear(); onlyOf("speaker", name); } }));
}

/** @param {string} wanted @returns {Hit[]} */
function findDocuments(wanted) {
  return model.documents.filter((document) => score(folded(document.title), wanted) > 0)
    .map((document) => ({ what: document.title, about: `Document · ${dateText(document.date) || "undated"} · opens as text`, take: () => read(document) }));
}

/** @param {string} wanted @returns {Hit[]} */
function findSentences(wanted) {
  if (wanted.length < 3) return [];
  const all = model.documents.flatMap((document) => document.sentences);
  const found = all.filter((sentence) => {
    sentence.folded ??= folded(sentence.words);
    return sentence.folded.includes(wanted);
  });
  return found.map((sentence) => ({ what: around(sentence, wanted), about: `Sentence · ${shortened(sentence.document.title, 50)}`, take: () => read(sentence.document, sentence) }));
}

/** @param {Sentence} sentence @param {string} wanted */
function around(sentence, wanted) {
  const at = folded(sentence.words).indexOf(wanted);
  const start = at > 40 ? sentence.words.indexOf(" ", at - 30) : 0;
  return (start > 0 ? "… " : "") + shortened(sentence.words.slice(Math.max(start, 0)).trim(), 90);
}

/**
 * Names take most of the room; each other sort gets what it needs of the rest.
 * @param {string} wanted
 * @returns {{ hits: Hit[], total: number }}
 */
function findAll(wanted) {
  const exact = findEntities(wanted);
  const meant = exact.length < FEW_HITS ? findMeant(wanted, new Set(exact.map((hit) => hit.entity))) : [];
  const named = [...exact, ...meant].map((hit) => ({ ...hit, take: () => choose(hit.entity, { move: true, focus: true }) }));
  const others = [findFigures(wanted), findSpeakers(wanted), findDocuments(wanted), findSentences(wanted)];
  const total = others.reduce((sum, some) => sum + some.length, named.length);
  const few = others.flatMap((some) => some.slice(0, MOST_OF_ONE));
  return { hits: [...named.slice(0, Math.max(MOST_HITS - few.length, 6)), ...few], total };
}

function onSearch() {
  const wanted = folded(byId("find").value.trim());
  const { hits, total } = wanted ? findAll(wanted) : { hits: [], total: 0 };
  search.hits = hits;
  search.at = hits.length ? 0 : -1;
  showHits(wanted, total);
}

/** @param {Hit} options @param {number} place */
function hitEntry({ entity, name, what, about }, place) {
  const on = { mousedown: (/** @type {MouseEvent} */ event) => { event.preventDefault(); take(place); } };
  const text = entity ? shortened(entity.label, 80) : what;
  const small = entity ? [[kindText(entity), period(entity)].filter(Boolean).join(" · "), name ? [" · also ", said(shortened(name, 60))] : null] : said(about || "");
  return make("li", { role: "option", id: `hit-${place}`, on }, entity ? sign(entity.kind, 20) : make("span", { class: "sign", "aria-hidden": "true" }, "“ ”"),
    said(text || "", { class: "what" }), make("small", null, small));
}

/** @param {string} wanted @param {number} total */
function showHits(wanted, total) {
  const list = byId("hits");
  const field = byId("find");
  replaceChildren(list, search.hits.map(hitEntry));
  const rest = total - search.hits.length;
  const note = byId("more-hits");
  note.textContent = !wanted ? "" : !total ? "Nothing found" : rest > 0 ? `${rest} more: type on` : "";
  note.hidden = !note.textContent;
  list.hidden = !search.hits.length;
  field.setAttribute("aria-expanded", String(Boolean(search.hits.length)));
  if (wanted) tell(total ? counted(total, "result") : "Nothing found.");
  markHit();
}

function markHit() {
  search.hits.forEach((_, place) => {
    const entry = byId(`hit-${place}`);
    entry.setAttribute("aria-selected", String(place === search.at));
    if (place === search.at) entry.scrollIntoView({ block: "nearest" });
  });
  const field = byId("find");
  if (search.at >= 0) field.setAttribute("aria-activedescendant", `hit-${search.at}`);
  else field.removeAttribute("aria-activedescendant");
}

export function closeSearch() {
  byId("find").value = "";
  search.hits = [];
  search.at = -1;
  showHits("", 0);
}

/** @param {number} place */
function take(place) {
  const hit = search.hits[place];
  if (!hit) return;
  closeSearch();
  showDrawing();
  hit.take();
}

export function startSearch() {
  const field = byId("find");
  field.addEventListener("input", onSearch);
  field.addEventListener("blur", () => { byId("hits").hidden = true; byId("more-hits").hidden = true; });
  field.addEventListener("focus", () => { if (search.hits.length) byId("hits").hidden = false; });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && search.hits.length) {
      search.at = (search.at + step + search.hits.length) % search.hits.length;
      markHit();
    } else if (event.key === "Enter") take(search.at);
    else if (event.key === "Escape") {
      closeSearch();
      giveUpPath();
      byId("picture").focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
