import * as view from "./view";

// The figure of the open view: pictures made by the build, which the system
// shows one after another (`sprite-image`). Numbers 0 to 10 go from the first
// key pose to the last, 11 to 16 go the same way in larger steps.

/** Seconds under which the larger steps are taken: not many more than five pictures a second. */
const QUICK = 2;

/** A part of the system's symbol. */
interface Sprite {
  href: string;
  from: number;
  to: number;
  dur: number;
  animate(event: string): void;
  getElementById(id: string): Sprite;
}

/** @often */
function figure(): Sprite {
  return view.find("figure") as unknown as Sprite;
}

/**
 * Shows the last key pose of an exercise by its id, at rest; the right side
 * works, or the left if mirrored. Without an id nothing is shown.
 */
export function showFigure(id: string | undefined, mirrored: boolean): void {
  const side = mirrored ? "l-" : "";
  figure().animate("disable");
  figure().getElementById("image").href = id
    ? "figures/" + side + id + "-10.png"
    : "";
}

/**
 * Moves it from the first key pose to the last, or back, in so many seconds.
 * @often
 */
export function moveFigure(up: boolean, seconds: number): void {
  const way = figure().getElementById("animate");
  const first = seconds < QUICK ? 11 : 0;
  const last = seconds < QUICK ? 16 : 10;
  way.from = up ? first : last;
  way.to = up ? last : first;
  way.dur = seconds;
  figure().animate("enable");
}
