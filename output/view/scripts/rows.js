// What all panels are made of.

import { choose, clearChoice } from "./actions.js";
import { button, make, said } from "./elements.js";
import { badge, cards } from "./sentences.js";
import { sign } from "./signs.js";
import { NO_ONE } from "./state.js";
import { counted, dateText, groupText, kindText, plain, shortened, spaced, valueText } from "./words.js";

/**
 * One line of the panel that opens to the sentences behind it.
 * @param {Child} head
 * @param {Statement[]} statements
 * @param {{ open?: boolean, before?: Child }} [options]
 */
export function row(head, statements, { open = false, before = null } = {}) {
  const details = make("details", { class: "row" }, make("summary", null, head));
  const fill = () => {
    if (details.children.length === 1) details.append(make("div", { class: "body" }, before, cards(statements)));
  };
  details.addEventListener("toggle", () => { if (details.open) fill(); });
  if (open) {
    fill();
    details.open = true;
  }
  return details;
}

/** @param {Statement[]} statements */
export function speakersOf(statements) {
  const names = [...new Set(statements.map((statement) => statement.speaker || NO_ONE.toLowerCase()))];
  return names.length > 2 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(" and ");
}

/** @param {Statement[]} facts @returns {Child[]} */
export function factHead(facts) {
  const [fact] = facts;
  return [
    make("span", { class: fact.denied ? "value denied" : "value" }, said(shortened(valueText(fact), 160)),
      fact.group ? make("small", null, " ", said(groupText(fact.group))) : null),
    fact.denied ? badge("✕ denied", "denied") : null,
    facts.every((other) => other.hedged) ? badge("with a reserve", "hedged") : null,
    make("span", { class: "by" }, facts[0].denied ? "denied by " : "according to ", said(speakersOf(facts)), sourcesText(facts)),
  ];
}

/**
 * Where and when it is said: one speaker may give other figures in other years.
 * @param {Statement[]} facts
 */
function sourcesText(facts) {
  const dates = [...new Set(facts.map((fact) => fact.sentence.document.date).filter(Boolean))].sort();
  const documents = new Set(facts.map((fact) => fact.sentence.document));
  const [first] = documents;
  const where = documents.size > 1 ? counted(documents.size, "document") : shortened(plain(first.title), 40);
  return ` · ${where}${dates.length ? ` · ${dateText(dates[0])}${dates.length > 1 ? ` – ${dateText(dates[dates.length - 1])}` : ""}` : ""}`;
}

/** @param {Entity} entity */
export function entityButton(entity) {
  return button(sign(entity.kind, 20), () => choose(entity, { move: true, focus: true }), { class: "end" });
}

export function closeButton() {
  return button("×", clearChoice, { class: "close", "aria-label": "Close (Esc)", title: "Close (Esc)" });
}

/** @param {Entity} entity */
export function kindLine(entity) {
  const type = entity.eventType ? spaced(entity.eventType) : "";
  return make("p", { class: "kind" }, sign(entity.kind, 22), make("span", null, [kindText(entity), type].filter(Boolean).join(" · ")));
}
