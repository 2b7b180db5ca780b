// The panel on the right: what the texts say about the chosen entity or line.

import { byId, replaceChildren } from "./elements.js";
import { entityPanel } from "./entity-panel.js";
import { linePanel, pathPanel } from "./line-panel.js";
import { overviewPanel } from "./overview.js";
import { listenTo } from "./signals.js";
import { state } from "./state.js";

/** @param {State} options */
function contentOf({ path, line, entity }) {
  if (path && path.to) return pathPanel({ ...path, to: path.to });
  if (line) return linePanel(line);
  return entity ? entityPanel(entity) : overviewPanel();
}

/** @param {{ focus?: boolean }} [options] */
function showPanel({ focus = false } = {}) {
  const panel = byId("panel");
  replaceChildren(panel, contentOf(state));
  panel.scrollTop = 0;
  document.body.classList.toggle("reading", Boolean(state.entity || state.line));
  if (focus) panel.focus();
}

export function startPanel() {
  listenTo("panel", ({ keep, focus }) => (keep ? refreshPanel() : showPanel({ focus })));
  listenTo("filtered", refreshPanel);
}

// After a change of the filters the panel tells what they leave.
function refreshPanel() {
  const at = byId("panel").scrollTop;
  showPanel();
  byId("panel").scrollTop = at;
}
