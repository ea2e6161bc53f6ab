import { MIN_REP, MIN_SET } from "../../common/limits";
import { Item } from "../../common/routine";

/** Fewest seconds that an item's hold can have, given its way up and down. */
export function leastHold({ kind, lift, lower }: Item): number {
  return kind === "hold" ? MIN_SET : Math.max(0, MIN_REP - lift - lower);
}

/** Fewest reps that an item's set can have, given its speed and hold; 1 for a hold. */
export function leastReps({ kind, lift, hold, lower }: Item): number {
  return kind === "hold" ? 1 : Math.ceil(MIN_SET / (lift + hold + lower));
}
