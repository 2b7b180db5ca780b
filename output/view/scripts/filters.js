// What is visible, and the legend on the left, where each entry is a filter with its count.

const years = model.entities
  .filter((entity) => entity.kind === "Event")
  .flatMap((entity) => [yearOf(entity.begin), yearOf(entity.end)])
  .filter((year) => year !== null);
const YEARS = years.length ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : null;

const state = {
  entity: null,
  line: null,
  hover: null,
  hidden: { kind: new Set(), relation: new Set(), document: new Set() },
  confidence: 0,
  all: false,
  years: YEARS ? [...YEARS] : null,
};

// Where there is no room for all, the picture opens on the main events and what is tied to them.
// The legend and the status line say how much is set aside and bring it back.
const setAside = model.entities.filter((entity) => entity.aside);

function isAside(entity) {
  return entity.aside && !state.all;
}

function isDated() {
  return YEARS !== null && (state.years[0] > YEARS[0] || state.years[1] < YEARS[1]);
}

function statementPasses(statement) {
  return (
    !state.hidden.relation.has(statement.predicate) &&
    !state.hidden.document.has(statement.sentence.document.title) &&
    statement.confidence >= state.confidence
  );
}

function entityPasses(entity) {
  if (isAside(entity) || state.hidden.kind.has(entity.kind)) return false;
  if (entity.titles.length && entity.titles.every((title) => state.hidden.document.has(title))) return false;
  if (entity.kind !== "Event" || !isDated()) return true;
  const begin = yearOf(entity.begin || entity.end);
  const end = yearOf(entity.end || entity.begin);
  return begin === null || (begin <= state.years[1] && end >= state.years[0]);
}

// Sets `shown` on all entities, statements and lines. An entity whose statements are all filtered
// out goes with them; one that never had any stays.
function applyFilters() {
  for (const statement of model.statements) statement.shown = statementPasses(statement);
  for (const entity of model.entities) {
    const had = entity.statements.length + entity.facts.length > 0;
    const has = !had || entity.statements.some((s) => s.shown) || entity.facts.some((f) => f.shown);
    entity.shown = has && entityPasses(entity);
  }
  for (const statement of model.statements) {
    statement.shown = statement.shown && statement.subject.shown && (!statement.object || statement.object.shown);
  }
  for (const line of model.lines) {
    line.shown = line.subject.shown && line.object.shown && line.statements.some((statement) => statement.shown);
  }
}

function refilter() {
  applyFilters();
  paint();
  tellCounts();
  if (!byId("table").hidden) fillTable();
  remember();
}

function tellCounts(before) {
  const entities = model.entities.filter((entity) => entity.shown).length;
  const statements = model.statements.filter((statement) => statement.shown).length;
  const aside = setAside.length && !state.all ? "The others are set aside (legend)." : "";
  const all = entities === model.entities.length && statements === model.statements.length;
  const counts = all
    ? `All ${counted(entities, "shape")} and ${counted(statements, "statement")} are shown.`
    : `${entities.toLocaleString("en-GB")} of ${counted(model.entities.length, "shape")}, ` +
      `${statements.toLocaleString("en-GB")} of ${counted(model.statements.length, "statement")} shown.`;
  tell([before, counts, aside].filter(Boolean).join(" "));
}

function tell(text) {
  byId("status").textContent = text;
}

function filterEntry(name, key, text, count, picture) {
  const off = state.hidden[name];
  const box = make("input", { type: "checkbox" });
  box.checked = !off.has(key);
  box.addEventListener("change", () => {
    if (box.checked) off.delete(key);
    else off.add(key);
    refilter();
  });
  return make("li", null,
    make("label", null, box, picture, said(text, { class: "what" }), make("span", { class: "count" }, count.toLocaleString("en-GB"))),
    button("only", () => {
      const keys = [...new Set(filterKeys(name))];
      const alone = !off.has(key) && off.size === keys.length - 1;
      off.clear();
      if (!alone) keys.filter((other) => other !== key).forEach((other) => off.add(other));
      fillFilters();
      refilter();
    }, { class: "only", "aria-label": `Only ${text}` }));
}

function filterKeys(name) {
  if (name === "kind") return model.entities.map((entity) => entity.kind);
  if (name === "relation") return model.statements.map((statement) => statement.predicate);
  return model.statements.map((statement) => statement.sentence.document.title);
}

function filterGroup(name, title, entryOf, open = true) {
  const counts = countBy(filterKeys(name), (key) => key);
  const kinds = Object.keys(WORDS.kinds);
  const place = (key) => (kinds.includes(key) ? kinds.indexOf(key) : kinds.length);
  const keys = [...counts.keys()].sort((a, b) =>
    (name === "kind" ? place(a) - place(b) : counts.get(b) - counts.get(a)) || (a < b ? -1 : 1));
  if (keys.length < (name === "kind" ? 1 : 2)) return null;
  return make("details", { class: "group", open },
    make("summary", null, make("h2", null, title), make("span", { class: "count" }, String(keys.length))),
    make("ul", null, keys.map((key) => entryOf(key, counts.get(key)))));
}

