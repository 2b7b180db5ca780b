// What people take away to paste elsewhere.

import { make } from "./elements.js";
import { tell } from "./status.js";

/** @param {string} text @param {string} told */
export async function copyText(text, told) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell(told);
}
