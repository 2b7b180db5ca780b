// Lists put in groups.

export function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) {
    for (const key of [keyOf(item)].flat()) counts.set(key, (counts.get(key) || 0) + 1);
  }
  return counts;
}

export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
