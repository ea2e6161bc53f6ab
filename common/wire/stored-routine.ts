import { ROUTINE_VERSION } from "../routine";
import { FlatRoutine, R } from "./flat-routine";
import { DEFAULT_GOAL } from "./packed-routine";

/**
 * The flat form of a routine in any form that was ever stored or sent: packed
 * or flat, of version 1 or 2; undefined for a newer version, and where a later
 * version of the app may have stored something else. Version 1 had no
 * entry for the goal: it stood above five flags, and 0 comes from before there
 * was one.
 * @once
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
