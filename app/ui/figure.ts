import { EXERCISE_IDS } from "../../common/watch-tables";
import * as view from "./view";

// The figure of the open view: pictures made by the build, which the system
// shows one after another (`sprite-image`). Numbers 0 to 10 go from the first
// key pose to the last, 11 to 16 go the same way in larger steps.

/** Seconds under which the larger steps are taken: not many more than five pictures a second. */
const QUICK = 2;

/** An instance of the symbol `figure`, or a part of it. */
interface Sprite {
  href: string;
  from: number;
  to: number;
  dur: number;
  animate(event: string): void;
  getElementById(id: string): Sprite;
}

let figure: Sprite | undefined;
let image: Sprite;
let way: Sprite;

/** Finds the figure of the open view, and its parts once. */
function find(): Sprite {
  const use: unknown = view.find("figure");
  const found = use as Sprite;
  if (found !== figure) {
    figure = found;
    image = found.getElementById("image");
    way = found.getElementById("animate");
  }
  return found;
}

/**
 * Shows the last key pose of an exercise by its code, at rest; the right side
 * works, or the left if mirrored. With -1 nothing is shown.
 */
export function showFigure(code: number, mirrored: boolean): void {
  find().animate("disable");
  image.href =
    code < 0
      ? ""
      : "figures/" + (mirrored ? "l-" : "") + EXERCISE_IDS[code] + "-10.png";
}

/** Moves it from the first key pose to the last, or back, in so many seconds. */
export function moveFigure(up: boolean, seconds: number): void {
  const found = find();
  if (!image.href) return;
  const first = seconds < QUICK ? 11 : 0;
  const last = seconds < QUICK ? 16 : 10;
  way.from = up ? first : last;
  way.to = up ? last : first;
  way.dur = seconds;
  found.animate("enable");
}
