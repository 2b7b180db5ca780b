import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./page.js";

const { makeGrid } = await load("grid");
const { pieces } = await load("sentences");
const { outline } = await load("elements");

test("a label keeps off other labels and off other shapes, not off its own", () => {
  const grid = makeGrid({ width: 500, height: 500 });
  const shape = { number: 0 };
  grid.take([10, 10, 60, 60], shape);
  assert.ok(!grid.isFree([50, 50, 90, 90], null));
  assert.ok(grid.isFree([50, 50, 90, 90], shape));
  assert.ok(grid.isFree([50, 50, 90, 90], null, "labels"));
  assert.ok(grid.isFree([61, 61, 90, 90], null));
  grid.take([61, 61, 90, 90], null);
  assert.ok(!grid.isFree([80, 80, 95, 95], shape, "labels"));
});

test("spans may overlap, count letters and never lose one", () => {
  const words = "𝒜nna opposes Bruno";
  const found = pieces(words, [["subject", [0, 4]], ["relation", [5, 12]], ["object", [2, 18]], ["lost", [3, 99]]]);
  assert.equal(found.map((piece) => piece.text).join(""), words);
  assert.deepEqual(found.map((piece) => piece.parts), [["subject"], ["subject", "object"], ["object"], ["relation", "object"], ["object"]]);
  assert.deepEqual(found[1].last, ["subject"]);
});

test("a kind without corners is round", () => {
  assert.equal(outline("dot", 5), null);
  assert.equal(outline("hexagon", 5).length, 6);
});
