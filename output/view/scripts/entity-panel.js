// What the texts say about one thing.

import { askForPath, bringBack, choose, chooseLine, compare, read, refilter } from "./actions.js";
import { remember } from "./address.js";
import { goAround } from "./camera.js";
import { model } from "./data.js";
import { button, make, said } from "./elements.js";
import { groupBy } from "./lists.js";
import { nearOf } from "./model.js";
import { paint } from "./picture.js";
import { closeButton, factHead, kindLine, row } from "./rows.js";
import { badge } from "./sentences.js";
import { announce } from "./signals.js";
import { sign } from "./signs.js";
import { applyFilters, isAside, passing, state } from "./state.js";
import { byRelation, counted, lineText, period, plain, relationIn, relationOut, shortened } from "./words.js";

/** @param {Entity} entity */
export function entityPanel(entity) {
  const when = period(entity);
  return [
    closeButton(),
    kindLine(entity),
    make("h2", { class: "label" }, said(entity.label)),
    when ? make("p", { class: "when" }, when) : null,
    otherNames(entity),
    documentsOf(entity),
    waysOn(entity),
    asideHint(entity),
    keptOut(entity),
    factGroups(entity),
    statementGroups(entity),
    entity.statements.length + entity.facts.length ? null : make("p", { class: "hint" }, "The texts name it, but no statement about it was found."),
    make("details", { class: "how" }, make("summary", null, "Identifier"), make("p", { class: "iri" }, said(entity.iri))),
  ];
}

/** @param {Entity} entity */
function asideHint(entity) {
  const later = [...nearOf(entity)].filter(isAside).length;
  if (!later) return null;
  return make("p", { class: "hint" }, `${later} of the ${counted(nearOf(entity).size, "shape")} tied to it ${later === 1 ? "is" : "are"} set aside. `,
    button("Draw all", () => { bringBack(entity); choose(entity, { move: true }); }, { class: "link" }));
}

/** @param {Entity} entity */
function waysOn(entity) {
  const steps = (/** @type {number} */ count, /** @type {string} */ text) => button(text, () => {
    state.steps = count;
    if (state.alone) applyFilters();
    paint();
    goAround(entity);
    announce("panel", { keep: true });
    remember();
  }, { class: "small", "aria-pressed": String(state.steps === count) });
  const alone = button("Only this", () => {
    state.alone = !state.alone;
    refilter();
    goAround(entity);
  }, { class: "small", "aria-pressed": String(state.alone), title: "Draw nothing but what lies around it" });
  return make("div", { class: "ways" },
    entity.facts.length + entity.statements.length > 1 ? button("Compare what is said", () => compare(entity), { class: "small strong" }) : null,
    nearOf(entity).size ? [steps(1, "1 step"), steps(2, "2 steps"), alone, button("Path to …", () => askForPath(entity), { class: "small" })] : null);
}

/** @param {Entity} entity */
function keptOut(entity) {
  const all = [...entity.facts, ...entity.statements];
  const out = all.length - passing(all).length;
  return out ? make("p", { class: "hint" }, `Filters keep ${counted(out, "statement")} out.`) : null;
}

/** @param {Entity} entity */
function otherNames(entity) {
  if (!entity.others.length) return null;
  const shown = 8;
  const chips = entity.others.map((name, place) => make("li", { class: place < shown ? "" : "late" }, said(shortened(name, 80))));
  const list = make("ul", { class: "chips" }, chips);
  const rest = entity.others.length - shown;
  if (rest > 0) {
    const more = button(`+ ${rest} more`, () => { list.classList.add("all"); more.remove(); }, { class: "more small" });
    list.append(make("li", { class: "bare" }, more));
  }
  return make("div", { class: "names" }, make("h3", null, "Also called"), list);
}

/** @param {Entity} entity */
function documentsOf(entity) {
  const { titles } = entity;
  const mentions = entity.mentions ? `Mentioned ${entity.mentions === 1 ? "once" : counted(entity.mentions, "time")}` : "Mentioned";
  if (!titles.length) return entity.mentions ? make("p", { class: "hint" }, `${mentions}.`) : null;
  return make("details", { class: "documents" },
    make("summary", null, `${mentions} in ${counted(titles.length, "document")}`),
    make("ul", null, titles.map((title) => {
      const document = model.documents.find((one) => one.title === title);
      const name = said(title || "Untitled document");
      return make("li", null, document ? button(name, () => read(document), { class: "link" }) : name);
    })));
}

