// A document as text, with what the graph took from it marked in place.

import { choose, chooseLine, showDrawing } from "./actions.js";
import { button, make, said } from "./elements.js";
import { pieces, spansOf } from "./sentences.js";
import { NO_ONE, passing } from "./state.js";
import { counted, dateText, groupText, relationOut, shortened, valueText } from "./words.js";

/** @param {TextDocument} document @param {Sentence | null} at */
export function readingOf(document, at) {
  const found = passing(document.sentences.flatMap((sentence) => sentence.statements));
  const taken = (/** @type {Sentence} */ sentence) => passing(sentence.statements);
  return make("article", { class: "reading-view" },
    make("h2", { class: "label" }, make("bdi", null, document.title || "Untitled document")),
    make("p", { class: "when" }, [document.date && dateText(document.date), document.source, counted(found.length, "statement")].filter(Boolean).join(" · ")),
    make("p", { class: "hint" }, document.sentences.some((s) => s.words)
      ? "Sentences from which nothing was taken and in which nobody is named may be missing (…). Choose a marked sentence to see what was taken from it."
      : "This page was written without sentences."),
    make("div", { class: "text", dir: "auto" }, paragraphs(document).map((paragraph) => [
      paragraph.page ? make("p", { class: "page-mark" }, `Page ${paragraph.page}`) : null,
      make("p", null, paragraph.sentences.map((sentence, place) => [
        place || !paragraph.gap ? null : make("span", { class: "gap" }, "… "),
        place && sentence.index - paragraph.sentences[place - 1].index > 1 ? make("span", { class: "gap" }, "… ") : null,
        readSentence(sentence, taken(sentence), sentence === at), " ",
      ])),
    ])));
}

/**
 * Where one sentence does not follow the last within a space, a paragraph begins.
 * @param {TextDocument} document
 */
function paragraphs(document) {
  /** @type {{ page: number, gap: boolean, sentences: Sentence[] }[]} */
  const found = [];
  /** @type {Sentence | null} */
  let last = null;
  for (const sentence of document.sentences) {
    const end = last && last.start >= 0 ? last.start + Array.from(last.words).length : -1;
    const follows = last && sentence.index - last.index <= 1;
    const isNear = last && (last.start < 0 || sentence.start - end < 2 || (!follows && sentence.start - end < 200));
    const isNewPage = Boolean(sentence.page) && (!last || last.page !== sentence.page);
    if (!isNear || isNewPage) found.push({ page: isNewPage ? sentence.page : 0, gap: Boolean(last && !follows), sentences: [] });
    found[found.length - 1].sentences.push(sentence);
    last = sentence;
  }
  return found;
}

/** @param {Sentence} sentence @param {Statement[]} statements @param {boolean} isAt @returns {Child} */
function readSentence(sentence, statements, isAt) {
  if (!statements.length) return make("span", { class: isAt ? "read at" : "read" }, sentence.words);
  const denied = statements.some((s) => s.denied);
  const below = make("span", { class: "below", hidden: true });
  const toggle = (open = below.hidden) => {
    if (open && !below.childNodes.length) below.append(...statements.map(takenFrom));
    below.hidden = !open;
    count.setAttribute("aria-expanded", String(open));
  };
  const count = button(String(statements.length), () => toggle(), { class: "taken", "aria-expanded": "false", "aria-label": `${counted(statements.length, "statement")} taken from this sentence` });
  const name = ["read", "found", denied ? "denied" : "", isAt ? "at" : ""].filter(Boolean).join(" ");
  const words = make("span", { class: name, on: { click: () => toggle() } }, pieces(sentence.words, spansOf(statements)).map(({ text, parts }) =>
    (parts.length ? make("mark", { class: [...new Set(parts)].join(" ") }, text) : text)));
  if (isAt) toggle(true);
  return [words, "\u2060", count, below];
}

/** @param {Statement} statement */
function takenFrom(statement) {
  const value = statement.object ? statement.object.label : [valueText(statement), groupText(statement.group)].filter(Boolean).join(" ");
  const go = () => {
    showDrawing();
    if (statement.line) chooseLine(statement.line, { move: true, focus: true });
    else choose(statement.subject, { move: true, focus: true });
  };
  return make("span", { class: statement.denied ? "taken-row denied" : "taken-row" },
    make("b", null, said(statement.speaker || NO_ONE)), statement.denied ? " denies: " : statement.hedged ? " says, with a reserve: " : " says: ",
    said(shortened(statement.subject.label, 60)), " — ", said(relationOut(statement.predicate)), " — ", said(shortened(value, 80)), " ",
    button("Show it →", go, { class: "link" }));
}
