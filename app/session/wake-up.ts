import { nextDue } from "./advance";
import { Player, stepRemaining } from "./player";

/**
 * Session time in ms at which the session is next to be woken after `now`, or -1
 * for never: at what is next due, and while the display is `lit` already when
 * what it shows changes.
 */
export function nextWakeUp(player: Player, now: number, lit: boolean): number {
  const due = nextDue(player);
  if (due < 0 || !lit) return due;
  const { phase } = player.step;
  // A rep's way up and down has no number that changes; the system moves its figure.
  if (phase === "lift" || phase === "lower") return due;
  return Math.min(due, now + (stepRemaining(player, now) % 1000 || 1000));
}
