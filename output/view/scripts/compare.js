// What the texts say of one thing, side by side: figures with their bounds, words, who, where, when.

import { button, make, said, svgElement } from "./elements.js";
import { groupBy } from "./lists.js";
import { kindLine } from "./rows.js";
import { badge, cards } from "./sentences.js";
import { isFiltered, NO_ONE, passing } from "./state.js";
import { byRelation, dateText, grouped, groupText, relationOut, shortened, valueText } from "./words.js";

const SORTS_OF_WORDS = ["characterizedAs", "agent", "patient", "participant", "place", "begin", "end", "partOf"];

/** @param {Statement} statement */
function isCount(statement) {
  return !statement.object && /^\d+$/.test(statement.value);
}

/** @param {Entity} entity */
export function comparison(entity) {
  const about = passing([...entity.facts, ...entity.statements.filter((s) => s.subject === entity)]);
  const counts = groupBy(about.filter(isCount), (s) => s.predicate);
  const words = groupBy(about.filter((s) => !isCount(s) && s.predicate !== "says"), (s) => s.predicate);
  /** @param {string} predicate */
  const place = (predicate) => (SORTS_OF_WORDS.includes(predicate) ? SORTS_OF_WORDS.indexOf(predicate) : SORTS_OF_WORDS.length);
  return make("article", { class: "compare" },
    kindLine(entity),
    make("h2", { class: "label" }, said(entity.label)),
    make("p", { class: "hint" }, "What each source says, side by side; none is taken for true, and nothing is added up. Choose a row to read its sentence.",
      isFiltered() ? " Filters keep some statements out." : ""),
    [...counts].sort(([a], [b]) => byRelation(a, b)).map(([predicate, facts]) => figureTable(predicate, facts)),
    [...words].sort(([a], [b]) => place(a) - place(b) || byRelation(a, b)).map(([predicate, facts]) => wordTable(predicate, facts)),
    about.length ? null : make("p", { class: "hint" }, "Nothing that passes the filters is said of it."));
}

/**
 * The same said by the same speaker in the same document is one row.
 * @param {Statement[]} statements
 * @returns {Statement[][]}
 */
function sameRows(statements) {
  return [...groupBy(statements, (s) => JSON.stringify([s.object ? s.object.number : s.value, s.group, s.bound, s.denied, s.speaker, s.sentence.document.number])).values()];
}

/** @param {Statement[]} a @param {Statement[]} b */
function groupsFirst([a], [b]) {
  const everyone = (/** @type {string} */ group) => (group === "Everyone" ? 0 : 1);
  return everyone(a.group) - everyone(b.group) || (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) ||
    Number(b.value) - Number(a.value) || a.sentence.number - b.sentence.number;
}

/** @param {string} predicate @param {Statement[]} facts */
function figureTable(predicate, facts) {
  const rows = sameRows(facts).sort(groupsFirst);
  const scale = scaleOf(facts.map((fact) => Number(fact.value)));
  const heads = ["Of whom", "Figure", scale.head, "Who says it", "Document", "Date"];
  return sideBySide(relationOut(predicate), heads, rows, ([fact]) => [
    said(groupText(fact.group) || "not said"),
    [make("b", { class: fact.denied ? "figure denied" : "figure" }, valueText(fact)), marksOf(fact)],
    dotOf(fact, scale),
    ...sourceCells(fact),
  ], "figures");
}

/** @param {string} predicate @param {Statement[]} facts */
function wordTable(predicate, facts) {
  /** @param {Statement} s */
  const text = (s) => (s.object ? s.object.label : valueText(s));
  const rows = sameRows(facts).sort((a, b) => (text(a[0]) < text(b[0]) ? -1 : text(a[0]) > text(b[0]) ? 1 : 0) || Number(a[0].denied) - Number(b[0].denied) || a[0].sentence.number - b[0].sentence.number);
  return sideBySide(relationOut(predicate), ["What", "Who says it", "Document", "Date"], rows, ([fact]) => [
    [make("b", { class: fact.denied ? "figure denied" : "figure" }, said(shortened(text(fact), 90))), marksOf(fact)],
    ...sourceCells(fact),
  ], "words");
}

/** @param {Statement} statement @returns {Child[]} */
function marksOf(statement) {
  return [
    statement.denied ? badge("✕ denied", "denied") : null,
    statement.denied ? denyingWords(statement) : null,
    statement.hedged ? badge("with a reserve", "hedged") : null,
  ];
}

/**
 * The words that the denial stands in: nobody should have to believe a badge.
 * @param {Statement} statement
 */
