import { display } from "display";
import { attempt } from "./failures";

// The display is on as long as somebody looks, or the session keeps it on.

let lit = display.on;

/** True while the display is on: there is somebody to show seconds to. */
export function isLit(): boolean {
  return lit;
}

/** Calls `changed` from now on when the display goes on or off. */
export function listen(changed: () => void): void {
  const change = (): void => {
    lit = display.on;
    changed();
  };
  display.addEventListener("change", () => attempt(null, change, undefined));
}

/** Turns the display on, as far as the watch lets an app. */
export function lightUp(): void {
  attempt(display, display.poke, undefined);
}

/** Keeps the display on once it is, or lets it go off by itself. */
export function keepLit(keep: boolean): void {
  display.autoOff = !keep;
}