/** @param {Entity} entity */
function factGroups(entity) {
  const groups = groupBy(passing(entity.facts), (fact) => fact.predicate);
  const single = entity.facts.length + entity.statements.length <= 2;
  const size = (/** @type {Statement} */ fact) => Number(fact.value) || 0;
  return [...groups].sort(([a], [b]) => byRelation(a, b)).map(([predicate, facts]) => {
    const same = [...groupBy(facts, (f) => JSON.stringify([f.value, f.group, f.bound, f.denied])).values()]
      .sort((a, b) => size(b[0]) - size(a[0]) || b.length - a.length);
    return make("section", { class: "said" }, make("h3", null, relationOut(predicate), different(same)),
      same.map((rowFacts) => row(factHead(rowFacts), rowFacts, { open: single })));
  });
}

/**
 * Sources may give several figures; the page shows them side by side and takes none for true.
 * @param {Statement[][]} rows
 */
function different(rows) {
  const words = ["begin", "end", "says"];
  const values = new Set(rows.map((facts) => facts[0].value));
  const count = make("span", { class: "count" }, String(rows.reduce((sum, facts) => sum + facts.length, 0)));
  return values.size > 1 && !words.includes(rows[0][0].predicate)
    ? make("span", null, badge("figures or words differ", "differ"), count)
    : count;
}

/** @param {Entity} entity @param {Line} line @returns {Child[]} */
function statementHead(entity, line) {
  const other = line.subject === entity ? line.object : line.subject;
  const hint = line.claim ? lineText(line) : [...new Set(line.statements.map((s) => s.role || s.time).filter(Boolean))].slice(0, 2).join(", ");
  return [
    sign(other.kind, 16),
    said(shortened(other.label, 110), { class: "other" }),
    line.denied ? badge("✕ denied", "denied") : null,
    line.hedged ? badge("with a reserve", "hedged") : null,
    hint ? make("span", { class: "by" }, said(shortened(hint, 60))) : null,
    line.statements.length > 1 ? make("span", { class: "count" }, `${line.statements.length} ×`) : null,
  ];
}

/** @param {Entity} entity @param {Line} line @param {boolean} open */
function statementRow(entity, line, open) {
  const other = line.subject === entity ? line.object : line.subject;
  const before = make("p", { class: "go" },
    other === entity ? null : button(`Go to ${shortened(plain(other.label), 40)} →`, () => choose(other, { move: true, focus: true }), { class: "link" }),
    button("Show this line", () => chooseLine(line, { move: true, focus: true }), { class: "link" }));
  return row(statementHead(entity, line), passing(line.statements), { open, before });
}

/** @param {Entity} entity */
function statementGroups(entity) {
  const lines = entity.lines.filter((line) => line.statements.some((s) => s.passes));
  const groups = groupBy(lines, (line) => `${line.subject === entity ? "out" : "in"} ${line.predicate}`);
  let open = entity.facts.length < 3;
  return [...groups.values()].sort(([a], [b]) => byRelation(a.predicate, b.predicate)).map((same) => {
    const [line] = same;
    // The line of a claim leads from the voice, its words are said of the event.
    const name = (line.subject === entity) === line.claim ? relationIn(line.predicate) : relationOut(line.predicate);
    same.sort((a, b) => b.statements.length - a.statements.length || a.number - b.number);
    /** @type {HTMLElement[]} */
    const rows = same.slice(0, 60).map((other) => {
      const element = statementRow(entity, other, open);
      open = false;
      return element;
    });
    if (same.length > rows.length) rows.push(restOf(entity, same.slice(60)));
    return make("section", { class: "said" }, make("h3", null, said(name), make("span", { class: "count" }, String(same.length))), rows);
  });
}

/** @param {Entity} entity @param {Line[]} lines */
function restOf(entity, lines) {
  const more = button(`Show ${lines.length} more`, () => more.replaceWith(...lines.map((line) => statementRow(entity, line, false))), { class: "more" });
  return more;
}
