// While a large picture is dragged or zoomed, what is painted moves as it is; once the hand rests,
// it is drawn anew. A picture that is drawn within a frame is drawn anew all the time.

import { byId, make } from "./elements.js";
import { network, releaseDrawing } from "./picture.js";
import { seen } from "./state.js";

const A_FRAME = 14;
// Browsers paint lines after they have been drawn, so that their time is not seen here.
const MOST_LINES = 300;
const REST = 140;
// What is farther out than this share of the picture has to be drawn.
const MOST_MOVED = 0.45;

/** @type {{ copy: HTMLCanvasElement, view: View } | null} */
let moving = null;
let spent = 0;
/** @type {number | undefined} */
let resting;

function viewNow() {
  const { scale, translation } = network.body.view;
  return { scale, x: translation.x, y: translation.y };
}

/** The view that the canvas shows, which may be older than the one that is wanted. */
let drawn = { scale: 1, x: 0, y: 0 };

function begin() {
  if (moving || (spent < A_FRAME && seen.lines.length < MOST_LINES)) return;
  const { canvas } = network.canvas.frame;
  const copy = make("canvas", { width: canvas.width, height: canvas.height, class: "moving", "aria-hidden": "true" });
  copy.getContext("2d")?.drawImage(canvas, 0, 0);
  moving = { copy, view: drawn };
  // Not hidden: vis-network listens to it.
  canvas.style.opacity = "0";
  byId("picture").append(copy);
}

function end() {
  clearTimeout(resting);
  if (!moving) return;
  moving.copy.remove();
  moving = null;
  network.canvas.frame.canvas.style.opacity = "";
  network.redraw();
}

/** @param {{ copy: HTMLCanvasElement, view: View }} moved */
function move({ copy, view }) {
  const now = viewNow();
  const growth = now.scale / view.scale;
  const [x, y] = [now.x - view.x * growth, now.y - view.y * growth];
  copy.style.transform = `translate(${x}px, ${y}px) scale(${growth})`;
  const room = byId("picture");
  return Math.abs(x) < MOST_MOVED * room.clientWidth && Math.abs(y) < MOST_MOVED * room.clientHeight && growth > 0.6 && growth < 1.8;
}

export function startGestures() {
  const { renderer } = network;
  const draw = releaseDrawing();
  renderer._redraw = (hidden = false) => {
    if (moving && !hidden && move(moving)) {
      renderer.redrawRequested = false;
      return;
    }
    const start = performance.now();
    draw(hidden);
    spent = performance.now() - start;
    drawn = viewNow();
    if (!moving) return;
    // Too far for what was painted: go on with what is painted now.
    moving.copy.getContext("2d")?.clearRect(0, 0, moving.copy.width, moving.copy.height);
    moving.copy.getContext("2d")?.drawImage(network.canvas.frame.canvas, 0, 0);
    moving.copy.style.transform = "";
    moving.view = drawn;
  };
  network.on("dragStart", (event) => { if (!event.nodes.length) begin(); });
  network.on("dragEnd", end);
  network.on("zoom", () => {
    begin();
    clearTimeout(resting);
    resting = setTimeout(end, REST);
  });
}
