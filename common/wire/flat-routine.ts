import { ROUTINE_VERSION } from "../routine";
import { DEFAULT_GOAL } from "./packed-routine";

/**
 * Where what stands in a flat routine: what is about the whole of it, seconds
 * where they are times. Its items follow from `Items` on, the goal is its last
 * entry.
 */
export const enum R {
  Version,
  Revision,
  Name,
  Ready,
  Between,
  Switch,
  Flags,
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
 * in one list, which takes the least of the watch's memory. They are numbers,
 * but for the names at `R.Name` and `I.What`.
 */
export type FlatRoutine = number[];

/** The place of the goal, which is also where the items end. */
export function goalPlace(routine: FlatRoutine): number {
  return routine.length - 1;
}

/**
 * The flat form of a routine in any form that was ever stored or sent: packed
 * or flat, of version 1 or 2; undefined for a newer version. Version 1 had no
 * entry for the goal: it stood above five flags, and 0 comes from before there
 * was one.
 */
export function flatRoutine(stored: unknown[]): FlatRoutine | undefined {
  const none: number[] = [];
  const join = none.concat;
  // Each time one level of lists goes: that of the items, then that of their entries.
  const flat = join.apply(none, join.apply(none, stored as number[]));
  if (flat[R.Version] === 1) {
    const flags = flat[R.Flags]!;
    flat[R.Version] = ROUTINE_VERSION;
    flat[R.Flags] = flags & 31;
    flat.push(flags >> 5 || DEFAULT_GOAL);
  }
  return flat[R.Version] === ROUTINE_VERSION ? flat : undefined;
}
