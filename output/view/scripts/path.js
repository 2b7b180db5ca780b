// The shortest way from one thing to another along what the texts say.

/** @param {Entity} from @param {Entity} to @returns {Line[] | null} */
export function shortestPath(from, to) {
  /** @type {Map<Entity, Line | null>} */
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const one of edge) {
      for (const line of one.lines) {
        const other = line.subject === one ? line.object : line.subject;
        if (before.has(other) || !line.statements.some((s) => s.passes)) continue;
        before.set(other, line);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  /** @type {Line[]} */
  const lines = [];
  for (let one = to; one !== from;) {
    const line = before.get(one);
    if (!line) return null;
    lines.unshift(line);
    one = line.subject === one ? line.object : line.subject;
  }
  return lines;
}
