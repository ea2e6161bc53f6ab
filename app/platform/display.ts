import { display } from "display";
import { attempt } from "./failures";

/** True where the display was on at the launch. */
export const litAtLaunch = display.on;

/**
 * Calls `changed` from now on when the display goes on or off.
 * @once
 */
export function listen(changed: (lit: boolean) => void): void {
  display.addEventListener("change", () => attempt(null, changed, display.on));
}

/** Keeps the display on once it is, or lets it go off by itself again. */
export function stayOn(on: boolean): void {
  display.autoOff = !on;
}

/** Turns the display on, as far as the watch lets an app. */
export function lightUp(): void {
  attempt(display, display.poke, undefined);
}
