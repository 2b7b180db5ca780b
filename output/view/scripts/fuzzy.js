// Names as people type them: other scripts, other spellings, a letter too many.

/** @type {Record<string, string>} */
const LETTERS = {
  а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", є: "ye", ж: "zh", з: "z", и: "i", і: "i", ї: "yi", й: "y", к: "k", л: "l", м: "m",
  н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
  α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o",
  ə: "a", ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ʻ: "", ʼ: "", "’": "", "'": "",
};

/**
 * Small letters of the Latin alphabet without marks, for any text that it can be told of.
 * @param {string} text
 */
export function folded(text) {
  const plainer = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return Array.from(plainer, (letter) => (Object.prototype.hasOwnProperty.call(LETTERS, letter) ? LETTERS[letter] : letter)).join("");
}

/**
 * How a word sounds, roughly: what transliterations differ in is gone.
 * @param {string} word
 */
function sounded(word) {
  return word.replace(/kh|gh|q/g, (found) => (found === "q" ? "k" : found[0])).replace(/ts|tz/g, "z").replace(/c(?=[eiy])/g, "s").replace(/ch|sh|zh|j/g, "j")
    .replace(/ck|c/g, "k").replace(/w/g, "v").replace(/ph/g, "f").replace(/x/g, "k").replace(/[yi]+/g, "i").replace(/ie|ei|ia/g, (pair) => (pair === "ia" ? "a" : "e")).replace(/(.)\1/g, "$1").replace(/h/g, "");
}

/** @param {string} text */
export function wordsOf(text) {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * "human rights watch" as "hrw".
 * @param {string[]} words
 */
export function initials(words) {
  return words.length > 1 ? words.filter((word) => !["of", "the", "and", "for", "in"].includes(word)).map((word) => word[0]).join("") : "";
}

/**
 * Whether two words are at most so many slips apart: a letter wrong, missing, too many, or two swapped.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  /** @type {number[]} */
  let older = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    older = last;
    last = row;
  }
  return last[other.length] <= most;
}

/** @param {string} word */
function slipsFor(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * Whether a word of a name may be meant by a word that was typed.
 * @param {string} typed
 * @param {string} word
 */
export function mayMean(typed, word) {
  if (word[0] !== typed[0] && word.length < 5) return false;
  return word.startsWith(typed) || isNear(typed, word, slipsFor(typed)) || (typed.length > 2 && sounded(typed) === sounded(word));
}
