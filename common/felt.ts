import { Item, Routine } from "./routine";

/** Seconds of a wait that leaves room for the pulses of what comes after it. */
export const ROOMY_WAIT = 2;
/** Least seconds up, hold included, of a rep behind a shorter wait. */
export const SLOW_RISE = 2.5;

/**
 * The places of the items of whose reps some pulses give way to later ones, from 0:
 * more is due at once than can be felt one after the other. The seconds follow
 * from how far apart pulses are (app/platform/pulses.ts).
 */
export function tooQuick(routine: Routine): number[] {
  if (!routine.preferences.repPulses) return [];
  const quick = ({ kind, sets, lift, hold, rest, sides }: Item, at: number) => {
    if (kind === "hold" || lift + hold >= SLOW_RISE) return false;
    const waits: number[] = [];
    if (at > 0) waits.push(routine.between);
    if (sets > 1) waits.push(rest);
    if (sides > 1) waits.push(routine.switch);
    return waits.some((wait) => wait < ROOMY_WAIT);
  };
  const places: number[] = [];
  routine.items.forEach((item, at) => {
    if (quick(item, at)) places.push(at);
  });
  return places;
}
