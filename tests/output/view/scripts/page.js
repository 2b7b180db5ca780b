// A page for the modules to be imported into: three people and an event, as packing.py writes them.

import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const WORDS = readFileSync(new URL("../../../../output/view/words.json", import.meta.url), "utf8");

const texts = ["", "Person", "Event", "A new ferry line", "injured", "Everyone", "AtLeast", "Harbour Gazette", "opposes", "Ferry Operator", "A reply"];
const of = (text) => texts.indexOf(text);

const entity = (name, kind, more = {}) => {
  const row = { iri: `https://example.org/${name}`, label: name, kind: of(kind), others: [], mentions: 1, titles: [of("A new ferry line")], eventType: 0, begin: "", end: "", named: 1, salience: 0 };
  return { ...row, ...more };
};

const statement = (name, subject, predicate, more = {}) => {
  const row = { iri: `https://example.org/${name}`, subject, predicate: of(predicate), object: -1, value: "", denied: 0, hedged: 0, confidence: 0.9, speaker: of("Harbour Gazette"), sentence: 0,
    subjectSpan: null, relationSpan: null, objectSpan: null, rule: 0, role: 0, group: 0, bound: 0, time: 0, source: 0 };
  return { ...row, ...more };
};

const entities = [
  entity("Opening", "Event", { begin: "1987-05-02", end: "1987-05-03" }), entity("Anna", "Person"), entity("Bruno", "Person"), entity("Clara", "Person"),
];
const statements = [
  statement("s0", 0, "injured", { value: "3", group: of("Everyone"), bound: of("AtLeast") }),
  statement("s1", 1, "opposes", { object: 2 }),
  statement("s2", 2, "opposes", { object: 3, denied: 1, speaker: of("Ferry Operator"), sentence: 1 }),
];
const line = (from, to, number, denied) => ({ from, to, denied, hedged: 0, claim: 0, bend: 0, statements: [number] });
const lines = [line(1, 2, 1, 0), line(2, 3, 2, 1)];
const columns = (rows) => Object.fromEntries(Object.keys(rows[0]).map((key) => [key, rows.map((row) => row[key])]));
const sentence = (words, document) => ({ words, document, index: 0, page: 0, start: 0 });
const numbers = globalThis.communityNumbers || [-1, -1, -1, -1];
const node = (x, place) => ({ x, y: 0, amongX: x, amongY: 0, community: numbers[place], size: 10, shape: "dot", aside: 0 });

const PACKED = {
  evidence: {
    entities: columns(entities),
    statements: columns(statements),
    sentences: columns([sentence("Anna opposes Bruno.", 0), sentence("Bruno does not oppose Clara.", 1)]),
    documents: columns([
      { title: of("A new ferry line"), iri: "https://example.org/d0", date: "1987-05-03", source: "ferry.txt" },
      { title: of("A reply"), iri: "https://example.org/d1", date: "1988-01-09", source: "reply.txt" },
    ]),
    texts, leftOut: "",
  },
  drawing: { nodes: columns([0, 100, 200, 300].map(node)), edges: columns(lines), circles: { x: [0, 9], y: [0, 9], size: [5, 4] } },
};

const contents = { words: WORDS, options: "{}", evidence: deflateSync(JSON.stringify(PACKED)).toString("base64") };
globalThis.document = { getElementById: (id) => ({ textContent: contents[id] }) };
globalThis.location = { hash: "", pathname: "/view.html", search: "" };
globalThis.history = { pushState: (_, __, address) => { globalThis.location.hash = address; } };

/** A module of the page, with this page around it. */
export function load(name) {
  return import(`../../../../output/view/scripts/${name}.js`);
}
