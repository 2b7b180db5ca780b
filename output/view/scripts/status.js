// The line below the picture that says what is shown, and what was just done.

import { model } from "./data.js";
import { byId } from "./elements.js";
import { MOST_SHAPES, setAside, state } from "./state.js";
import { counted, grouped } from "./words.js";

/** @param {string} text */
export function tell(text) {
  byId("status").textContent = text;
}

/** @param {string} [before] */
export function tellCounts(before) {
  const entities = model.entities.filter((entity) => entity.shown).length;
  const statements = model.statements.filter((statement) => statement.shown).length;
  const aside = state.left ? "" : !state.all ? setAside.length && "The others are set aside (legend)."
    : model.entities.length > MOST_SHAPES && `No more than ${grouped(MOST_SHAPES)} are drawn at once: search finds the others.`;
  const all = entities === model.entities.length && statements === model.statements.length;
  const counts = all
    ? `All ${counted(entities, "shape")} and ${counted(statements, "statement")} are shown.`
    : `${grouped(entities)} of ${counted(model.entities.length, "shape")}, ` +
      `${grouped(statements)} of ${counted(model.statements.length, "statement")} shown.`;
  tell([before, counts, aside].filter(Boolean).join(" "));
}
