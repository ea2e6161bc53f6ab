import { Item, Routine } from "./routine";

/** Seconds of a wait that leaves room for the pulses of what comes after it. */
export const ROOMY_WAIT = 2;
/** Least seconds up, hold included, of a rep behind a shorter wait. */
export const SLOW_RISE = 2.5;
/** The same of a rep that is the only one of its set: go and two pulses come first. */
const SINGLE_RISE = 1;

/**
 * The places of the items of whose reps some pulses give way to later ones, from 0:
 * more is due at once than can be felt one after the other. The seconds follow
 * from how far apart pulses are (app/platform/pulses.ts).
 */
export function tooQuick(routine: Routine): number[] {
  if (!routine.preferences.repPulses) return [];
  const quick = (
    { kind, sets, reps, lift, hold, rest, sides }: Item,
    at: number,
  ) => {
    if (kind === "hold") return false;
    const waits: number[] = [];
    if (at > 0) waits.push(routine.between);
    if (sets > 1) waits.push(rest);
    if (sides > 1) waits.push(routine.switch);
    const short = waits.some((wait) => wait < ROOMY_WAIT);
    const least = short ? SLOW_RISE : reps === 1 ? SINGLE_RISE : 0;
    return lift + hold < least;
  };
  return routine.items.flatMap((item, at) => (quick(item, at) ? [at] : []));
}
