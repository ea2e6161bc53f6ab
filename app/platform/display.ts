import { display } from "display";
import { attempt } from "./failures";

/** True while the display is on: there is somebody to show seconds to. */
export function isLit(): boolean {
  return display.on;
}

/** Calls `changed` from now on when the display goes on or off. */
export function listen(changed: () => void): void {
  display.addEventListener("change", () => attempt(null, changed, undefined));
}
