import document from "document";
import { attempt } from "../platform/failures";
import { Os } from "./generation";
import * as view from "./view";
import { words } from "./words";

/**
 * What can be tapped in each view, behind its name; a star marks a button with a
 * label. One text takes less of the watch's memory than a table.
 */
const BUTTONS =
  ";index start* today line;cue-demo done*;work pause skip back" +
  ";rest pause skip back more-rest*;paused resume* skip* back* end*" +
  ";confirm keep-going* confirm-end*;summary done*;error done*" +
  ";resume resume-session* save-session* discard-session*;";

let tapped: (id: string) => void;
let leaving: (event: Event) => void;

/**
 * Names who is told of the id of a tapped element, and of swipes back, from now on.
 * @once
 */
export function listen(
  tap: (id: string) => void,
  swipe: (event: Event) => void,
): void {
  tapped = tap;
  leaving = swipe;
}

/** A swipe to the right closes the app, unless the event is prevented. */
function swiped(event: Event): void {
  attempt(null, leaving, event);
}

/** Does what a tap on the element of this id does; what fails is logged. */
export function tap(id: string): void {
  attempt(null, tapped, id);
}

/** When a finger last came down where that counts: ms since 1970. */
let touched = 0;

/** Ms for which the finger that was just let go had been down. */
export function pressedFor(): number {
  return Date.now() - touched;
}

function press(): void {
  touched = Date.now();
}

/**
 * Writes the labels of the open view and listens to it, for as long as it is open.
 * `timed` tells that it counts how long something is pressed.
 */
export function prepareView(timed: boolean): void {
  const after = BUTTONS.split(";" + view.currentView() + " ")[1] || "";
  const buttons = after.split(";")[0]!.split(" ");
  for (let i = 0; i < buttons.length; i++) {
    const button = buttons[i]!;
    const id = button.replace("*", "");
    if (id !== button) view.text(id + "-label", words(id));
    // A bound function takes less memory than a closure.
    if (!id) continue;
    view.find(id).addEventListener("click", tap.bind(null, id));
    if (timed) view.find(id).addEventListener("mousedown", press);
  }
  // It goes with the view, or else would be there twice.
  document.removeEventListener(Os.Leaving, swiped);
  document.addEventListener(Os.Leaving, swiped);
}
