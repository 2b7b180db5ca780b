// The visible statements as a table: the drawing in another form, for reading in order.

const PORTION = 200;

function fillTable() {
  const statements = model.statements.filter((statement) => statement.shown);
  const body = make("tbody");
  const more = button("", () => add(), { class: "more" });
  let shown = 0;
  const add = () => {
    const next = statements.slice(shown, shown + PORTION);
    shown += next.length;
    body.append(...next.map(tableRow));
    more.hidden = shown >= statements.length;
    more.textContent = `Show more (${shown.toLocaleString("en-GB")} of ${statements.length.toLocaleString("en-GB")})`;
  };
  add();
  replaceChildren(byId("table"),
    make("table", null,
      make("caption", null, `${counted(statements.length, "statement")}. Choose a row to read its sentence.`),
      make("thead", null, make("tr", null, ["Subject", "Relation", "Object or value", "Who says it", "Document"].map((name) => make("th", { scope: "col" }, name)))),
      body),
    more);
}

function tableRow(statement) {
  const open = () => (statement.line ? chooseLine(statement.line, { move: true, focus: true }) : choose(statement.subject, { focus: true }));
  const object = statement.object ? statement.object.label : [valueText(statement), groupText(statement.group)].filter(Boolean).join(" · ");
  return make("tr", { class: statement.denied ? "denied" : "", on: { click: open } },
    make("td", null, button("", open, { class: "link" }).appendChild(said(shortened(statement.subject.label, 80))).parentNode),
    make("td", null, statement.denied ? "✕ denied: " : "", said(relationOut(statement.predicate))),
    make("td", null, said(shortened(object, 120))),
    make("td", null, said(shortened(statement.speaker, 80))),
    make("td", null, said(shortened(statement.sentence.document.title, 80))));
}

function toggleTable() {
  if (byId("table").hidden) {
    fillTable();
    byId("table").hidden = false;
    byId("as-table").setAttribute("aria-pressed", "true");
    byId("table").focus();
  } else showDrawing();
}

function showDrawing() {
  byId("table").hidden = true;
  byId("as-table").setAttribute("aria-pressed", "false");
}
