import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.communityNumbers = [-1, 0, 0, 1];
const { load } = await import("./page.js");

const { model } = await load("data");
const { communities, standIn } = await load("communities");
const { applyFilters, clearFilters, seen, state } = await load("state");
const [opening, anna, bruno, clara] = model.entities;
const [pair, single] = communities;

beforeEach(() => {
  clearFilters();
  state.all = true;
  applyFilters();
});

test("a community is named after the one of its members that is told of most", () => {
  assert.deepEqual(pair.members, [anna, bruno]);
  assert.equal(pair.label, `${pair.first.label} + 1`);
});

test("communities stand for their members, and one line for all between two of them", () => {
  assert.deepEqual(seen.shapes, [pair, single]);
  assert.equal(standIn(anna), pair);
  assert.equal(standIn(opening), null);
  assert.deepEqual(seen.lines.map((line) => [line.subject, line.object, line.statements]), [[pair, single, [model.statements[2]]]]);
});

test("what is inside counts as shown, for the table", () => {
  assert.deepEqual(model.statements.map((statement) => statement.shown), [false, true, true]);
});

test("opened, its members are drawn with the lines between them", () => {
  state.opened.add(pair);
  applyFilters();
  assert.deepEqual(new Set(seen.shapes), new Set([single, anna, bruno]));
  assert.deepEqual(seen.lines.map((line) => [line.subject, line.object]), [[anna, bruno], [bruno, single]]);
});

test("who is asked for by name is drawn beside the community", () => {
  state.wanted.add(clara);
  applyFilters();
  assert.deepEqual(new Set(seen.shapes), new Set([pair, clara]));
});

test("a filter that leaves nothing of a community takes it away", () => {
  state.hidden.kind.add("Person");
  applyFilters();
  assert.deepEqual(seen.shapes.filter((shape) => "members" in shape), []);
});
