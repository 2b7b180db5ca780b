// The visible statements as a table: the drawing in another form, sorted by any column and searched.

import { choose, chooseLine, refilter, showDrawing } from "./actions.js";
import { model } from "./data.js";
import { button, make, said } from "./elements.js";
import { folded } from "./fuzzy.js";
import { setAside } from "./opening.js";
import { announce } from "./signals.js";
import { NO_ONE, state } from "./state.js";
import { counted, dateText, grouped, groupText, plain, relationOut, shortened, valueText } from "./words.js";

const PORTION = 200;
/** @type {[string, (statement: Statement) => string][]} */
const COLUMNS = [
  ["Subject", (s) => s.subject.label],
  ["Relation", (s) => (s.denied ? "✕ denied: " : "") + relationOut(s.predicate)],
  ["Object or value", (s) => (s.object ? s.object.label : [valueText(s), groupText(s.group)].filter(Boolean).join(" · "))],
  ["Who says it", (s) => s.speaker || NO_ONE],
  ["Sentence", (s) => s.sentence.words],
  ["Document", (s) => s.sentence.document.title],
  ["Date", (s) => s.sentence.document.date],
];
const table = { column: -1, down: false, wanted: "" };

function tableRows() {
  const wanted = folded(table.wanted.trim());
  const rows = model.statements.filter((s) => s.shown && (!wanted || COLUMNS.some(([, textOf]) => folded(String(textOf(s))).includes(wanted))));
  /** @type {(a: Statement, b: Statement) => number} */
  const inText = (a, b) => a.sentence.document.number - b.sentence.document.number || a.sentence.index - b.sentence.index || a.number - b.number;
  if (table.column < 0) return rows.sort(inText);
  const textOf = COLUMNS[table.column][1];
  /** @type {(a: Statement, b: Statement) => number} */
  const order = (a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    const [x, y] = [a, b].map((s) => Number(s.value));
    const numbers = table.column === 2 && x && y ? x - y : 0;
    return (numbers || (one < other ? -1 : one > other ? 1 : 0)) * (table.down ? -1 : 1);
  };
  return rows.sort((a, b) => order(a, b) || inText(a, b));
}

export function fillTable() {
  const box = make("div", { class: "statements" });
  const field = make("input", { type: "search", "aria-label": "Search in the table", placeholder: "Search in the table …" });
  field.value = table.wanted;
  const holder = make("div");
  field.addEventListener("input", () => {
    table.wanted = field.value;
    holder.replaceChildren(...tableContent(holder));
  });
  holder.append(...tableContent(holder));
  box.append(field, holder);
  return box;
}

/** @param {HTMLElement} holder @returns {HTMLElement[]} */
function tableContent(holder) {
  const statements = tableRows();
  const body = make("tbody");
  const more = button("", () => add(), { class: "more" });
  let shown = 0;
  const add = () => {
    const next = statements.slice(shown, shown + PORTION);
    shown += next.length;
    body.append(...next.map(tableRow));
    more.hidden = shown >= statements.length;
    more.textContent = `Show more (${grouped(shown)} of ${grouped(statements.length)})`;
  };
  add();
  const head = COLUMNS.map(([name], place) => {
    const sorted = table.column === place ? (table.down ? "descending" : "ascending") : "none";
    const sort = () => {
      Object.assign(table, { down: table.column === place && !table.down, column: place });
      holder.replaceChildren(...tableContent(holder));
      holder.querySelectorAll(/** @type {"button"} */ ("th button"))[place].focus();
    };
    return make("th", { scope: "col", "aria-sort": sorted }, button(`${name}${{ ascending: " ▴", descending: " ▾", none: "" }[sorted]}`, sort, { class: "link" }));
  });
  return [make("div", { class: "scroll" }, make("table", null,
    make("caption", null, `${counted(statements.length, "statement")}. Choose a row to read its sentence, a heading to sort. `,
      setAside.length && !state.all ? button("Add what is set aside", () => { state.all = true; announce("legend"); refilter(); }, { class: "link" }) : null),
    make("thead", null, make("tr", null, head)), body)), more];
}

/** @param {Statement} statement */
function tableRow(statement) {
  const open = () => {
    showDrawing();
    if (statement.line) chooseLine(statement.line, { move: true, focus: true });
    else choose(statement.subject, { move: true, focus: true });
  };
  return make("tr", { class: statement.denied ? "denied" : "", on: { click: open } }, COLUMNS.map(([name, textOf], place) => {
    const text = said(shortened(name === "Date" ? dateText(textOf(statement)) : textOf(statement), name === "Sentence" ? 160 : 90));
    return make("td", null, place ? text : button(text, open, { class: "link", "aria-label": plain(textOf(statement)) || "No name" }));
  }));
}
