// vis-network lies in the page packed, as the data do.

import { make } from "./elements.js";
import { unpackText } from "./unpack.js";

/**
 * Runs it. The page's policy holds the hash of it, so that nothing else could run here, and lets
 * one maker of scripts be made: this one.
 */
export async function loadLibrary() {
  const text = await unpackText("library");
  const types = /** @type {any} */ (globalThis).trustedTypes;
  const maker = types ? types.createPolicy("library", { createScript: (/** @type {string} */ code) => code }) : null;
  const script = make("script");
  script.textContent = maker ? maker.createScript(text) : text;
  document.head.append(script);
}
