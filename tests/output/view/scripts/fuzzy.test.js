import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, initials, mayMean, wordsOf } from "../../../../output/view/scripts/fuzzy.js";

const PAIRS = [
  ["aliev", "aliyev", true], ["gorbachov", "gorbachev", true], ["tchaikovski", "chaikovsky", true], ["wach", "watch", true], ["wtach", "watch", true],
  ["oslo", "osaka", false], ["iran", "iraq", true], ["bern", "burgos", false], ["at", "to", false],
];

for (const [typed, word, meant] of PAIRS) {
  test(`${typed} ${meant ? "may" : "does not"} mean ${word}`, () => assert.equal(mayMean(typed, word), meant));
}

for (const [text, plain] of [["Əliyev", "aliyev"], ["Горбачёв", "gorbachev"], ["Ångström", "angstrom"], ["Đoko", "doko"], ["constructor", "constructor"]]) {
  test(`${text} is folded to ${plain}`, () => assert.equal(folded(text), plain));
}

test("small words give no initial", () => assert.equal(initials(wordsOf("committee of the red cross")), "crc"));
