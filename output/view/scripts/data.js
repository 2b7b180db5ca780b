// What this page holds: its words, the settings of vis-network, and what the texts say.

import { readData } from "./elements.js";
import { makeModel } from "./model.js";
import { unpack } from "./unpack.js";

/** @type {Words} */
export const WORDS = readData("words");
export const OPTIONS = readData("options");
export const model = makeModel(await unpack("evidence"));
