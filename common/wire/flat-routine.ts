import { ROUTINE_VERSION } from "../routine";
import { DEFAULT_GOAL, ItemFlag } from "./packed-routine";

/**
 * Where what stands in a flat routine: what is about the whole of it, seconds
 * where they are times. Its items follow from `Items` on.
 */
export const enum R {
  Version,
  Revision,
  Name,
  Ready,
  Between,
  Switch,
  Flags,
  Goal,
  Items,
}

/**
 * Where what stands in an item, counted from its first entry: the code of its
 * exercise, or its name if the runner named it; the flags of a packed item;
 * counts; times in half seconds, but for the rest, which is in seconds.
 */
export const enum I {
  What,
  Flags,
  Sets,
  Reps,
  Lift,
  Hold,
  Lower,
  Rest,
  /** How many entries an item has. */
  Size,
}

/**
 * A routine as the watch holds and stores it: the entries of a packed routine
 * in one list, the goal before the items, which takes the least of the watch's
 * memory. They are numbers, but for the names at `R.Name` and `I.What`.
 */
export type FlatRoutine = number[];

/** How many sides each set of the item at `row` has, 1 or 2. */
export function sidesOf(routine: FlatRoutine, row: number): number {
  return routine[row + I.Flags]! & ItemFlag.TwoSides ? 2 : 1;
}

/**
 * The flat form of a routine in any form that was ever stored or sent: packed
 * or flat, of version 1 or 2; undefined for a newer version, and where a later
 * version of the app may have stored something else. Version 1 had no
 * entry for the goal: it stood above five flags, and 0 comes from before there
 * was one.
 */
export function flatRoutine(stored: unknown): FlatRoutine | undefined {
  if (!(stored instanceof Array)) return undefined;
  const none: number[] = [];
  const join = none.concat;
  let flat: number[] = stored;
  if (stored[R.Flags + 1] instanceof Array) {
    // Each time one level of lists goes: that of the items, then that of their entries.
    flat = join.apply(none, join.apply(none, flat));
    const flags = flat[R.Flags]!;
    const old = flat[R.Version] === 1;
    const goal = old ? flags >> 5 || DEFAULT_GOAL : flat.pop()!;
    flat.splice(R.Goal, 0, goal);
    if (old) {
      flat[R.Version] = ROUTINE_VERSION;
      flat[R.Flags] = flags & 31;
    }
  }
  return flat[R.Version] === ROUTINE_VERSION ? flat : undefined;
}

/**
 * Seconds from the beginning of the work of a set and side of the item at `row`
 * to the end of the routine.
 */
export function secondsFrom(
  routine: FlatRoutine,
  row: number,
  set: number,
  side: number,
): number {
  let seconds = -routine[R.Between]!;
  for (; row < routine.length; row += I.Size) {
    const hold = routine[row + I.Hold]!;
    const rep = routine[row + I.Lift]! + hold + routine[row + I.Lower]!;
    const held = routine[row + I.Flags]! & ItemFlag.Held;
    const work = (held ? hold : routine[row + I.Reps]! * rep) / 2;
    const sides = sidesOf(routine, row);
    const whole = sides * work + (sides - 1) * routine[R.Switch]!;
    seconds +=
      routine[R.Between]! +
      (side ? work : whole) +
      (routine[row + I.Sets]! - 1 - set) * (routine[row + I.Rest]! + whole);
    set = side = 0;
  }
  return seconds;
}
