// The room that labels and shapes have taken already.

const CELL = 48;

/**
 * Boxes already taken, in a grid so that a test looks at few of them.
 * @param {Room} room
 * @returns {Grid}
 */
export function makeGrid(room) {
  /** @type {Map<string, { box: Box, self: Shape | null }[]>} */
  const cells = new Map();
  const visit = (/** @type {Box} */ box, /** @type {(key: string) => unknown} */ act) => {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++) {
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) {
        if (act(`${x},${y}`)) return true;
      }
    }
    return false;
  };
  return {
    room,
    isFree: (box, self, among = "all") => !visit(box, (key) => (cells.get(key) || []).some((other) =>
      (self === null || other.self !== self) && (among === "all" || other.self === null) && box[0] < other.box[2] && other.box[0] < box[2] && box[1] < other.box[3] && other.box[1] < box[3])),
    take: (box, self) => { visit(box, (key) => { cells.set(key, [...(cells.get(key) || []), { box, self }]); }); },
  };
}
