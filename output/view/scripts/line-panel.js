// What the texts say on one line, and on the lines of a path.

import { chooseLine, showPath } from "./actions.js";
import { model } from "./data.js";
import { button, make, said } from "./elements.js";
import { closeButton, entityButton, row } from "./rows.js";
import { badge, cards } from "./sentences.js";
import { passing } from "./state.js";
import { counted, lineText, shortened } from "./words.js";

/** @param {Line} line */
export function linePanel(line) {
  const end = (/** @type {Entity} */ entity, /** @type {string} */ part) => {
    const element = entityButton(entity);
    element.append(said(shortened(entity.label, 120)), make("small", null, part));
    return element;
  };
  const titles = new Set(line.statements.map((statement) => statement.sentence.document));
  const parallel = model.lines.filter((other) => other !== line &&
    ((other.subject === line.subject && other.object === line.object) || (other.subject === line.object && other.object === line.subject)));
  return [
    closeButton(),
    make("h2", { class: "kind" }, line.claim ? "What one voice says of an event" : "Statement"),
    make("div", { class: "triple" },
      end(line.subject, line.claim ? "who says it" : "subject"),
      make("p", { class: line.denied ? "relation denied" : "relation" }, line.denied ? "✕ " : "", said(lineText(line))),
      end(line.object, line.claim ? "of what" : "object")),
    make("p", { class: "when" }, `${counted(line.statements.length, "statement")} in ${counted(titles.size, "document")}`),
    cards(passing(line.statements)),
    parallel.length ? make("section", { class: "said" }, make("h3", null, "Also said between these two", make("span", { class: "count" }, String(parallel.length))),
      parallel.map((other) => row(parallelHead(line, other), other.statements,
        { before: make("p", { class: "go" }, button("Show this line", () => chooseLine(other, { move: true, focus: true }), { class: "link" })) }))) : null,
  ];
}

/** @param {Line} line @param {Line} other @returns {Child[]} */
function parallelHead(line, other) {
  const turned = other.subject !== line.subject;
  return [
    said(turned ? `← ${lineText(other)}` : `${lineText(other)} →`, { class: "other" }),
    other.denied ? badge("✕ denied", "denied") : null,
    make("span", { class: "count" }, `${other.statements.length} ×`),
  ];
}

/** @param {FoundPath} path */
export function pathPanel({ from, to, lines, entities }) {
  return [
    closeButton(),
    make("h2", { class: "kind" }, `Shortest path · ${counted(lines.length, "step")}`),
    make("div", { class: "triple" }, entities.map((entity, place) => {
      const end = entityButton(entity);
      end.append(said(shortened(entity.label, 110)));
      const line = lines[place];
      if (!line) return end;
      const head = [said(line.subject === entity ? `${lineText(line)} ↓` : `↑ ${lineText(line)}`, { class: line.denied ? "relation denied" : "relation" }), make("span", { class: "count" }, `${line.statements.length} ×`)];
      return [end, row(head, passing(line.statements))];
    })),
    make("p", { class: "go" }, button("The other way round", () => showPath(to, from), { class: "link" })),
  ];
}
