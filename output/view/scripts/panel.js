// The panel on the right: what the texts say about the chosen entity or line.

function choose(entity, { move = false, focus = false } = {}) {
  if (state.path && !state.path.to && state.path.from !== entity) return showPath(state.path.from, entity);
  Object.assign(state, { entity, line: null, path: null });
  if (isAside(entity)) bringBack(entity);
  if (state.alone) applyFilters();
  paint();
  if (move) goAround(entity);
  showPanel(entityPanel(entity), focus);
  const count = entity.statements.length + entity.facts.length;
  tell(`${shortened(plain(entity.label), 80)}, ${kindText(entity)}: ${counted(count, "statement")}, ` +
    `linked to ${counted(entity.near.size, "shape")}${hiddenNear(entity)}.` +
    (entity.shown ? "" : " The filters hide it in the drawing."));
  remember();
}

function hiddenNear(entity) {
  const hidden = [...entity.near].filter((other) => !other.shown).length;
  return hidden ? ` (${hidden} not drawn now)` : "";
}

function asideHint(entity) {
  const later = [...entity.near].filter(isAside).length;
  if (!later) return null;
  return make("p", { class: "hint" }, `${later} of the ${counted(entity.near.size, "shape")} tied to it ${later === 1 ? "is" : "are"} set aside. `,
    button("Draw all", () => { bringBack(entity); choose(entity, { move: true }); }, { class: "link" }));
}

function bringBack(...entities) {
  state.all = true;
  for (const entity of entities.filter(isAside)) for (const one of [entity, ...entity.near]) state.wanted.add(one);
  fillFilters();
  applyFilters();
  updateCounts();
}

function chooseLine(line, { move = false, focus = false } = {}) {
  Object.assign(state, { entity: null, line, path: null, alone: false });
  if (isAside(line.subject) || isAside(line.object)) bringBack(line.subject, line.object);
  paint();
  if (move) fit([line.subject, line.object], false, MOST_NEAR);
  showPanel(linePanel(line), focus);
  tell(`${shortened(plain(line.subject.label), 60)}: ${lineText(line)}: ` +
    `${shortened(plain(line.object.label), 60)}. ${counted(line.statements.length, "statement")}.`);
  remember();
}

function clearChoice() {
  Object.assign(state, { entity: null, line: null, path: null });
  if (state.alone) {
    state.alone = false;
    applyFilters();
  }
  paint();
  showPanel(overviewPanel(), false);
  tellCounts();
  remember();
}

function showPanel(content, focus) {
  const panel = byId("panel");
  replaceChildren(panel, content);
  panel.scrollTop = 0;
  document.body.classList.toggle("reading", Boolean(state.entity || state.line));
  if (focus) panel.focus();
}

// After a change of the filters the panel tells what they leave.
function refreshPanel() {
  const content = state.path && state.path.to ? pathPanel() : state.line ? linePanel(state.line) : state.entity ? entityPanel(state.entity) : overviewPanel();
  const at = byId("panel").scrollTop;
  showPanel(content, false);
  byId("panel").scrollTop = at;
}

function closeButton() {
  return button("×", clearChoice, { class: "close", "aria-label": "Close (Esc)", title: "Close (Esc)" });
}

function kindLine(entity) {
  const type = entity.eventType ? spaced(entity.eventType) : "";
  return make("p", { class: "kind" }, sign(entity.kind, 22), make("span", null, [kindText(entity), type].filter(Boolean).join(" · ")));
}

