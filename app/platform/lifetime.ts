import { me } from "appbit";
import { display } from "display";
import { attempt } from "./failures";

/**
 * `stay` keeps the app open, which the watch else closes after two idle minutes;
 * `lit` keeps the display on once it is.
 */
export function claim(stay: boolean, lit: boolean): void {
  me.appTimeoutEnabled = !stay;
  display.autoOff = !lit;
}

/** Turns the display on, as far as the watch lets an app. */
export function lightUp(): void {
  attempt(display, display.poke, undefined);
}
