import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";

import { inflate } from "../../../../output/view/scripts/unpack.js";

// Contents of many sorts, the same in each run.
function contents() {
  let seed = 7;
  const next = (most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * most);
  };
  const some = (length, letters) => Uint8Array.from({ length }, () => next(letters));
  return [new Uint8Array(), ...[1, 2, 7, 300, 5000, 70000].flatMap((length) => [some(length, 2), some(length, 26), some(length, 256)])];
}

for (const level of [0, 1, 9]) {
  test(`what zlib packs at level ${level} comes back as it was`, () => {
    for (const content of contents()) assert.ok(Buffer.from(content).equals(inflate(new Uint8Array(deflateSync(content, { level })))), `${content.length} bytes`);
  });
}

test("damaged data are told of", () => {
  assert.throws(() => inflate(new Uint8Array([120, 156, 5, 255, 255, 255, 255, 255])), /damaged/);
});
