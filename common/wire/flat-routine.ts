import { ItemFlag } from "./packed-routine";

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
