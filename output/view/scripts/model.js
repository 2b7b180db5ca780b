// The tables of the page as objects, with the ways between them.

// What the line from a voice to an event is called in words.json; no predicate has a space.
const CLAIM = "a claim";

// No filter keeps most statements out, so that they share this one list.
/** @type {string[]} */
export const NOTHING = [];

/** @param {Packed} packed @returns {Model} */
export function makeModel({ evidence: data, drawing }) {
  const text = (/** @type {number} */ number) => data.texts[number];
  const documents = makeDocuments(data, text);
  const sentences = makeSentences(data, documents);
  const entities = makeEntities(data, drawing.nodes, text);
  const statements = makeStatements(data, entities, sentences, text);
  const lines = makeLines(drawing.edges, entities, statements);
  return { entities, statements, lines, documents, sentences, ranked: rankedOf(entities), hasClaims: lines.some((line) => line.claim), circles: drawing.circles, leftOut: data.leftOut };
}

/** @param {PackedEvidence} data @param {TextOf} text @returns {TextDocument[]} */
function makeDocuments({ documents: { title, iri, date, source } }, text) {
  return title.map((/** @type {number} */ name, /** @type {number} */ number) =>
    ({ number, title: text(name), iri: iri[number], date: date[number], source: source[number], sentences: [] }));
}

/** @param {PackedEvidence} data @param {TextDocument[]} documents @returns {Sentence[]} */
function makeSentences({ sentences: { words, document: of, index, page, start } }, documents) {
  const sentences = words.map((/** @type {string} */ said, /** @type {number} */ number) =>
    ({ number, words: said, document: documents[of[number]], index: index[number], page: page[number], start: start[number], statements: [] }));
  for (const sentence of sentences) sentence.document.sentences.push(sentence);
  for (const document of documents) document.sentences.sort((a, b) => a.index - b.index || a.number - b.number);
  return sentences;
}

/** @param {PackedEvidence} data @param {Columns} nodes @param {TextOf} text @returns {Entity[]} */
function makeEntities({ entities: all }, nodes, text) {
  return all.iri.map((/** @type {string} */ iri, /** @type {number} */ number) => ({
    number, iri,
    label: all.label[number],
    kind: text(all.kind[number]),
    others: all.others[number],
    mentions: all.mentions[number],
    titles: all.titles[number].map(text),
    eventType: text(all.eventType[number]),
    begin: all.begin[number],
    end: all.end[number],
    named: all.named[number],
    salience: all.salience[number],
    facts: [], statements: [], lines: [],
    rank: 0,
    x: nodes.x[number],
    y: nodes.y[number],
    size: nodes.size[number],
    shape: nodes.shape[number],
    aside: Boolean(nodes.aside[number]),
    community: nodes.community[number],
    places: { opening: [nodes.x[number], nodes.y[number]], all: [nodes.amongX[number], nodes.amongY[number]] },
    shown: false,
    isDrawn: false,
  }));
}

/**
 * @param {PackedEvidence} data
 * @param {Entity[]} entities
 * @param {Sentence[]} sentences
 * @param {TextOf} text
 * @returns {Statement[]}
 */
function makeStatements({ statements: all }, entities, sentences, text) {
  return all.iri.map((/** @type {string} */ iri, /** @type {number} */ number) => {
    /** @type {Statement} */
    const statement = {
      number, iri,
      subject: entities[all.subject[number]],
      predicate: text(all.predicate[number]),
      object: all.object[number] < 0 ? null : entities[all.object[number]],
      value: all.value[number],
      denied: Boolean(all.denied[number]),
      hedged: Boolean(all.hedged[number]),
      confidence: all.confidence[number],
      speaker: text(all.speaker[number]),
      sentence: sentences[all.sentence[number]],
      subjectSpan: all.subjectSpan[number],
      relationSpan: all.relationSpan[number],
      objectSpan: all.objectSpan[number],
      rule: text(all.rule[number]),
      role: text(all.role[number]),
      group: text(all.group[number]),
      bound: text(all.bound[number]),
      time: text(all.time[number]),
      source: text(all.source[number]),
      line: undefined,
      out: NOTHING,
      passes: true,
      shown: true,
    };
    const { subject, object } = statement;
    statement.sentence.statements.push(statement);
    (object ? subject.statements : subject.facts).push(statement);
    if (object && object !== subject) object.statements.push(statement);
    return statement;
  });
}

/** @param {Columns} edges @param {Entity[]} entities @param {Statement[]} statements @returns {Line[]} */
function makeLines(edges, entities, statements) {
  return (edges.from || []).map((/** @type {number} */ from, /** @type {number} */ number) => {
    const claim = Boolean(edges.claim[number]);
    const said = edges.statements[number].map((/** @type {number} */ n) => statements[n]);
    /** @type {Line} */
    const line = {
      number,
      subject: entities[from],
      object: entities[edges.to[number]],
      denied: Boolean(edges.denied[number]),
      hedged: Boolean(edges.hedged[number]),
      claim,
      bend: edges.bend[number],
      predicate: claim ? CLAIM : said[0].predicate,
      shown: false,
      isDrawn: false,
      width: 0,
      statements: said,
    };
    for (const statement of said) statement.line ||= line;
    line.subject.lines.push(line);
    if (line.object !== line.subject) line.object.lines.push(line);
    return line;
  });
}

/**
 * The order in which labels are drawn: what is linked and mentioned most comes first, and whom the
 * texts do not name comes last.
 * @param {Entity[]} entities
 */
function rankedOf(entities) {
  const weight = (/** @type {Entity} */ e) => (e.lines.length + 0.5 * e.mentions + e.facts.length) * (e.kind === "Event" ? 1.6 : 1) * (e.named ? 1 : 0.2);
  const weights = entities.map(weight);
  const ranked = [...entities].sort((a, b) => weights[b.number] - weights[a.number] || a.number - b.number);
  ranked.forEach((entity, rank) => { entity.rank = rank; });
  return ranked;
}

/**
 * Those that lines tie to an entity, itself among them where a line leads back to it.
 * @param {Entity} entity
 * @returns {Set<Entity>}
 */
export function nearOf(entity) {
  return new Set(entity.lines.map((line) => (line.subject === entity ? line.object : line.subject)));
}
