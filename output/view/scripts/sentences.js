// A statement with the sentence behind it: subject, relation and object are marked in the text.

import { read } from "./actions.js";
import { copyText } from "./clipboard.js";
import { button, make, said } from "./elements.js";
import { NO_ONE } from "./state.js";
import { dateText, groupText, shortened } from "./words.js";

/** @type {[string, "subjectSpan" | "relationSpan" | "objectSpan"][]} */
const PARTS = [["subject", "subjectSpan"], ["relation", "relationSpan"], ["object", "objectSpan"]];

/**
 * Cuts the words at every end of a span. Spans count code points and may overlap.
 * @param {string} words
 * @param {[string, Span][]} named
 */
export function pieces(words, named) {
  const letters = Array.from(words);
  /** @type {[string, [number, number]][]} */
  const spans = named.flatMap(([part, span]) => (span && span[0] < span[1] && span[1] <= letters.length ? [[part, span]] : []));
  const cuts = [...new Set([0, letters.length, ...spans.flatMap(([, span]) => span)])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, place) => {
    const end = cuts[place + 1];
    const parts = spans.filter(([, span]) => span[0] <= start && end <= span[1]);
    return {
      text: letters.slice(start, end).join(""),
      parts: parts.map(([part]) => part),
      last: parts.filter(([, span]) => span[1] === end).map(([part]) => part),
    };
  });
}

/** @param {Statement} statement */
function markedSentence(statement) {
  const nameOf = (/** @type {string} */ part) => (part === "object" && !statement.object ? "value" : part);
  const content = pieces(statement.sentence.words, spansOf([statement])).map(({ text, parts, last }) => {
    if (!parts.length) return text;
    const name = parts.join(" ");
    if (!last.length) return make("mark", { class: name }, text);
    return [make("mark", { class: name }, text), make("sub", { class: last[0] }, last.map(nameOf).join(" + "))];
  });
  return make("blockquote", { class: "sentence", dir: "auto" }, content);
}

/** @param {Statement} statement */
function absentParts(statement) {
  if (!statement.sentence.words) return make("p", { class: "hint" }, "This page was written without sentences.");
  const absent = PARTS.filter(([part, name]) => !statement[name] && (part !== "relation") && (part !== "object" || statement.object));
  if (!absent.length) return null;
  const labelOf = (/** @type {string} */ part) => (part === "object" && statement.object ? statement.object : statement.subject).label;
  const names = absent.map(([part]) => `the ${part} (“${shortened(labelOf(part), 60)}”)`).join(" and ");
  return make("p", { class: "hint" }, said(`This sentence does not name ${names}: it follows from the text around it.`));
}

/** @param {Child} text @param {string} name @param {string} [title] */
export function badge(text, name, title) {
  return make("bdi", { class: `badge ${name}`, title }, text);
}

/** @param {Statement} statement */
function qualifiers(statement) {
  const { role, group, time } = statement;
  const named = [["role", role], ["of whom", groupText(group)], ["when", time]].filter(([, text]) => text);
  if (!named.length) return null;
  return make("p", { class: "qualifiers" }, named.map(([name, text]) => badge(`${name}: ${shortened(text, 70)}`, "quiet")));
}

/** @param {Statement} statement */
function card(statement) {
  const { sentence } = statement;
  const speaker = said(statement.speaker || NO_ONE, { class: "speaker" });
  const [verb, manner] = statement.denied ? ["denies:", "denied"] : statement.hedged ? ["says, with a reserve:", "hedged"] : ["says:", ""];
  return make("article", { class: statement.denied ? "card denied" : "card" },
    make("p", { class: "voice" }, speaker, " ", make("span", { class: `verb ${manner}` }, verb)),
    markedSentence(statement),
    qualifiers(statement),
    absentParts(statement),
    make("p", { class: "source" }, make("cite", null, said(sentence.document.title || "Untitled document")),
      ` · ${sentence.document.date ? `${dateText(sentence.document.date)} · ` : ""}${sentence.page ? `page ${sentence.page}, ` : ""}sentence ${sentence.index + 1}`),
    make("p", { class: "go" },
      button("Read in the document", () => read(sentence.document, sentence), { class: "link" }),
      sentence.words ? button("Sentences around it", (event) => event.target.parentNode.replaceWith(neighbours(sentence)), { class: "link" }) : null,
      button("Copy as citation", () => copyText(citation(statement), "The citation is copied."), { class: "link" })),
    make("details", { class: "how" }, make("summary", null, `Confidence ${statement.confidence.toFixed(2)}`),
      make("dl", null,
        make("dt", null, "Found by"), make("dd", null, said(statement.rule || "not given")),
        make("dt", null, "Statement"), make("dd", { class: "iri" }, said(statement.iri || "not given")),
        make("dt", null, "Document"), make("dd", { class: "iri" }, said(sentence.document.iri || "not given")))));
}

/**
 * Cards in portions, so that a statement made a thousand times does not stop the page.
 * @param {Statement[]} statements
 * @param {number} [portion]
 */
export function cards(statements, portion = 12) {
  const box = make("div", { class: "cards" });
  let shown = 0;
  const more = button("", () => add(), { class: "more" });
  const add = () => {
    const next = statements.slice(shown, shown + portion);
    shown += next.length;
    more.before(...next.map(card));
    more.hidden = shown >= statements.length;
    more.textContent = `Show ${Math.min(portion, statements.length - shown)} more of ${statements.length - shown}`;
  };
  box.append(more);
  add();
  return box;
}

/** @param {Statement[]} statements @returns {[string, Span][]} */
export function spansOf(statements) {
  return statements.flatMap((statement) => PARTS.map(([part, name]) => [part, statement[name]]));
}

/**
 * The sentences before and after, for those who want to know how it goes on.
 * @param {Sentence} sentence
 */
function neighbours(sentence) {
  const all = sentence.document.sentences;
  const place = all.indexOf(sentence);
  const part = (/** @type {Sentence} */ other, /** @type {number} */ step) => (other && other.words && other.index === sentence.index + step ? other.words : "…");
  return make("blockquote", { class: "sentence around", dir: "auto" },
    part(all[place - 1], -1), " ", make("b", null, sentence.words), " ", part(all[place + 1], 1));
}

/**
 * A statement as people cite it: who says what, word for word, and where it stands.
 * @param {Statement} statement
 */
function citation(statement) {
  const { sentence } = statement;
  const { document } = sentence;
  const verb = statement.denied ? "denies" : "says";
  const place = [document.date && dateText(document.date), document.source, sentence.page && `page ${sentence.page}`, `sentence ${sentence.index + 1}`].filter(Boolean).join(", ");
  const words = sentence.words ? ` “${sentence.words}”` : "";
  return `${statement.speaker || NO_ONE} ${verb}:${words} (${document.title || "Untitled document"}, ${place})`;
}
