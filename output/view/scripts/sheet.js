// What lies over the picture: the table, a comparison, or a document as text.

import { closeSheet } from "./actions.js";
import { comparison } from "./compare.js";
import { button, byId, make, replaceChildren } from "./elements.js";
import { readingOf } from "./reading.js";
import { listenTo } from "./signals.js";
import { state } from "./state.js";
import { fillTable } from "./table.js";

/** @param {Sheet} sheet */
function contentOfSheet(sheet) {
  if (sheet.name === "compare") return comparison(sheet.entity);
  return sheet.name === "read" ? readingOf(sheet.document, sheet.sentence) : fillTable();
}

export function fillSheet() {
  const box = byId("sheet");
  const { sheet } = state;
  box.hidden = !sheet;
  byId("as-table").setAttribute("aria-pressed", String(Boolean(sheet && sheet.name === "table")));
  document.body.classList.toggle("covered", Boolean(sheet));
  // What is side by side needs the room of the panel as well.
  const isWide = sheet !== null && sheet.name !== "read";
  document.body.classList.toggle("wide", isWide);
  for (const id of ["picture", "panel", "time"]) byId(id).inert = id === "picture" ? Boolean(sheet) : isWide;
  if (!sheet) return box.replaceChildren();
  replaceChildren(box, make("p", { class: "back" }, button("← Back to the picture", closeSheet, { class: "link" })), contentOfSheet(sheet));
  box.scrollTop = 0;
  const mark = box.querySelector(".at");
  if (mark) mark.scrollIntoView({ block: "center" });
}

// After a change of the filters, where the reader is stays.
function refreshSheet() {
  const at = byId("sheet").scrollTop;
  fillSheet();
  byId("sheet").scrollTop = at;
}

export function startSheet() {
  listenTo("sheet", fillSheet);
  listenTo("filtered", refreshSheet);
}
