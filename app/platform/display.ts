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
  display.addEventListener("change", () => {
    lit = display.on;
    attempt(null, changed, undefined);
  });
}
