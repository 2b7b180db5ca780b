// The tables of the page as objects, with the ways between them.

// What the line from a voice to an event is called in words.json; no predicate has a space.
const CLAIM = "a claim";

/** @param {Packed} options @returns {Model} */
export function makeModel({ evidence: data, drawing }) {
  /** @type {(columns: string[], rows: any[][]) => any[]} */
  const objects = (columns, rows) =>
    rows.map((row, number) => {
      /** @type {Record<string, any>} */
      const object = { number };
      columns.forEach((name, place) => { object[name] = row[place]; });
      return object;
    });
  const text = (/** @type {number} */ number) => data.texts[number];

  /** @type {TextDocument[]} */
  const documents = data.documents.map(([title, iri, date, source], number) => ({ number, title: text(title), iri, date, source, sentences: [] }));
  /** @type {Sentence[]} */
  const sentences = data.sentences.map(([words, document, index, page, start], number) =>
    ({ number, words, document: documents[document], index, page, start, statements: [] }));
  for (const sentence of sentences) sentence.document.sentences.push(sentence);
  for (const document of documents) document.sentences.sort((a, b) => a.index - b.index || a.number - b.number);
  const entities = objects(data.entityColumns, data.entities);
  for (const entity of entities) {
    entity.kind = text(entity.kind);
    entity.titles = entity.titles.map(text);
    entity.eventType = text(entity.eventType);
    Object.assign(entity, { facts: [], statements: [], lines: [], near: new Set() });
  }
  const statements = objects(data.statementColumns, data.statements);
  for (const statement of statements) {
    for (const name of ["predicate", "speaker", "rule", "role", "group", "bound", "time"]) {
      statement[name] = text(statement[name]);
    }
    statement.subject = entities[statement.subject];
    statement.object = statement.object < 0 ? null : entities[statement.object];
    statement.sentence = sentences[statement.sentence];
    statement.sentence.statements.push(statement);
    if (statement.object) {
      statement.subject.statements.push(statement);
      if (statement.object !== statement.subject) statement.object.statements.push(statement);
    } else {
      statement.subject.facts.push(statement);
    }
  }
  const nodes = drawing.nodes;
  for (const entity of entities) {
    entity.x = nodes.x[entity.number];
    entity.y = nodes.y[entity.number];
    entity.size = nodes.size[entity.number];
    entity.shape = nodes.shape[entity.number];
    entity.aside = Boolean(nodes.aside[entity.number]);
    entity.places = { opening: [entity.x, entity.y], all: [nodes.amongX[entity.number], nodes.amongY[entity.number]] };
  }
  const edges = drawing.edges;
  const lines = (edges.from || []).map((from, number) => {
    /** @type {Line} */
    const line = {
      number,
      subject: entities[from],
      object: entities[edges.to[number]],
      denied: Boolean(edges.denied[number]),
      hedged: Boolean(edges.hedged[number]),
      claim: Boolean(edges.claim[number]),
      bend: edges.bend[number],
      predicate: CLAIM,
      shown: false,
      isDrawn: false,
      width: 0,
      statements: edges.statements[number].map((/** @type {number} */ n) => statements[n]),
    };
    if (!line.claim) line.predicate = line.statements[0].predicate;
    for (const statement of line.statements) statement.line ||= line;
    line.subject.lines.push(line);
    if (line.object !== line.subject) line.object.lines.push(line);
    line.subject.near.add(line.object);
    line.object.near.add(line.subject);
    return line;
  });
  // The order in which labels are drawn: what is linked and mentioned most comes first, and whom
  // the texts do not name comes last.
  const weight = (/** @type {Entity} */ e) => (e.lines.length + 0.5 * e.mentions + e.facts.length) * (e.kind === "Event" ? 1.6 : 1) * (e.named ? 1 : 0.2);
  const ranked = [...entities].sort((a, b) => weight(b) - weight(a) || a.number - b.number);
  ranked.forEach((entity, rank) => { entity.rank = rank; });
  return { entities, statements, lines, documents, sentences, ranked, leftOut: data.leftOut };
}
