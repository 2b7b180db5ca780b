import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { load } from "./page.js";

const { model } = await load("data");
const { applyFilters, aroundOf, clearFilters, countsOf, isFiltered, state } = await load("state");
const { noteOf } = await load("notes");
const { foremost } = await load("opening");
const { shortestPath } = await load("path");
const { nearOf } = await load("model");
const { lineText, period, valueText } = await load("words");
const [opening, anna, bruno, clara] = model.entities;

beforeEach(() => {
  clearFilters();
  applyFilters();
});

test("the tables become objects that lead to each other", () => {
  assert.equal(model.statements[1].line, model.lines[0]);
  assert.deepEqual(bruno.lines, model.lines);
  assert.deepEqual([...nearOf(bruno)], [anna, clara]);
  assert.deepEqual(opening.facts, [model.statements[0]]);
  assert.equal(model.statements[2].sentence.document.title, "A reply");
});

test("a filter takes its statements, their lines and those of whom nothing is left", () => {
  state.hidden.polarity.add("denied");
  applyFilters();
  assert.ok(isFiltered());
  assert.deepEqual(model.lines.map((line) => line.shown), [true, false]);
  assert.deepEqual(model.entities.map((entity) => entity.shown), [true, true, true, false]);
});

test("the count of an entry tells what it would show given all other filters", () => {
  state.hidden.polarity.add("denied");
  applyFilters();
  assert.deepEqual(Object.fromEntries(countsOf("polarity")), { said: 2, denied: 1 });
  assert.deepEqual(Object.fromEntries(countsOf("speaker")), { "Harbour Gazette": 2 });
});

test("steps lead along lines that pass", () => {
  assert.equal(aroundOf(anna, 1).size, 2);
  assert.equal(aroundOf(anna, 2).size, 3);
  state.hidden.speaker.add("Ferry Operator");
  applyFilters();
  assert.equal(aroundOf(anna, 2).size, 2);
});

test("the shortest path is found, and none where there is none", () => {
  assert.deepEqual(shortestPath(anna, clara), model.lines);
  assert.deepEqual(shortestPath(anna, anna), []);
  assert.equal(shortestPath(anna, opening), null);
});

test("a phone opens on the first and on what hangs together with it", () => {
  assert.deepEqual([...foremost([anna, opening, clara, bruno], 2)], [anna, bruno]);
  assert.deepEqual([...foremost([anna, opening, clara, bruno], 9)], [anna, bruno, clara, opening]);
});

test("a span of dates takes what touches it", () => {
  state.dates.events = ["1987-05", "1987-05"];
  applyFilters();
  assert.ok(opening.shown);
  state.dates.events = ["1990-01", "1990-02"];
  applyFilters();
  assert.ok(!opening.shown);
});

test("values, periods and lines are told in words", () => {
  assert.equal(valueText(model.statements[0]), "at least 3");
  assert.equal(period(opening), "2 – 3 May 1987");
  assert.match(lineText(model.lines[1]), /^denied: /);
});

test("a note tells the date of an event, and how often somebody speaks", () => {
  assert.equal(noteOf(opening), "2 – 3 May 1987");
  assert.equal(noteOf(anna), "");
  assert.equal(noteOf({ ...anna, facts: [{ ...model.statements[0], predicate: "says" }] }), "speaks 1 ×");
});