function denyingWords(statement) {
  const letters = Array.from(statement.sentence.words);
  const span = statement.relationSpan;
  const words = span ? letters.slice(span[0], span[1]).join("") : shortened(statement.sentence.words, 60);
  return words ? make("span", { class: "denying" }, "“", said(shortened(words, 60)), "”") : null;
}

/** @param {Statement} statement @returns {Child[]} */
function sourceCells(statement) {
  const { document } = statement.sentence;
  return [said(shortened(statement.speaker || NO_ONE, 80)), said(shortened(document.title || "Untitled document", 80)), document.date ? dateText(document.date) : "undated"];
}

/**
 * @param {string} title
 * @param {string[]} heads
 * @param {Statement[][]} rows
 * @param {(statements: Statement[]) => Child[]} cellsOf
 * @param {string} name
 */
function sideBySide(title, heads, rows, cellsOf, name) {
  const body = make("tbody");
  const section = make("section", { class: `side ${name}` });
  for (const statements of rows) {
    const open = button("▸", () => toggle(), { class: "open-row", "aria-expanded": "false", "aria-label": "Read the sentence" });
    const cell = make("td", { colspan: heads.length + 1 });
    const more = make("tr", { class: "opened", hidden: true }, cell);
    const toggle = () => {
      if (!cell.childNodes.length) cell.append(cards(statements));
      more.hidden = !more.hidden;
      open.textContent = more.hidden ? "▸" : "▾";
      open.setAttribute("aria-expanded", String(!more.hidden));
    };
    const row = make("tr", { class: statements[0].denied ? "denied" : "", on: { click: (event) => { if (event.target !== open) toggle(); } } },
      make("td", { class: "opener" }, open), cellsOf(statements).map((content, place) => make("td", { data: { of: heads[place] || "" } }, content)));
    body.append(row, more);
  }
  const openAll = button("open all", () => body.querySelectorAll(/** @type {"button"} */ (".open-row[aria-expanded=false]")).forEach((one) => one.click()), { class: "link" });
  section.append(make("h3", null, said(title), make("span", { class: "count" }, String(rows.length)), rows.length > 1 ? openAll : null),
    make("div", { class: "scroll" }, make("table", null,
      make("thead", null, make("tr", null, make("th", { class: "opener" }, make("span", { class: "unheard" }, "Sentence")), heads.map((head) => make("th", { scope: "col" }, head)))), body)));
  return section;
}

/**
 * Figures of one kind on one scale; where they lie far apart, each step of it is ten times the last.
 * @param {number[]} values
 */
function scaleOf(values) {
  const most = Math.max(...values, 1);
  const least = Math.min(...values.filter((value) => value > 0), most);
  const isWide = most / least > 40;
  /** @type {(value: number) => number} */
  const share = isWide ? (value) => Math.log10(Math.max(value, 0) + 1) / Math.log10(most + 1) : (value) => value / most;
  const number = grouped(most);
  return { share, head: isWide ? `0 – ${number}, in steps of ten times` : `0 – ${number}` };
}

const DOT_WIDTH = 140;

/**
 * A dot for an exact figure, a ring for "about", and an arrow to where "at least" and "at most" lead.
 * @param {Statement} fact
 * @param {{ share: (value: number) => number }} scale
 */
function dotOf(fact, scale) {
  const x = 8 + scale.share(Number(fact.value)) * (DOT_WIDTH - 40);
  const y = 11;
  const svg = svgElement("svg", { viewBox: `0 0 ${DOT_WIDTH} 22`, width: DOT_WIDTH, height: 22, class: `dots ${fact.denied ? "denied" : ""} ${fact.hedged ? "hedged" : ""}`, "aria-hidden": "true" });
  svg.append(svgElement("line", { x1: 8, x2: DOT_WIDTH - 8, y1: y, y2: y, class: "rail" }));
  const way = { AtLeast: 1, AtMost: -1 }[fact.bound] || 0;
  if (way) {
    const tip = x + way * Math.max(16, way < 0 ? Math.min(26, x - 6) : 26);
    svg.append(svgElement("line", { x1: x, x2: tip, y1: y, y2: y, class: "reach" }),
      svgElement("path", { d: `M ${tip - way * 5} ${y - 4} L ${tip} ${y} L ${tip - way * 5} ${y + 4}`, class: "reach" }));
  }
  if (fact.denied) svg.append(svgElement("path", { d: `M ${x - 4} ${y - 4} L ${x + 4} ${y + 4} M ${x + 4} ${y - 4} L ${x - 4} ${y + 4}`, class: "cross" }));
  else svg.append(svgElement("circle", { cx: x, cy: y, r: 5, class: fact.bound === "About" || way ? "ring" : "dot" }));
  return svg;
}
