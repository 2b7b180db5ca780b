// Time: a strip under the picture with a row for events and one for documents, and the same as fields.

import { refilter } from "./actions.js";
import { bucketOf, buckets, dated, TIME_NAMES, undatedCount } from "./days.js";
import { byId, make, replaceChildren } from "./elements.js";
import { announce, listenTo } from "./signals.js";
import { state, WHICH } from "./state.js";
import { dateText } from "./words.js";

/** @param {Which} which */
function spanText(which) {
  const span = state.dates[which];
  if (!span) return "any";
  return span[0] === span[1] ? dateText(span[0]) : `${dateText(span[0])} – ${dateText(span[1])}`;
}

/** @param {Which} which @param {number} low @param {number} high @param {boolean} again */
function setSpan(which, low, high, again) {
  const whole = low <= 0 && high >= buckets.length - 1;
  state.dates[which] = whole ? null : [buckets[Math.max(0, low)], buckets[Math.min(high, buckets.length - 1)]];
  refilter({ again });
}

/** @param {Which} which @param {string} title */
export function timeFilter(which, title) {
  if (!dated(which).length || buckets.length < 2) return null;
  const shown = make("output", null, spanText(which));
  const ends = [0, buckets.length - 1];
  const span = state.dates[which];
  if (span) span.forEach((day, end) => { ends[end] = buckets.indexOf(day); });
  const ranges = [0, 1].map((end) => {
    const range = make("input", { type: "range", min: 0, max: buckets.length - 1, step: 1, "aria-label": `${title}: ${end ? "until" : "from"}` });
    range.value = String(ends[end]);
    range.setAttribute("aria-valuetext", dateText(buckets[ends[end]]));
    range.addEventListener("input", () => {
      const place = Number(range.value);
      ends[end] = end ? Math.max(place, ends[0]) : Math.min(place, ends[1]);
      range.value = String(ends[end]);
      range.setAttribute("aria-valuetext", dateText(buckets[ends[end]]));
      setSpan(which, ends[0], ends[1], true);
      shown.textContent = spanText(which);
    });
    return range;
  });
  return make("div", { class: "group slider" }, make("h2", null, title), shown, ranges, undatedEntry(which));
}

/** @param {Which} which */
function undatedEntry(which) {
  const count = undatedCount(which);
  if (!count) return null;
  const box = make("input", { type: "checkbox" });
  box.checked = state.undated[which];
  box.addEventListener("change", () => {
    state.undated[which] = box.checked;
    refilter();
  });
  return make("label", { class: "undated" }, box, make("span", { class: "what" }, "without a date"), make("span", { class: "count" }, String(count)));
}

function drawStrip() {
  const strip = byId("time");
  strip.hidden = buckets.length < 2;
  if (strip.hidden) return;
  replaceChildren(strip, WHICH.filter((which) => dated(which).length).map(stripRow), axis());
}

/** @param {Which} which */
function stripRow(which) {
  const counts = buckets.map(() => 0);
  for (const day of dated(which)) counts[bucketOf(day)] += 1;
  const most = Math.max(...counts, 1);
  const bars = counts.map((count, place) => {
    const bar = make("i", { title: `${dateText(buckets[place])}: ${count} ${TIME_NAMES[which].toLowerCase()}` });
    const fill = make("b");
    fill.style.height = `${count ? 14 + (86 * Math.sqrt(count)) / Math.sqrt(most) : 0}%`;
    bar.append(fill);
    return bar;
  });
  const chart = make("div", { class: `bars ${which}`, "aria-hidden": "true" }, bars);
  brush(chart, which);
  const count = undatedCount(which);
  return make("div", { class: "row-of-time", data: { which } }, make("span", { class: "of" }, TIME_NAMES[which]), chart,
    make("span", { class: "undated-count" }, count ? `${count} undated` : ""));
}

/**
 * Drags a span of time; a click on the same bar alone, or outside of it, takes the span away.
 * @param {HTMLElement} chart
 * @param {Which} which
 */
function brush(chart, which) {
  /** @type {number | null} */
  let first = null;
  const placeAt = (/** @type {PointerEvent} */ event) => {
    const room = chart.getBoundingClientRect();
    return Math.max(0, Math.min(buckets.length - 1, Math.floor(((event.clientX - room.left) / room.width) * buckets.length)));
  };
  const drag = (/** @type {PointerEvent} */ event) => {
    if (first === null) return;
    const place = placeAt(event);
    setSpan(which, Math.min(first, place), Math.max(first, place), true);
  };
  chart.addEventListener("pointerdown", (event) => {
    first = placeAt(event);
    const span = state.dates[which];
    if (span && span[0] === span[1] && span[0] === buckets[first]) {
      setSpan(which, 0, buckets.length - 1, false);
      first = null;
      return;
    }
    chart.setPointerCapture(event.pointerId);
    setSpan(which, first, first, false);
  });
  chart.addEventListener("pointermove", drag);
  chart.addEventListener("pointerup", () => { first = null; announce("legend"); });
}

function axis() {
  let last = "";
  let since = Infinity;
  const apart = Math.ceil(buckets.length / 12);
  const marks = buckets.map((bucket) => {
    const year = bucket.slice(0, 4);
    since += 1;
    const isNamed = year !== last && since >= apart;
    if (isNamed) since = 0;
    last = year;
    return make("i", null, isNamed ? String(Number(year)) : "");
  });
  return make("div", { class: "row-of-time axis", "aria-hidden": "true" }, make("span", { class: "of" }), make("div", { class: "years" }, marks), make("span", { class: "undated-count" }));
}

export function updateStrip() {
  for (const which of WHICH) {
    const span = state.dates[which];
    byId("time").querySelectorAll(`[data-which=${which}] .bars i`).forEach((bar, place) => {
      bar.className = span && (buckets[place] < span[0] || buckets[place] > span[1]) ? "out" : "";
    });
  }
}

export function startTime() {
  drawStrip();
  listenTo("filtered", updateStrip);
}
