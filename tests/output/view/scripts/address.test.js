import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { load } from "./page.js";

const { model } = await load("data");
const { clearFilters, state } = await load("state");
const { recall, remember } = await load("address");

beforeEach(() => {
  clearFilters();
  Object.assign(state, { entity: null, line: null, path: null, sheet: null, steps: 1 });
});

function again() {
  remember();
  clearFilters();
  Object.assign(state, { entity: null, line: null, path: null, sheet: null, steps: 1 });
  return recall();
}

test("a link brings back what was chosen and filtered", () => {
  state.entity = model.entities[1];
  state.steps = 2;
  state.confidence = 0.5;
  state.hidden.speaker.add("Ferry Operator");
  state.undated.events = false;
  assert.equal(again(), "");
  assert.equal(state.entity, model.entities[1]);
  assert.equal(state.steps, 2);
  assert.equal(state.confidence, 0.5);
  assert.deepEqual([...state.hidden.speaker], ["Ferry Operator"]);
  assert.equal(state.undated.events, false);
});

test("a link brings back a document that is read at a sentence", () => {
  const [, document] = model.documents;
  state.sheet = { name: "read", document, sentence: document.sentences[0] };
  again();
  assert.deepEqual(state.sheet, { name: "read", document, sentence: document.sentences[0] });
});

test("a name that is not here is told of", () => {
  globalThis.location.hash = "#id=nobody";
  assert.match(recall(), /nobody/);
  assert.equal(state.entity, null);
});
