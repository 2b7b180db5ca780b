// Puts the page together.

import { choose, chooseLine, clearChoice, showDrawing, showPath, toggleTable } from "./actions.js";
import { copyLink, recall, remembered } from "./address.js";
import { fit, zoom } from "./camera.js";
import { model, WORDS } from "./data.js";
import { byId } from "./elements.js";
import { saveCsv, saveGraphml, savePng, saveSvg } from "./files.js";
import { fillFilters, startFilters, toggleFilters, updateCounts } from "./filters.js";
import { startGestures } from "./gestures.js";
import { onPageKey, onStageKey } from "./keys.js";
import { drawLabels } from "./labels.js";
import { loadLibrary } from "./library.js";
import { startPanel } from "./panel.js";
import { network, paint, startPicture } from "./picture.js";
import { startPointer } from "./pointer.js";
import { closeSearch, startSearch } from "./search.js";
import { fillSheet, startSheet } from "./sheet.js";
import { announce } from "./signals.js";
import { applyFilters, clearFilters, state } from "./state.js";
import { tell, tellCounts } from "./status.js";
import { startTime, updateStrip } from "./time.js";
import { counted, dateText, spaced } from "./words.js";

function reset() {
  clearFilters();
  closeSearch();
  showDrawing();
  Object.assign(state, { entity: null, line: null, path: null, steps: 1 });
  applyFilters();
  fillFilters();
  updateCounts();
  updateStrip();
  clearChoice();
  fit();
}

/** @param {() => void} act */
function saving(act) {
  return () => {
    byId("save").open = false;
    act();
  };
}

function listen() {
  const actions = {
    skip: () => byId("picture").focus(), fit: () => fit(), reset, copy: copyLink, "as-table": toggleTable, "open-filters": toggleFilters,
    nearer: () => zoom(1.3), farther: () => zoom(1 / 1.3),
    "save-png": saving(savePng), "save-svg": saving(saveSvg), "save-csv": saving(saveCsv), "save-graphml": saving(saveGraphml),
  };
  for (const [id, act] of Object.entries(actions)) byId(id).addEventListener("click", act);
  byId("picture").addEventListener("keydown", onStageKey);
  document.addEventListener("keydown", onPageKey);
  // On paper every row is open: a toggle fills it with its sentences.
  window.addEventListener("beforeprint", () => {
    byId("panel").dataset.printed = `Printed ${dateText(new Date().toISOString().slice(0, 10))} from ${location.pathname.split("/").pop()}. Shapes: ${Object.values(WORDS.kinds).map((look) => `${look.plural} ${spaced(look.shape)}`).join(", ")}. Red and dashed: a text denies it; dotted: said with a reserve; violet with a dot: gives a figure or a word.`;
    for (const details of byId("panel").querySelectorAll(/** @type {"details"} */ ("details.row:not([open])"))) {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    }
  });
  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== remembered) showState(recall());
  });
}

/**
 * Draws what the state says: after the start, and after the address was changed by hand.
 * @param {string} [message]
 */
function showState(message) {
  paint();
  fillFilters();
  updateCounts();
  updateStrip();
  fillSheet();
  if (state.path && state.path.to) showPath(state.path.from, state.path.to);
  else if (state.line) chooseLine(state.line, { move: true });
  else if (state.entity) choose(state.entity, { move: true });
  else {
    announce("panel");
    if (document.documentElement.dataset.ready) fit();
    tellCounts(message);
  }
}

function summary() {
  const titles = new Set(model.entities.flatMap((entity) => entity.titles));
  const parts = [counted(model.entities.filter((entity) => entity.kind).length, "entity", "entities"), counted(model.statements.length, "statement"),
    counted(Math.max(model.documents.length, titles.size), "document")];
  byId("summary").textContent = parts.join(" · ");
}

function start() {
  summary();
  const message = recall();
  // The strip takes of the room that the picture is fitted to.
  startTime();
  startPicture();
  network.on("afterDrawing", drawLabels);
  startPointer();
  startFilters();
  startPanel();
  startSheet();
  startSearch();
  listen();
  fit(undefined, true);
  if (!model.entities.length) tell("No entity was found in the texts.");
  showState(message);
  startGestures();
  network.redraw();
  document.documentElement.dataset.ready = "true";
  performance.mark("first frame");
}

await loadLibrary();
start();