function entityPanel(entity) {
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

function waysOn(entity) {
  const steps = (count, text) => button(text, () => {
    state.steps = count;
    if (state.alone) applyFilters();
    paint();
    goAround(entity);
    refreshPanel();
    remember();
  }, { class: "small", "aria-pressed": String(state.steps === count) });
  const alone = button("Only this", () => {
    state.alone = !state.alone;
    refilter();
    goAround(entity);
  }, { class: "small", "aria-pressed": String(state.alone), title: "Draw nothing but what lies around it" });
  return make("div", { class: "ways" },
    entity.facts.length + entity.statements.length > 1 ? button("Compare what is said", () => compare(entity), { class: "small strong" }) : null,
    entity.near.size ? [steps(1, "1 step"), steps(2, "2 steps"), alone, button("Path to …", () => askForPath(entity), { class: "small" })] : null);
}

function keptOut(entity) {
  const all = [...entity.facts, ...entity.statements];
  const out = all.length - passing(all).length;
  return out ? make("p", { class: "hint" }, `Filters keep ${counted(out, "statement")} out.`) : null;
}

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

function documentsOf(entity) {
  const { titles } = entity;
  const mentions = entity.mentions ? `Mentioned ${entity.mentions === 1 ? "once" : counted(entity.mentions, "time")}` : "Mentioned";
  if (!titles.length) return entity.mentions ? make("p", { class: "hint" }, `${mentions}.`) : null;
  return make("details", { class: "documents" },
    make("summary", null, `${mentions} in ${counted(titles.length, "document")}`),
    make("ul", null, titles.map((title) => {
      const document = model.documents.find((one) => one.title === title);
      const name = said(title || "Untitled document");
      return make("li", null, document ? button("", () => read(document), { class: "link" }).appendChild(name).parentNode : name);
    })));
}

// One line of the panel that opens to the sentences behind it.
function row(head, statements, { open = false, before = null } = {}) {
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

function speakersOf(statements) {
  const names = [...new Set(statements.map((statement) => statement.speaker || NO_ONE.toLowerCase()))];
  return names.length > 2 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(" and ");
}

function factHead(facts) {
  const [fact] = facts;
  return [
    make("span", { class: fact.denied ? "value denied" : "value" }, said(shortened(valueText(fact), 160)),
      fact.group ? make("small", null, " ", said(groupText(fact.group))) : null),
    fact.denied ? badge("✕ denied", "denied") : null,
    facts.every((other) => other.hedged) ? badge("with a reserve", "hedged") : null,
    make("span", { class: "by" }, facts[0].denied ? "denied by " : "according to ", said(speakersOf(facts)), sourcesText(facts)),
  ];
}

// Where and when it is said: one speaker may give other figures in other years.
function sourcesText(facts) {
  const dates = [...new Set(facts.map((fact) => fact.sentence.document.date).filter(Boolean))].sort();
  const documents = new Set(facts.map((fact) => fact.sentence.document));
  const [first] = documents;
  const where = documents.size > 1 ? counted(documents.size, "document") : shortened(plain(first.title), 40);
  return ` · ${where}${dates.length ? ` · ${dateText(dates[0])}${dates.length > 1 ? ` – ${dateText(dates.at(-1))}` : ""}` : ""}`;
}

function factGroups(entity) {
  const groups = groupBy(passing(entity.facts), (fact) => fact.predicate);
  const single = entity.facts.length + entity.statements.length <= 2;
  const size = (fact) => Number(fact.value) || 0;
  return [...groups].sort(([a], [b]) => byRelation(a, b)).map(([predicate, facts]) => {
    const same = [...groupBy(facts, (f) => JSON.stringify([f.value, f.group, f.bound, f.denied])).values()]
      .sort((a, b) => size(b[0]) - size(a[0]) || b.length - a.length);
    return make("section", { class: "said" }, make("h3", null, relationOut(predicate), different(same)),
      same.map((rowFacts) => row(factHead(rowFacts), rowFacts, { open: single })));
  });
}

// Sources may give several figures; the page shows them side by side and takes none for true.
function different(rows) {
  const words = ["begin", "end", "says"];
  const values = new Set(rows.map((facts) => facts[0].value));
  const count = make("span", { class: "count" }, String(rows.reduce((sum, facts) => sum + facts.length, 0)));
  return values.size > 1 && !words.includes(rows[0][0].predicate)
    ? make("span", null, badge("figures or words differ", "differ"), count)
    : count;
}

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

function statementRow(entity, line, open) {
  const other = line.subject === entity ? line.object : line.subject;
  const before = make("p", { class: "go" },
    other === entity ? null : button(`Go to ${shortened(plain(other.label), 40)} →`, () => choose(other, { move: true, focus: true }), { class: "link" }),
    button("Show this line", () => chooseLine(line, { move: true, focus: true }), { class: "link" }));
  return row(statementHead(entity, line), passing(line.statements), { open, before });
}

function statementGroups(entity) {
  const lines = entity.lines.filter((line) => line.statements.some((s) => s.passes));
  const groups = groupBy(lines, (line) => `${line.subject === entity ? "out" : "in"} ${line.predicate}`);
  let open = entity.facts.length < 3;
  return [...groups.values()].sort(([a], [b]) => byRelation(a.predicate, b.predicate)).map((lines) => {
    const [line] = lines;
    // The line of a claim leads from the voice, its words are said of the event.
    const name = (line.subject === entity) === line.claim ? relationIn(line.predicate) : relationOut(line.predicate);
    lines.sort((a, b) => b.statements.length - a.statements.length || a.number - b.number);
    const rows = lines.slice(0, 60).map((other) => {
      const element = statementRow(entity, other, open);
      open = false;
      return element;
    });
    if (lines.length > rows.length) rows.push(restOf(entity, lines.slice(60)));
    return make("section", { class: "said" }, make("h3", null, said(name), make("span", { class: "count" }, String(lines.length))), rows);
  });
}

function restOf(entity, lines) {
  const more = button(`Show ${lines.length} more`, () => more.replaceWith(...lines.map((line) => statementRow(entity, line, false))), { class: "more" });
  return more;
}

function entityButton(entity) {
  return button("", () => choose(entity, { move: true, focus: true }), { class: "end" }).appendChild(sign(entity.kind, 20)).parentNode;
}

function linePanel(line) {
  const end = (entity, part) => {
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

function parallelHead(line, other) {
  const turned = other.subject !== line.subject;
  return [
    said(turned ? `← ${lineText(other)}` : `${lineText(other)} →`, { class: "other" }),
    other.denied ? badge("✕ denied", "denied") : null,
    make("span", { class: "count" }, `${other.statements.length} ×`),
  ];
}