function kindEntry(kind, count) {
  const entry = filterEntry("kind", kind, pluralOf(kind) || "Other", count, sign(kind, 20));
  return entry;
}

function confidenceFilter() {
  const range = make("input", { type: "range", min: 0, max: 1, step: 0.05, id: "confidence" });
  range.value = state.confidence;
  const shown = make("output", { for: "confidence" });
  const write = () => { shown.textContent = state.confidence ? `at least ${state.confidence.toFixed(2)}` : "any"; };
  write();
  range.addEventListener("input", () => {
    state.confidence = Number(range.value);
    write();
    refilter();
  });
  return make("div", { class: "group slider" }, make("label", { for: "confidence" }, "Confidence"), shown, range);
}

function yearFilter() {
  if (!YEARS || YEARS[0] === YEARS[1]) return null;
  const events = model.entities.filter((entity) => entity.kind === "Event");
  const counts = countBy(events.map((e) => yearOf(e.begin || e.end)).filter((y) => y !== null), (y) => y);
  const span = YEARS[1] - YEARS[0] + 1;
  const bars = Math.min(span, 40);
  const heights = Array.from({ length: bars }, () => 0);
  for (const [year, count] of counts) heights[Math.floor(((year - YEARS[0]) / span) * bars)] += count;
  const most = Math.max(...heights, 1);
  const chart = make("div", { class: "bars", "aria-hidden": "true" }, heights.map((height, place) => {
    const bar = make("i");
    bar.style.height = `${height ? 12 + (88 * height) / most : 0}%`;
    bar.title = String(YEARS[0] + Math.floor((place * span) / bars));
    return bar;
  }));
  const shown = make("output");
  const write = () => {
    shown.textContent = `${state.years[0]} – ${state.years[1]}`;
    [...chart.children].forEach((bar, place) => {
      const first = YEARS[0] + Math.floor((place * span) / bars);
      const last = YEARS[0] + Math.ceil(((place + 1) * span) / bars) - 1;
      bar.className = last < state.years[0] || first > state.years[1] ? "out" : "";
    });
  };
  const ends = [0, 1].map((end) => {
    const range = make("input", { type: "range", min: YEARS[0], max: YEARS[1], step: 1, "aria-label": end ? "Events until year" : "Events from year" });
    range.value = state.years[end];
    range.addEventListener("input", () => {
      const year = Number(range.value);
      state.years[end] = end ? Math.max(year, state.years[0]) : Math.min(year, state.years[1]);
      range.value = state.years[end];
      write();
      refilter();
    });
    return range;
  });
  write();
  const undated = events.length - [...counts.values()].reduce((a, b) => a + b, 0);
  return make("div", { class: "group slider years" }, make("h2", null, "Years of events"), shown, chart, ends,
    undated ? make("p", { class: "hint" }, `${counted(undated, "event")} without a date always shown.`) : null);
}

function asideEntry() {
  if (!setAside.length) return null;
  const box = make("input", { type: "checkbox" });
  box.checked = state.all;
  box.addEventListener("change", () => {
    state.all = box.checked;
    refilter();
    fit();
  });
  return make("div", { class: "group aside" }, make("label", null, box, make("span", { class: "what" }, "All that is set aside"),
    make("span", { class: "count" }, setAside.length.toLocaleString("en-GB"))));
}

function lineKey() {
  const entry = (name, text) => make("li", null, make("i", { class: `stroke ${name}`, "aria-hidden": "true" }), text);
  return make("div", { class: "group key" }, make("h2", null, "Lines"), make("ul", null,
    entry("plain", "a text says so"),
    model.lines.some((line) => line.claim) ? entry("claim", "gives a figure or a word for it") : null,
    entry("thick", "several statements"),
    entry("denied", "a text denies it"),
    entry("hedged", "said with a reserve")));
}

function fillFilters() {
  replaceChildren(byId("filters"),
    filterGroup("kind", "Legend", kindEntry),
    asideEntry(),
    lineKey(),
    yearFilter(),
    confidenceFilter(),
    filterGroup("relation", "Relations", (key, count) => filterEntry("relation", key, relationOut(key), count, null)),
    filterGroup("document", "Documents", (key, count) => filterEntry("document", key, key || "Untitled", count, null), false));
}

function clearFilters() {
  Object.values(state.hidden).forEach((set) => set.clear());
  state.confidence = 0;
  state.all = false;
  if (YEARS) state.years = [...YEARS];
  fillFilters();
}
