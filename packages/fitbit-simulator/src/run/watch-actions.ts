import { writeFileSync } from "node:fs";
import { drawSvg } from "../draw";
import { PackageImages } from "../draw/images";
import type { World } from "../engine";
import type { ActionTable } from "./action";
import { pngOf } from "./picture/png";

/** Taps; a display that is dark is on for as long as the finger touches it. */
function tap({ watch }: World, id: string): string | void {
  const tapped = watch.tap(id);
  if (tapped.ok) return;
  if (watch.display.on) return tapped.reason;
  watch.setDisplay(true);
  const again = watch.tap(id);
  watch.setDisplay(false);
  if (!again.ok) return again.reason;
}

/** A place on the screen, in pixels. */
const PLACE = /^\d{1,4},\d{1,4}$/;

/** One part of a touch, at a place of the screen. */
function touchAt(phase: "down" | "up") {
  return ({ watch }: World, place: string): string | void => {
    if (!watch.running) return "the app does not run";
    const [x = 0, y = 0] = place.split(",").map(Number);
    watch.touch(phase, x, y);
  };
}

/** A finger on a place of the screen, and off again. */
function tapAt({ watch }: World, place: string): string | void {
  if (!watch.running) return "the app does not run";
  const [x = 0, y = 0] = place.split(",").map(Number);
  // The first touch of a dark display only lights it.
  const dark = !watch.display.on;
  if (dark) watch.setDisplay(true);
  watch.touch("down", x, y);
  watch.touch("up", x, y);
  if (dark) watch.setDisplay(false);
}

/** Presses a button, if the model has it. */
function pressed({ watch }: World, button: string): string | void {
  if (!watch.running) return "the app does not run";
  const key = watch.buttons.find((one) => one === button);
  if (key === undefined) {
    return `this model has ${watch.buttons.join(", ") || "no button for apps"}`;
  }
  watch.key(key);
}

/** Writes what the screen shows, as SVG or PNG by the name of the file. */
function picture({ watch, nowMs }: World, file: string): string | void {
  const { tree } = watch;
  if (tree === undefined) return "the app does not run";
  tree.advance(nowMs);
  const images = new PackageImages((path) => watch.asset(path));
  const svg = drawSvg(tree, { image: (href, fill) => images.url(href, fill) });
  let drawn: string | Uint8Array = svg;
  try {
    if (/\.png$/i.test(file)) drawn = pngOf(svg);
  } catch (error) {
    return (error as Error).message;
  }
  try {
    writeFileSync(file, drawn);
  } catch {
    return `${file} cannot be written`;
  }
}

/** What happens to the watch in daily use. */
export const WATCH_ACTIONS: ActionTable = {
  tap: {
    form: "ID",
    pattern: /./s,
    needs: "the id of an element: tap:ID",
    act: tap,
  },
  "tap-at": {
    form: "X,Y",
    pattern: PLACE,
    needs: "a place on the screen in pixels: tap-at:168,300",
    act: tapAt,
  },
  "down-at": {
    form: "X,Y",
    pattern: PLACE,
    needs: "where a finger comes down, in pixels: down-at:168,300",
    act: touchAt("down"),
  },
  "up-at": {
    form: "X,Y",
    pattern: PLACE,
    needs: "where the finger leaves the screen, in pixels: up-at:168,300",
    act: touchAt("up"),
  },
  picture: {
    form: "FILE.png",
    pattern: /.\.(png|svg)$/is,
    needs:
      "a file to write, whose name ends in .png or .svg: picture:screen.png",
    act: picture,
  },
  key: {
    form: "BUTTON",
    pattern: /^(back|up|down)$/,
    needs: "a button of the watch: key:back, key:up or key:down",
    act: pressed,
  },
  "swipe-back": { act: ({ watch }) => watch.swipeBack() },
  kill: { act: ({ faults }) => faults.app.kill() },
  launch: { act: ({ watch }) => watch.launch() },
  "display-off": { act: ({ watch }) => watch.setDisplay(false) },
  "display-on": { act: ({ watch }) => watch.setDisplay(true) },
  clock: {
    form: "±SECONDS",
    pattern: /^[+-]\d{1,9}(\.\d{1,3})?$/,
    needs:
      "signed seconds from -999999999 to +999999999: clock:+3600 or clock:-5",
    act: (world, value) => world.faults.jumpClock(Number(value) * 1000),
  },
};
