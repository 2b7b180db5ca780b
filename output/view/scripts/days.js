// The days on which something happened or was published, in steps of a month or a year.

import { model } from "./data.js";

/** @type {Record<Which, string>} */
export const TIME_NAMES = { events: "Events", documents: "Documents" };

// The days of each row, sorted; a document's day is its date.
/** @type {Record<Which, { begin: string, what: Entity | TextDocument }[]>} */
const days = {
  events: model.entities.filter((e) => e.kind === "Event").map((e) => ({ begin: e.begin || e.end, what: e })),
  documents: model.documents.map((d) => ({ begin: d.date, what: d })),
};

/** @param {Which} which */
export const dated = (which) => days[which].filter(({ begin }) => /^\d{4}/.test(begin)).map(({ begin }) => begin);

/** @param {Which} which */
export const undatedCount = (which) => days[which].length - dated(which).length;

// Months in which something is, or years where the months are too many: gaps take no room.
export const buckets = (() => {
  const all = [...dated("events"), ...dated("documents")];
  /** @param {number} letters */
  const by = (letters) => [...new Set(all.map((day) => day.slice(0, letters)))].sort();
  const months = by(7);
  return months.length > 70 ? by(4) : months;
})();

/** @param {string} day */
export function bucketOf(day) {
  let place = -1;
  buckets.forEach((bucket, number) => { if (bucket <= day) place = number; });
  return place;
}
