// Lists put in groups.

/**
 * @template Item
 * @param {Iterable<Item>} items
 * @param {(item: Item) => string | (string | undefined)[] | undefined} keyOf
 * @returns {Map<string, number>}
 */
export function countBy(items, keyOf) {
  const counts = new Map();
  const add = (/** @type {string | undefined} */ key) => counts.set(key, (counts.get(key) || 0) + 1);
  for (const item of items) {
    const key = keyOf(item);
    if (Array.isArray(key)) key.forEach(add);
    else add(key);
  }
  return counts;
}

/**
 * @template Item, Key
 * @param {Iterable<Item>} items
 * @param {(item: Item) => Key} keyOf
 * @returns {Map<Key, Item[]>}
 */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
