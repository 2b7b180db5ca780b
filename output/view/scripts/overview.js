// The panel when nothing is chosen: how to read the page, where to start, where sources differ.

import { choose, compare, openCommunity, read } from "./actions.js";
import { communities } from "./communities.js";
import { model } from "./data.js";
import { button, make, said } from "./elements.js";
import { groupBy } from "./lists.js";
import { entityButton, row } from "./rows.js";
import { isFiltered, passing, state } from "./state.js";
import { counted, dateText, groupText, period, plain, relationOut, shortened, valueText } from "./words.js";

export function overviewPanel() {
  return [
    make("h2", { class: "label" }, "What the texts say"),
    make("p", null, "Every line stands for statements in the texts. ",
      make("strong", null, "Click a line to read the sentence behind it"), ", or a shape to read all that is said about it."),
    model.leftOut ? make("p", { class: "hint left-out" }, model.leftOut) : null,
    difference(),
    startingPoints("Event", "Events told of most"),
    startingPoints(null, "Named most"),
    parts(),
    documentList(),
    keysHelp(),
  ];
}

/** @param {string | null} kind @param {string} title */
function startingPoints(kind, title) {
  const chosen = model.entities
    .filter((entity) => (kind ? entity.kind === kind : entity.kind !== "Event" && entity.named))
    .filter((entity) => !isFiltered() || (!state.hidden.kind.has(entity.kind) && [...entity.statements, ...entity.facts].some((s) => s.passes)))
    .sort((a, b) => b.salience - a.salience || b.mentions - a.mentions || a.rank - b.rank)
    .slice(0, kind ? 7 : 6);
  if (!chosen.length) return null;
  return make("section", { class: "said" }, make("h3", null, title), make("ul", { class: "starts" }, chosen.map((entity) => {
    const element = entityButton(entity);
    element.append(said(shortened(entity.label, 90)), make("small", null, [period(entity), entity.mentions ? `${entity.mentions} ×` : ""].filter(Boolean).join(" · ")));
    return make("li", null, element);
  })));
}

// A large network by its communities: the way into them for the keyboard too.
function parts() {
  const shown = communities.slice(0, 12);
  if (!shown.length) return null;
  const entry = (/** @type {Community} */ one) => make("li", null,
    button(said(shortened(one.first.label, 70)), () => openCommunity(one), { class: "link" }), make("small", null, `and ${counted(one.members.length - 1, "entity", "entities")} around it`));
  const list = make("ul", { class: "texts" }, shown.map(entry));
  const rest = communities.slice(shown.length);
  const more = button(`${rest.length} more`, () => { more.remove(); list.append(...rest.map(entry)); }, { class: "link" });
  return make("section", { class: "said" }, make("h3", null, "What hangs together", make("span", { class: "count" }, String(communities.length))), list, rest.length ? more : null);
}

function documentList() {
  const all = model.documents.filter((document) => !isFiltered() || passing(document.sentences.flatMap((s) => s.statements)).length);
  if (!all.length) return null;
  const shown = 12;
  const entry = (/** @type {TextDocument} */ document) => make("li", null, button(said(shortened(document.title || "Untitled document", 90)), () => read(document), { class: "link" }),
    make("small", null, [document.date && dateText(document.date), counted(passing(document.sentences.flatMap((s) => s.statements)).length, "statement")].filter(Boolean).join(" · ")));
  const list = make("ul", { class: "texts" }, all.slice(0, shown).map(entry));
  const rest = all.slice(shown);
  const more = button(`${rest.length} more`, () => { more.remove(); list.append(...rest.map(entry)); }, { class: "link" });
  return make("section", { class: "said" }, make("h3", null, "Read the texts", make("span", { class: "count" }, String(all.length))), list, rest.length ? more : null);
}

// Figures of one group that differ, several words for one event, and what is both said and denied.
function differences() {
  const found = [];
  const statements = passing(model.statements);
  const facts = statements.filter((s) => !s.object && !["begin", "end", "says"].includes(s.predicate));
  for (const group of groupBy(facts, (f) => `${f.subject.number} ${f.predicate} ${f.group}`).values()) {
    const values = new Set(group.filter((f) => /^\d+$/.test(f.value)).map((f) => f.value));
    if (values.size > 1) found.push({ about: group[0].subject, what: [relationOut(group[0].predicate), groupText(group[0].group)].filter(Boolean).join(" · "), values: figures(group), statements: group });
  }
  for (const group of groupBy(facts.filter((f) => f.predicate === "characterizedAs" && !f.denied), (f) => f.subject).values()) {
    const texts = [...groupBy(group, valueText).keys()];
    if (texts.length > 1) found.push({ about: group[0].subject, what: relationOut("characterizedAs"), values: texts.slice(0, 5).join(" · "), statements: group });
  }
  const denials = new Set(statements.filter((s) => s.denied).map((s) => s.subject));
  for (const group of groupBy(statements.filter((s) => denials.has(s.subject)), (s) => `${s.subject.number} ${s.predicate} ${s.object ? s.object.number : s.value}`).values()) {
    const denied = group.filter((s) => s.denied).length;
    if (denied && denied < group.length) {
      const [first] = group;
      found.push({ about: first.subject, what: relationOut(first.predicate), values: first.object ? first.object.label : valueText(first), denied, said: group.length - denied, statements: group });
    }
  }
  return found.sort((a, b) => b.statements.length - a.statements.length || a.about.rank - b.about.rank);
}

/** @param {Statement[]} facts */
function figures(facts) {
  const texts = [...groupBy(facts, valueText).keys()].sort((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")));
  return texts.length > 5 ? `${texts.slice(0, 5).join(" · ")} …` : texts.join(" · ");
}

function difference() {
  const found = differences();
  if (!found.length) return null;
  const shown = found.slice(0, 6);
  return make("section", { class: "said differ" }, make("h3", null, "Where the texts differ", make("span", { class: "count" }, String(found.length))),
    shown.map((one) => row([
      said(shortened(one.about.label, 70), { class: "other" }),
      make("span", { class: "by" }, `${one.what}: `, said(shortened(one.values, 90), { class: "values" }),
        one.denied ? ` — said ${one.said}\u00a0×, denied ${one.denied}\u00a0×` : ""),
    ], one.statements, { before: make("p", { class: "go" }, button("Compare side by side", () => compare(one.about), { class: "link" }), button(`Go to ${shortened(plain(one.about.label), 40)} →`, () => choose(one.about, { move: true, focus: true }), { class: "link" })) })));
}

function keysHelp() {
  const key = (/** @type {string} */ names, /** @type {string} */ text) => make("li", null, names.split(" ").map((name) => make("kbd", null, name)), ` ${text}`);
  return make("details", { class: "how keys" }, make("summary", null, "Keys"), make("ul", null,
    key("/", "search"), key("← → ↑ ↓", "walk to the neighbour on that side"), key("L", "the next line of what is chosen"), key("Enter", "read the evidence"),
    key("+ −", "zoom"), key("0", "show everything"), key("T", "table"), key("Esc", "close")));
}
