// The line below the picture that says what is shown, and what was just done.

import { communities, standIn } from "./communities.js";
import { model } from "./data.js";
import { byId } from "./elements.js";
import { setAside } from "./opening.js";
import { MOST_SHAPES, state } from "./state.js";
import { counted, grouped } from "./words.js";

/** @param {string} text */
export function tell(text) {
  byId("status").textContent = text;
}

/** @param {string} [before] */
export function tellCounts(before) {
  const entities = model.entities.filter(standIn).length;
  const statements = model.statements.filter((statement) => statement.shown).length;
  const closed = communities.filter((one) => one.shown);
  const inside = closed.reduce((sum, one) => sum + one.left, 0);
  const aside = state.left ? "" : !state.all ? setAside.length && "The others are set aside (legend)."
    : !communities.length ? model.entities.length > MOST_SHAPES && `No more than ${grouped(MOST_SHAPES)} are drawn at once: search finds the others.`
    : closed.length > 0 && `${counted(closed.length, "community", "communities")} ${closed.length === 1 ? "stands" : "stand"} for ${grouped(inside)} of the shapes: click one to open it.`;
  const all = entities === model.entities.length && statements === model.statements.length;
  const counts = all
    ? `All ${counted(entities, "shape")} and ${counted(statements, "statement")} are shown.`
    : `${grouped(entities)} of ${counted(model.entities.length, "shape")}, ` +
      `${grouped(statements)} of ${counted(model.statements.length, "statement")} shown.`;
  tell([before, counts, aside].filter(Boolean).join(" "));
}
