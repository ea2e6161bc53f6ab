import { idOf } from "../exercise-codes";
import { preferencesWhere } from "../preferences";
import {
  CUSTOM,
  Item,
  ROUTINE_VERSION,
  Routine,
  WEEK_STARTS,
} from "../routine";
import {
  DEFAULT_GOAL,
  PackedRoutine,
  ItemFlag,
  WeekStartBits,
} from "./packed-routine";

/**
 * A packed routine as this version packs it, or undefined for one of another
 * version than 1 and this. Version 1 had no entry for the goal: it stood above
 * five flags, and 0 comes from before there was one.
 */
export function currentForm(
  packed: PackedRoutine | undefined,
): PackedRoutine | undefined {
  if (!packed) return undefined;
  if (packed[0] !== 1) {
    return packed[0] === ROUTINE_VERSION ? packed : undefined;
  }
  const current = packed.slice() as PackedRoutine;
  current[0] = ROUTINE_VERSION;
  current[6] = packed[6] & 31;
  current[8] = packed[6] >> 5 || DEFAULT_GOAL;
  return current;
}

function rebuildItem(row: PackedRoutine[7][number]): Item {
  const what = row[0];
  const flags = row[1]!;
  const custom = typeof what === "string";
  return {
    exercise: custom ? CUSTOM : idOf(what)!,
    name: custom ? what : "",
    kind: flags & ItemFlag.Held ? "hold" : "reps",
    sets: row[2]!,
    reps: row[3]!,
    lift: row[4]! / 2,
    hold: row[5]! / 2,
    lower: row[6]! / 2,
    rest: row[7]!,
    sides: flags & ItemFlag.TwoSides ? 2 : 1,
    included: !(flags & ItemFlag.LeftOut),
  };
}

/**
 * A routine from its packed form, which `unpackRoutine` has checked before.
 */
export function rebuildRoutine(packed: PackedRoutine): Routine {
  return {
    version: ROUTINE_VERSION,
    revision: packed[1],
    name: packed[2],
    ready: packed[3],
    between: packed[4],
    switch: packed[5],
    goal: packed[8],
    weekStart: WEEK_STARTS[packed[6] >> WeekStartBits.Shift] || "monday",
    items: packed[7].map(rebuildItem),
    preferences: preferencesWhere(({ bit }) => !!(packed[6] & (1 << bit))),
  };
}
