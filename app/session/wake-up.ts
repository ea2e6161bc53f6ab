import { nextDue } from "./advance";
import { Player, stepRemaining } from "./player";

/** Ms from one picture of a moving figure to the next. */
const FRAME = 200;

/** Ms until the screen shows something else of the step that runs. */
function untilNextPicture(player: Player, now: number): number {
  const { phase } = player.step;
  // A rep's way up and down has no number that changes, but a figure that moves.
  if (phase === "lift" || phase === "lower") return FRAME;
  return stepRemaining(player, now) % 1000 || 1000;
}

/**
 * Session time in ms of the next wake-up after `now`, or -1 for none: the next
 * cue, entry or step, and while someone looks each new picture.
 */
export function nextWakeUp(player: Player, now: number, lit: boolean): number {
  const due = nextDue(player);
  return due >= 0 && lit
    ? Math.min(due, now + untilNextPicture(player, now))
    : due;
}
