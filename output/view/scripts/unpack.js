// The data lie in the page compressed. Browsers unpack them by themselves; for older ones we do.

import { byId } from "./elements.js";

/** @param {string} id @returns {Promise<string>} */
export async function unpackText(id) {
  return new TextDecoder().decode(await decompressed(bytesOf(byId(id).textContent || "")));
}

/** @param {string} id @returns {Promise<any>} */
export async function unpack(id) {
  return JSON.parse(await unpackText(id));
}

/**
 * The bytes that letters in base64 stand for.
 * @param {string} text
 */
function bytesOf(text) {
  const decode = /** @type {any} */ (Uint8Array).fromBase64;
  if (decode) return /** @type {Uint8Array} */ (decode.call(Uint8Array, text));
  return bytesOfLetters(atob(text));
}

/** @param {string} text */
function bytesOfLetters(text) {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}

/** @param {Uint8Array} bytes @returns {Promise<ArrayBuffer | Uint8Array>} */
async function decompressed(bytes) {
  if (typeof DecompressionStream !== "function") return inflate(bytes);
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}

// Lengths and distances of DEFLATE (RFC 1951, 3.2.5): where each code begins and its extra bits.
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const FAR_BITS = Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1));
const FARS = FAR_BITS.reduce((all, bits) => [...all, all[all.length - 1] + 2 ** bits], [1]);
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * A prefix code as its count of codes by length and its symbols in their order.
 * @param {number[]} lengths
 * @returns {PrefixCode}
 */
function prefixCode(lengths) {
  const counts = new Array(16).fill(0);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const symbols = lengths.map((length, symbol) => [length, symbol]).filter(([length]) => length).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, symbol]) => symbol);
  return { counts, symbols };
}

/** @param {Uint8Array} bytes @returns {BitReader} */
function bitReader(bytes) {
  let at = 2 * 8;
  const damaged = () => new Error("the data of this page are damaged");
  const bits = (/** @type {number} */ count) => {
    if (at + count > 8 * bytes.length) throw damaged();
    let value = 0;
    for (let bit = 0; bit < count; bit++, at++) value |= ((bytes[at >> 3] >> (at & 7)) & 1) << bit;
    return value;
  };
  const symbol = (/** @type {PrefixCode} */ { counts, symbols }) => {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length < 16; length++) {
      code |= bits(1);
      if (code - counts[length] < first) return symbols[index + code - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    throw damaged();
  };
  const copied = () => {
    at = (at + 7) & ~7;
    const start = at >> 3;
    const length = bytes[start] | (bytes[start + 1] << 8);
    at += (4 + length) * 8;
    return bytes.subarray(start + 4, start + 4 + length);
  };
  return { bits, symbol, copied };
}

/** @param {BitReader} reader @param {boolean} isFixed @returns {PrefixCode[]} */
function codesOf(reader, isFixed) {
  if (isFixed) {
    const lengths = Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
    return [prefixCode(lengths), prefixCode(new Array(30).fill(5))];
  }
  const [letters, fars, few] = [reader.bits(5) + 257, reader.bits(5) + 1, reader.bits(4) + 4];
  const small = new Array(19).fill(0);
  for (let place = 0; place < few; place++) small[CODE_ORDER[place]] = reader.bits(3);
  const code = prefixCode(small);
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < letters + fars) {
    const symbol = reader.symbol(code);
    if (symbol < 16) lengths.push(symbol);
    else {
      const again = symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
      lengths.push(...new Array(again).fill(symbol === 16 ? lengths[lengths.length - 1] : 0));
    }
  }
  return [prefixCode(lengths.slice(0, letters)), prefixCode(lengths.slice(letters))];
}

/**
 * Unpacks zlib's format (RFC 1950), whose first two bytes tell nothing that we need.
 * @param {Uint8Array} bytes
 */
export function inflate(bytes) {
  const reader = bitReader(bytes);
  let out = new Uint8Array(bytes.length * 4 + 64);
  let end = 0;
  const grow = (/** @type {number} */ more) => {
    if (end + more <= out.length) return;
    const larger = new Uint8Array(Math.max(out.length * 2, end + more));
    larger.set(out);
    out = larger;
  };
  for (let isLast = false; !isLast;) {
    isLast = Boolean(reader.bits(1));
    const sort = reader.bits(2);
    if (sort === 0) {
      const copy = reader.copied();
      grow(copy.length);
      out.set(copy, end);
      end += copy.length;
      continue;
    }
    const [letters, fars] = codesOf(reader, sort === 1);
    for (let symbol = reader.symbol(letters); symbol !== 256; symbol = reader.symbol(letters)) {
      if (symbol < 256) {
        grow(1);
        out[end++] = symbol;
        continue;
      }
      const length = LENGTHS[symbol - 257] + reader.bits(LENGTH_BITS[symbol - 257]);
      const far = reader.symbol(fars);
      const back = FARS[far] + reader.bits(FAR_BITS[far]);
      grow(length);
      for (let step = 0; step < length; step++, end++) out[end] = out[end - back];
    }
  }
  return out.subarray(0, end);
}
